import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeCciMessage, encodeCciRequest, encodeCciResponse } from './cci-message.js';
import { effectNames, effectsWord } from './effects.js';
import { encodeFeatureEntry, FEATURE_ENTRY, FEATURE_FLAGS } from './feature-entry.js';
import { CXL_FEATURE_UUIDS, uuidBytes, uuidText } from './feature-uuids.js';
import { decodeCxlRpc, decodeCxlRpcAnswer, encodeCxlRpc, encodeCxlRpcAnswer } from './fwctl-rpc.js';
import { decodeGetFeature, encodeGetFeature } from './get-feature.js';
import {
  decodeGetSupportedFeatures,
  decodeSupportedFeatures,
  encodeGetSupportedFeatures,
  encodeSupportedFeatures,
} from './get-supported-features.js';
import {
  COMMAND_EFFECTS_LOG,
  decodeCommandEffectsLog,
  decodeGetLog,
  decodeSupportedLogs,
  encodeCommandEffectsLog,
  encodeGetLog,
  encodeSupportedLogs,
} from './logs.js';
import { decodeSetFeature, encodeSetFeature } from './set-feature.js';

const UUID = CXL_FEATURE_UUIDS['patrol scrub'];
const ENTRY = { uuid: UUID, id: 0x0102, getSize: 0x0304, setSize: 0x0506, flags: 0x71, getVersion: 7, setVersion: 8, effects: 0x0a0b };

describe('the messages of CXL', () => {
  it('store a UUID in the order of its text', () => {
    expect(uuidBytes(UUID)[0]).to.equal(0x96);
    expect(uuidText(uuidBytes(UUID))).to.equal(UUID);
  });

  it('place the words of a feature entry, little endian', () => {
    const bytes = encodeFeatureEntry(ENTRY);
    expect(bytes).to.have.length(FEATURE_ENTRY.length);
    expect([...bytes.slice(16)]).to.deep.equal([2, 1, 4, 3, 6, 5, 0x71, 0, 0, 0, 7, 8, 0x0b, 0x0a, ...new Uint8Array(18)]);
    expect(FEATURE_FLAGS.savedSelectable).to.equal(0x40);
  });

  it('read back what they wrote', () => {
    const list = { count: 0xffff_ffff, startIndex: 0xffff };
    const get = { uuid: UUID, offset: 0x0102, count: 0x0304, selection: 2 };
    const set = { uuid: UUID, flags: 0x8000_0009, offset: 0x0102, version: 3, data: Uint8Array.of(1, 2, 3) };
    expect(decodeGetSupportedFeatures(encodeGetSupportedFeatures(list))).to.deep.equal(list);
    expect(decodeSupportedFeatures(encodeSupportedFeatures(9, [ENTRY]))).to.deep.equal({
      numEntries: 1,
      supportedFeatures: 9,
      entries: [ENTRY],
    });
    expect(encodeGetFeature(get)).to.have.length(21);
    expect(decodeGetFeature(encodeGetFeature(get))).to.deep.equal(get);
    expect(encodeSetFeature(set)).to.have.length(35);
    expect(decodeSetFeature(encodeSetFeature(set))).to.deep.equal(set);
  });

  it('wrap a command for the mailbox and for fwctl', () => {
    const request = { opcode: 0x0501, payload: Uint8Array.of(1, 2) };
    expect([...encodeCciRequest(request)]).to.deep.equal([0, 0, 0, 0x01, 0x05, 2, 0, 0, 0, 0, 0, 0, 1, 2]);
    expect(decodeCciMessage(encodeCciResponse({ ...request, returnCode: 0x1c }))).to.deep.equal({ ...request, returnCode: 0x1c });
    expect(decodeCxlRpc(encodeCxlRpc(request))).to.deep.equal({ ...request, flags: 0, reserved: 0, opSize: 2 });
    expect([...encodeCxlRpc(request)]).to.deep.equal([1, 5, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 2]);
    const answer = { size: 2, returnCode: 3, payload: Uint8Array.of(4, 5) };
    expect(decodeCxlRpcAnswer(encodeCxlRpcAnswer(answer))).to.deep.equal(answer);
  });

  it('read the Command Effects Log back', () => {
    const logs = [{ uuid: COMMAND_EFFECTS_LOG, size: 0x0102_0304 }];
    const get = { uuid: COMMAND_EFFECTS_LOG, offset: 0x10, count: 0x20 };
    const commands = [
      { opcode: 0x0501, effects: 0 },
      { opcode: 0x0502, effects: 0x0201 },
    ];
    expect(decodeSupportedLogs(encodeSupportedLogs(logs))).to.deep.equal(logs);
    expect(decodeSupportedLogs(encodeSupportedLogs(logs).subarray(0, 20))).to.deep.equal([]);
    expect(encodeGetLog(get)).to.have.length(24);
    expect(decodeGetLog(encodeGetLog(get))).to.deep.equal(get);
    expect([...encodeCommandEffectsLog(commands)]).to.deep.equal([0x01, 0x05, 0, 0, 0x02, 0x05, 0x01, 0x02]);
    expect(decodeCommandEffectsLog(encodeCommandEffectsLog(commands))).to.deep.equal(commands);
  });

  it('know effects by name and by bit', () => {
    const word = effectsWord(['configuration change after cold reset', 'extended effects valid', 'reserved bit 15']);
    expect(word).to.equal(0x8201);
    expect(effectNames(word)).to.deep.equal(['configuration change after cold reset', 'extended effects valid', 'reserved bit 15']);
  });
});
