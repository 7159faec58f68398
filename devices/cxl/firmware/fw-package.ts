import { decodeFwRevision } from '../../../kit/formats/cxl/fw-revision.js';
import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import { startInBackground } from './background.js';
import type { Answer } from './command.js';
import type { Firmware } from './firmware.js';

/** The longest package that a slot holds, in bytes. */
export const FW_PACKAGE_SIZE = 0x1_0000;

/** The vendor's form of a package: it begins with the revision, which is not empty and can be printed. */
const GENUINE = /^[ -~]+$/;

/** Writes a package into a slot, in the background; one that is not genuine leaves the slot as it was. */
export function storePackage(firmware: Firmware, slot: number, data: Uint8Array): Answer {
  const revision = decodeFwRevision(data);
  return startInBackground(firmware, {
    opcode: CXL_OPCODES['Transfer FW'],
    canAbort: false,
    complete: () => {
      if (!GENUINE.test(revision)) return 'FW Authentication Failed';
      firmware.fwSlots.revisions[slot - 1] = revision;
      return 'Success';
    },
  });
}
