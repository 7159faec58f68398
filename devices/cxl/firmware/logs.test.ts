import { test } from 'node:test';
import { expect } from 'chai';
import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import {
  COMMAND_EFFECTS_LOG,
  type CommandEffects,
  decodeCommandEffectsLog,
  decodeSupportedLogs,
  encodeGetLog,
} from '../../../kit/formats/cxl/logs.js';
import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import { FIRST, FirmwareBench } from './test-bench.js';

function readLog(bench: FirmwareBench): readonly CommandEffects[] {
  const [log] = decodeSupportedLogs(bench.send('Get Supported Logs').payload);
  const payload = encodeGetLog({ uuid: COMMAND_EFFECTS_LOG, offset: 0, count: log?.size ?? 0 });
  return decodeCommandEffectsLog(bench.send('Get Log', payload).payload);
}

const opcodes = (bench: FirmwareBench): readonly number[] => readLog(bench).map(({ opcode }) => opcode);

test('the Command Effects Log is the only log', () => {
  const logs = decodeSupportedLogs(new FirmwareBench().send('Get Supported Logs').payload);
  expect(logs.map(({ uuid }) => uuid)).to.deep.equal([COMMAND_EFFECTS_LOG]);
});

test('the log lists the commands that every device has, and of the others those of the setup', () => {
  const own = opcodes(new FirmwareBench({ commands: [] }));
  expect(own).to.include.members([CXL_OPCODES['Get Supported Logs'], CXL_OPCODES['Get Log']]);
  expect(own).not.to.include.members([CXL_OPCODES['Get Feature']]);
  expect(opcodes(new FirmwareBench({ commands: [0x0502, 0x0400] }))).to.deep.equal([...own, 0x0502].sort((a, b) => a - b));
});

test('the log does not list a command that the device cannot do', () => {
  expect(opcodes(new FirmwareBench({ commands: [0x4400] }))).not.to.include(0x4400);
});

test('the log announces for Set Feature what the setup says', () => {
  const setFeatureEffects = effectsWord(['immediate data change', 'configuration change after cold reset']);
  expect(readLog(new FirmwareBench({ setFeatureEffects }))).to.deep.include({ opcode: 0x0502, effects: setFeatureEffects });
});

test('a piece of the log can be read, and none beyond its end', () => {
  const bench = new FirmwareBench();
  const log = readLog(bench);
  const size = log.length * 4;
  const piece = (offset: number, count: number, uuid = COMMAND_EFFECTS_LOG) => bench.send('Get Log', encodeGetLog({ uuid, offset, count }));
  expect(decodeCommandEffectsLog(piece(size - 4, 4).payload)).to.deep.equal(log.slice(-1));
  expect(piece(size, 0).payload).to.have.length(0);
  expect(piece(size - 4, 5).code).to.equal('Invalid Input');
  expect(piece(0, 4, FIRST).code).to.equal('Invalid Log');
});

test('no more of the log than the mailbox carries can be asked for', () => {
  const bench = new FirmwareBench({ payloadSize: 24 });
  const piece = (count: number) => bench.send('Get Log', encodeGetLog({ uuid: COMMAND_EFFECTS_LOG, offset: 0, count }));
  expect(piece(4).code).to.equal('Success');
  expect(piece(25).code).to.equal('Invalid Input');
});
