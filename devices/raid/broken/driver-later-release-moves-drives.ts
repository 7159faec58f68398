import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { resultsOfRelease } from '../firmware/releases.js';
import { modelledRaidWith } from '../raid-device.js';

const VERSION_LENGTH = 4;

/** Breaks driver-tools-keep-working. */
export default {
  rule: 'driver-tools-keep-working',
  summary: 'The later release tells its version in a byte more, and so the number of drives a byte further on.',
  devices: modelledRaidWith({
    firmware: {
      resultsOfRelease: (release, name, results) => {
        const told = resultsOfRelease(release, name, results);
        if (release !== 'later' || name !== 'GET_CONTROLLER') return told;
        return Uint8Array.of(...told.subarray(0, VERSION_LENGTH), 0, ...told.subarray(VERSION_LENGTH));
      },
    },
  }),
  model: 'raid',
} satisfies BrokenVariant;
