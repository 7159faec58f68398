import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { modelledBmcWith } from '../bmc-device.js';
import { dataOfRelease } from '../firmware/releases.js';

/** Breaks driver-tools-served. */
export default {
  rule: 'driver-tools-served',
  summary: 'The release that the manager comes with does not repeat which boot option was asked for, and tells it a byte too early.',
  devices: modelledBmcWith({
    firmware: {
      dataOfRelease: (release, name, data) => {
        const told = dataOfRelease(release, name, data);
        if (release !== 'usual' || name !== 'Get System Boot Options') return told;
        const [version = 0, , ...option] = told;
        return Uint8Array.of(version, ...option);
      },
    },
  }),
  model: 'bmc',
} satisfies BrokenVariant;
