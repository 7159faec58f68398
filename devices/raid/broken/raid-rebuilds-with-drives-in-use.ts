import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { isUnused } from '../firmware/drives.js';
import { modelledRaidWith } from '../raid-device.js';

const DRIVE = 0;

/** Breaks isolation-no-kernel-objects. */
export default {
  rule: 'isolation-no-kernel-objects',
  summary: 'A volume may be rebuilt with a drive that the block driver uses in another one.',
  devices: modelledRaidWith({
    firmware: {
      isUnused: (firmware, drive, volume) => (firmware.volumes.has(volume) && drive === DRIVE) || isUnused(firmware, drive, volume),
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
