import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';
import { COMMIT_ACTIONS, commitActionOf } from '../../../kit/formats/nvme/dwords.js';
import type { Scope } from '../../../kit/uapi/scope.js';

/** What waits for a reset, or for another commit. */
const LATER: readonly number[] = [
  COMMIT_ACTIONS['store only'],
  COMMIT_ACTIONS['store and activate at the next reset'],
  COMMIT_ACTIONS['activate at the next reset'],
];
/** What is felt at once, or by the machine when it starts. */
const AT_ONCE: readonly number[] = [
  COMMIT_ACTIONS['activate now'],
  COMMIT_ACTIONS['replace the boot partition'],
  COMMIT_ACTIONS['activate the boot partition'],
];

/** The least scope of Firmware Commit. Whether the image is genuine is for the controller to see. */
export function scopeOfCommit(command: NvmeCommand): Scope | null {
  const action = commitActionOf(command);
  if (LATER.includes(action)) return 'configuration';
  return AT_ONCE.includes(action) ? 'debug write full' : null;
}
