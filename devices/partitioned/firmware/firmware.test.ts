import { describe, it } from 'node:test';
import { expect } from 'chai';
import { createPartitionFirmware, PARTITION_COMMANDS, PARTITION_PARTS, TRUST } from './firmware.js';

const OWN = 11;

describe('the firmware of a device whose functions share it', () => {
  it('tells with each release what the one before told, and more, and keeps what was set', () => {
    const { execute, runFirmware } = createPartitionFirmware(OWN, PARTITION_PARTS);
    execute(PARTITION_COMMANDS.SET_BANDWIDTH, [OWN, 40], TRUST.CONFIGURES);
    const told = (['earlier', 'usual', 'later'] as const).map((release) => {
      runFirmware(release);
      return execute(PARTITION_COMMANDS.GET_BANDWIDTH, [OWN], TRUST.CONFIGURES);
    });
    expect(told).to.deep.equal([
      [0, 40],
      [0, 40, 100],
      [0, 40, 100, 1],
    ]);
  });
});
