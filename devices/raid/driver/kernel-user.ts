import { decodeRaidRequest, RAID_HOST } from '../../../kit/formats/raid/messages.js';
import type { KernelUser } from '../../../reference-impl/driver-ops.js';
import type { RaidDriver } from './parts.js';

/** The block driver of the controller, which asks no scope and is an owner of its own. */
export function kernelUser({ link, claimed }: RaidDriver): KernelUser {
  return {
    command: (request) => link.send(request, RAID_HOST),
    claim: (request) => {
      const decoded = decodeRaidRequest(request);
      if (decoded !== null) claimed.add(decoded.opcode);
    },
  };
}
