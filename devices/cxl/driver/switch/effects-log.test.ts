import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeCciMessage, encodeCciResponse } from '../../../../kit/formats/cxl/cci-message.js';
import {
  COMMAND_EFFECTS_LOG,
  decodeGetLog,
  encodeCommandEffectsLog,
  encodeSupportedLogs,
  type SupportedLog,
} from '../../../../kit/formats/cxl/logs.js';
import { CXL_OPCODES } from '../../../../kit/formats/cxl/opcodes.js';
import { CXL_RETURN_CODES, type CxlReturnCodeName } from '../../../../kit/formats/cxl/return-codes.js';
import { decodeTunnel, encodeTunnelAnswer } from '../../../../kit/formats/cxl/tunnel.js';
import { ok } from '../../../../kit/result.js';
import { effectsLog } from './effects-log.js';

const ENTRIES = [
  { opcode: 0x0400, effects: 0 },
  { opcode: 0xc000, effects: 2 },
];
const LOG = encodeCommandEffectsLog(ENTRIES);
const EFFECTS = new Map(ENTRIES.map(({ opcode, effects }) => [opcode, effects]));
const OTHER: SupportedLog = { uuid: '5e1819d9-11a9-400c-811f-d60719403d86', size: 4 };
const OWN: SupportedLog = { uuid: COMMAND_EFFECTS_LOG, size: LOG.length };

/** How a component answers that lists those logs, and has the bytes of the one for any of them. */
type Component = {
  readonly logs: readonly SupportedLog[];
  readonly switchSays?: CxlReturnCodeName;
  readonly componentSays?: CxlReturnCodeName;
};

/** The effects as the component tells them, at the end of the path. It sends its data along with whatever return code. */
function read({ logs, switchSays = 'Success', componentSays = 'Success' }: Component, path: readonly number[] = []) {
  const answer = (request: Uint8Array): Uint8Array => {
    const { opcode, payload } = decodeCciMessage(request);
    const tunnelled = opcode === CXL_OPCODES['Tunnel Management Command'] ? decodeTunnel(payload) : null;
    if (tunnelled !== null) {
      const inner = component(tunnelled.command.opcode, tunnelled.command.payload);
      return encodeCciResponse({ opcode, returnCode: CXL_RETURN_CODES[switchSays], payload: encodeTunnelAnswer(inner) });
    }
    return component(opcode, payload);
  };
  const component = (opcode: number, payload: Uint8Array): Uint8Array => {
    const data = opcode === CXL_OPCODES['Get Log'] ? LOG.slice(0, decodeGetLog(payload).count) : encodeSupportedLogs(logs);
    return encodeCciResponse({ opcode, returnCode: CXL_RETURN_CODES[componentSays], payload: data });
  };
  return effectsLog({ payloadSize: 4096, execute: (request) => ok(answer(request)) }, path);
}

describe('the Command Effects Log of a component', () => {
  for (const path of [[], [3]]) {
    const place = path.length === 0 ? 'of the switch' : 'behind a port';
    it(`is read as a whole, whatever is listed before it ${place}`, async () => {
      expect(await read({ logs: [OTHER, OWN] }, path)).to.deep.equal(EFFECTS);
    });

    it(`is none where the log is not listed ${place}`, async () => {
      expect(await read({ logs: [OTHER] }, path)).to.equal(null);
    });

    it(`is none where a component refuses to tell it ${place}`, async () => {
      expect(await read({ logs: [OWN], componentSays: 'Internal Error' }, path)).to.equal(null);
    });
  }

  it('is none behind a switch that refuses, whatever comes with the refusal', async () => {
    expect(await read({ logs: [OWN], switchSays: 'Internal Error' }, [3])).to.equal(null);
  });
});
