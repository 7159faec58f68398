import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { keepRebuild } from '../firmware/rebuild.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks driver-run-time-change-transparent. */
export default {
  rule: 'driver-run-time-change-transparent',
  summary: 'While a rebuild is begun anew, its volume is listed with one drive less.',
  devices: modelledRaidWith({
    firmware: {
      keepRebuild: (firmware, rebuild) => {
        const volume = firmware.volumes.get(rebuild.volume);
        if (volume !== undefined && firmware.rebuilds.has(rebuild.volume))
          firmware.volumes.set(rebuild.volume, { ...volume, drives: volume.drives.filter((drive) => drive !== rebuild.failed) });
        keepRebuild(firmware, rebuild);
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
