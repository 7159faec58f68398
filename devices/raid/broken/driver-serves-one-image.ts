import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { failed } from '../firmware/answer.js';
import { readEvents } from '../firmware/event-log.js';
import { modelledRaidWith } from '../raid-device.js';

const FIRST_VERSION = 1;

/** Breaks driver-serves-after-configuration. */
export default {
  rule: 'driver-serves-after-configuration',
  summary: 'With another image than the first the controller no longer tells its events.',
  devices: modelledRaidWith({
    firmware: { readEvents: (firmware) => (firmware.version === FIRST_VERSION ? readEvents(firmware) : failed('BAD_PARAMETER')) },
  }),
  model: 'raid',
} satisfies BrokenVariant;
