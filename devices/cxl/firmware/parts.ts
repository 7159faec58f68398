import { takesEffect } from './effects.js';
import { selectValue } from './features.js';

/** What the firmware alone decides, by name. A broken subject is this table with one entry replaced. */
export const CXL_FIRMWARE_PARTS = { selectValue, takesEffect };

export type CxlFirmwareParts = typeof CXL_FIRMWARE_PARTS;
