import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { readEvents } from '../firmware/event-log.js';
import { createRaidDevice } from '../raid-device.js';

/** Breaks driver-reading-changes-nothing. */
export default {
  rule: 'driver-reading-changes-nothing',
  summary: 'Whenever the event log was read three times, patrol read becomes slower.',
  devices: {
    modelled: (_setup, instance) => {
      let times = 0;
      return createRaidDevice(instance, {
        firmware: {
          readEvents: (firmware) => {
            times += 1;
            if (times % 3 === 0) firmware.patrolRate -= 1;
            return readEvents(firmware);
          },
        },
      });
    },
  },
  model: 'raid',
} satisfies BrokenVariant;
