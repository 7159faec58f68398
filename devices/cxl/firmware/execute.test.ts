import { describe, it } from 'node:test';
import { expect } from 'chai';
import { COMMAND_EFFECTS_LOG, decodeCommandEffectsLog, decodeSupportedLogs, encodeGetLog } from '../../../kit/formats/cxl/logs.js';
import { FEATURE, FirmwareBench } from './test-bench.js';

describe('a command', () => {
  it('that is not in the Command Effects Log is not there', () => {
    const bench = new FirmwareBench();
    expect(bench.send('Sanitize').code).to.equal('Unsupported');
    expect(bench.send('Identify').code).to.equal('Unsupported');
  });

  it('has the length that it must have', () => {
    const bench = new FirmwareBench();
    expect(bench.send('Get Feature', new Uint8Array(20)).code).to.equal('Invalid Payload Length');
    expect(bench.send('Get Feature', new Uint8Array(22)).code).to.equal('Invalid Payload Length');
    expect(bench.send('Set Feature', new Uint8Array(31)).code).to.equal('Invalid Payload Length');
    expect(bench.send('Set Feature', new Uint8Array(257)).code).to.equal('Invalid Payload Length');
  });
});

describe('the Command Effects Log', () => {
  const bench = new FirmwareBench();
  const [log] = decodeSupportedLogs(bench.send('Get Supported Logs').payload);
  const read = (uuid: string, offset: number, count: number) => bench.send('Get Log', encodeGetLog({ uuid, offset, count }));

  it('is the one log there is', () => {
    expect(log?.uuid).to.equal(COMMAND_EFFECTS_LOG);
    expect(read(FEATURE, 0, 4).code).to.equal('Invalid Log');
  });

  it('tells all commands with their effects', () => {
    const commands = decodeCommandEffectsLog(read(COMMAND_EFFECTS_LOG, 0, log?.size ?? 0).payload);
    expect(commands).to.deep.include.members([
      { opcode: 0x0500, effects: 0 },
      { opcode: 0x0502, effects: 0x3 },
      { opcode: 0x0202, effects: 0x3 },
    ]);
    expect(commands).to.have.length(10);
  });

  it('is not read beyond its end', () => {
    expect(read(COMMAND_EFFECTS_LOG, (log?.size ?? 0) - 2, 4).code).to.equal('Invalid Input');
  });
});
