import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeCciMessage, encodeCciResponse } from '../../../kit/formats/cxl/cci-message.js';
import {
  decodeGetSupportedFeatures,
  encodeSupportedFeatures,
  GET_SUPPORTED_FEATURES_OUT,
} from '../../../kit/formats/cxl/get-supported-features.js';
import { COMMAND_EFFECTS_LOG, decodeGetLog, encodeCommandEffectsLog, encodeSupportedLogs } from '../../../kit/formats/cxl/logs.js';
import { CXL_OPCODES, type CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import { ok, refuse } from '../../../kit/result.js';
import type { CxlLink } from '../link.js';
import { bindDriver } from './probe.js';

const ENTRY = {
  uuid: '11111111-2222-3333-4444-555555555555',
  id: 0,
  getSize: 4,
  setSize: 4,
  flags: 1,
  getVersion: 1,
  setVersion: 1,
  effects: 1,
};
const LOG = encodeCommandEffectsLog([0x0500, 0x0501, 0x0502].map((opcode) => ({ opcode, effects: 0 })));

type Script = Partial<Record<CxlCommandName, (payload: Uint8Array) => Uint8Array | null>>;

const WORKS: Script = {
  'Get Supported Logs': () => encodeSupportedLogs([{ uuid: COMMAND_EFFECTS_LOG, size: LOG.length }]),
  'Get Log': (payload) => {
    const { offset, count } = decodeGetLog(payload);
    return count > 0 && offset + count <= LOG.length ? LOG.slice(offset, offset + count) : null;
  },
  'Get Supported Features': (payload) => encodeSupportedFeatures(2, (payload[0] ?? 0) < 56 ? [] : [ENTRY]),
};

/** A device that answers as the script says; null is a return code that is not Success, and no line an errno. */
function linkOf(script: Script, payloadSize = 64): CxlLink {
  const names = Object.entries(CXL_OPCODES);
  return {
    payloadSize,
    execute: (request) => {
      const { opcode, payload } = decodeCciMessage(request);
      const answer = Object.entries(script).find(([name]) => names.some(([known, number]) => known === name && number === opcode))?.[1];
      if (answer === undefined) return refuse('ETIMEDOUT');
      const data = answer(payload);
      return ok(encodeCciResponse({ opcode, returnCode: data === null ? 4 : 0, payload: data ?? new Uint8Array(0) }));
    },
  };
}

describe('bindDriver', () => {
  it('reads log and list in pieces that the mailbox carries', async () => {
    const driver = await bindDriver(linkOf(WORKS, 64));
    expect({ support: driver.support, features: driver.features }).to.deep.equal({ support: 'read-write', features: [ENTRY, ENTRY] });
    for (const payloadSize of [4, 8])
      expect([...(await bindDriver(linkOf(WORKS, payloadSize))).commands.keys()]).to.deep.equal([0x0500, 0x0501, 0x0502]);
  });

  it('reads the Command Effects Log, whatever else is listed before it', async () => {
    const other = { uuid: '5e1819d9-11a9-400c-811f-d60719403d86', size: 4 };
    const logs = encodeSupportedLogs([other, { uuid: COMMAND_EFFECTS_LOG, size: LOG.length }]);
    const { commands } = await bindDriver(linkOf({ ...WORKS, 'Get Supported Logs': () => logs }));
    expect([...commands.keys()]).to.deep.equal([0x0500, 0x0501, 0x0502]);
  });

  it('asks for no more of the list than the mailbox carries, and than is missing', async () => {
    const counts: number[] = [];
    const list = (payload: Uint8Array): Uint8Array => {
      const { count } = decodeGetSupportedFeatures(payload);
      counts.push(count);
      return encodeSupportedFeatures(2, count < 56 ? [] : [ENTRY]);
    };
    await bindDriver(linkOf({ ...WORKS, 'Get Supported Features': list }, 64));
    expect(counts).to.deep.equal([8, 64, 56]);
  });

  it('only reads features where the log does not have Set Feature', async () => {
    const log = LOG.slice(0, 8);
    const script: Script = {
      ...WORKS,
      'Get Supported Logs': () => encodeSupportedLogs([{ uuid: COMMAND_EFFECTS_LOG, size: log.length }]),
      'Get Log': () => log,
    };
    expect((await bindDriver(linkOf(script))).support).to.equal('read-only');
  });

  const poor: Readonly<Record<string, Script>> = {
    'no command gets through': {},
    'there is no log': { ...WORKS, 'Get Supported Logs': () => encodeSupportedLogs([]) },
    'the log cannot be read': { ...WORKS, 'Get Log': () => null },
    'the log is longer than was asked for': { ...WORKS, 'Get Log': () => new Uint8Array(100) },
    'the list cannot be read': { ...WORKS, 'Get Supported Features': () => null },
    'the list cannot be read to its end': {
      ...WORKS,
      'Get Supported Features': (payload) => ((payload[0] ?? 0) < 56 ? encodeSupportedFeatures(2, []) : null),
    },
    'the list has fewer entries than it says': {
      ...WORKS,
      'Get Supported Features': (payload) => ((payload[0] ?? 0) < 56 ? encodeSupportedFeatures(2, []) : encodeSupportedFeatures(2, [])),
    },
    'the list has part of an entry': {
      ...WORKS,
      'Get Supported Features': (payload) => {
        const whole = encodeSupportedFeatures(2, [ENTRY]);
        return (payload[0] ?? 0) < 56 ? whole.slice(0, GET_SUPPORTED_FEATURES_OUT.length) : whole.slice(0, -1);
      },
    },
  };
  for (const [situation, script] of Object.entries(poor)) {
    it(`knows no features when ${situation}`, async () => {
      expect((await bindDriver(linkOf(script))).features).to.deep.equal([]);
    });
  }
});
