import { RAID_COMMANDS } from '../../../kit/formats/raid/commands.js';
import { decodeRaidRequest } from '../../../kit/formats/raid/messages.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import type { RaidFile } from '../driver/parts.js';
import { fwRpc } from '../driver/rpc.js';
import { modelledRaidWith } from '../raid-device.js';

const trusted = new WeakSet<RaidFile>();

/** Breaks lockdown-no-hang. */
export default {
  rule: 'lockdown-no-hang',
  summary: 'A file through which a register was looked at may stop the controller in debug write.',
  devices: modelledRaidWith({
    driver: {
      fwRpc: async (driver, file, scope, request) => {
        const opcode = decodeRaidRequest(request)?.opcode;
        const isStop = opcode === RAID_COMMANDS.STOP_CONTROLLER;
        if (isStop && scope === 'debug write' && trusted.has(file)) return driver.link.send(request, file.owner);
        const answer = await fwRpc(driver, file, scope, request);
        if (opcode === RAID_COMMANDS.PEEK_REGISTER && answer.ok) trusted.add(file);
        return answer;
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
