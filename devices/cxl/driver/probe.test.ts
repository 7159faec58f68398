import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeCciMessage, encodeCciResponse } from '../../../kit/formats/cxl/cci-message.js';
import { encodeSupportedFeatures, GET_SUPPORTED_FEATURES_OUT } from '../../../kit/formats/cxl/get-supported-features.js';
import { COMMAND_EFFECTS_LOG, encodeCommandEffectsLog, encodeSupportedLogs } from '../../../kit/formats/cxl/logs.js';
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
  'Get Log': (payload) => LOG.slice(payload[16] ?? 0, (payload[16] ?? 0) + (payload[20] ?? 0)),
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
    expect([...(await bindDriver(linkOf(WORKS, 8))).commands.keys()]).to.deep.equal([0x0500, 0x0501, 0x0502]);
  });

  const poor: Readonly<Record<string, Script>> = {
    'no command gets through': {},
    'there is no log': { ...WORKS, 'Get Supported Logs': () => encodeSupportedLogs([]) },
    'the log cannot be read': { ...WORKS, 'Get Log': () => null },
    'the log is longer than was asked for': { ...WORKS, 'Get Log': () => new Uint8Array(100) },
    'the list cannot be read': { ...WORKS, 'Get Supported Features': () => null },
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
