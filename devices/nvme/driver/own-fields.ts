import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';

/** Whether a request leaves to the driver what is the driver's: the identifier, how commands and data are described, and every pointer. */
export function leavesOwnFields({ flags, commandId, mptr, prp1, prp2 }: NvmeCommand): boolean {
  return flags === 0 && commandId === 0 && mptr === 0 && prp1 === 0 && prp2 === 0;
}
