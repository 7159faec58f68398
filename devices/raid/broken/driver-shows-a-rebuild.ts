import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { keepRebuild } from '../firmware/rebuild.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks driver-run-time-change-transparent. */
export default {
  rule: 'driver-run-time-change-transparent',
  summary: 'While a volume is rebuilt, it is listed with one drive less.',
  devices: modelledRaidWith({
    firmware: {
      keepRebuild: (firmware, rebuild) => {
        keepRebuild(firmware, rebuild);
        const volume = firmware.volumes.get(rebuild.volume);
        if (volume === undefined) return;
        firmware.volumes.set(rebuild.volume, { ...volume, drives: volume.drives.filter((drive) => drive !== rebuild.failed) });
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
