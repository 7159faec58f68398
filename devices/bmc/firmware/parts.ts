import { isSigned } from './image.js';
import { keepAddress } from './lan.js';
import { dataOfRelease } from './releases.js';

/** What the firmware alone decides, by name. A broken subject is this table with one entry replaced. */
export const BMC_FIRMWARE_PARTS = { dataOfRelease, isSigned, keepAddress };

export type BmcFirmwareParts = typeof BMC_FIRMWARE_PARTS;
