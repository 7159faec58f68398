import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';
import { featureOf } from '../../../kit/formats/nvme/dwords.js';
import { NVME_ADMIN } from '../../../kit/formats/nvme/opcodes.js';
import { decodeNvmeRpc } from '../../../kit/formats/nvme/rpc.js';
import type { KernelUser } from '../../../reference-impl/driver-ops.js';
import type { NvmeDriver } from './parts.js';

/** The other drivers of the controller; they ask no scope, and nobody else. */
export function kernelUser(driver: NvmeDriver): KernelUser {
  return {
    command: (request) => driver.parts.deliver(driver, decodeNvmeRpc(request)),
    claim: (request) => {
      driver.claimed.add(unitOf(decodeNvmeRpc(request).command));
    },
  };
}

/** What of the controller a command is for: a feature that it sets, or else all that has its opcode. */
function unitOf(command: NvmeCommand): string {
  return command.opcode === NVME_ADMIN['Set Features'] ? `feature ${featureOf(command)}` : `command ${command.opcode}`;
}

/** Since some driver has claimed it, whatever was reset in between. */
export function isClaimed({ claimed }: NvmeDriver, command: NvmeCommand): boolean {
  return claimed.has(unitOf(command));
}
