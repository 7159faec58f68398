import { NVME_EFFECTS } from '../../../kit/formats/nvme/effects.js';
import { encodeFirmwareImage } from '../../../kit/formats/nvme/firmware-image.js';

/** The releases of the firmware, in their order; a controller comes with the middle one. */
export type Release = 'earlier' | 'usual' | 'later';

/** A command of the vendor, which reads, that only the later release has. */
const NEW_COMMAND = 0xd2;

export const IMAGES: Readonly<Record<Release, Uint8Array>> = {
  earlier: encodeFirmwareImage({ revision: '0.9', effects: [] }),
  usual: encodeFirmwareImage({ revision: '1.0', effects: [] }),
  later: encodeFirmwareImage({ revision: '1.1', effects: [[NEW_COMMAND, NVME_EFFECTS.CSUPP]] }),
};
