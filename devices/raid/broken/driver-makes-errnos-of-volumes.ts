import { RAID_STATUSES } from '../../../kit/formats/raid/commands.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { refusalErrno } from '../driver/admission.js';
import { modelledRaidWith } from '../raid-device.js';

/** Breaks driver-status-in-response. */
export default {
  rule: 'driver-status-in-response',
  summary: 'Where there is no such volume the call fails, instead of the response saying so.',
  devices: modelledRaidWith({
    driver: { refusalErrno: (status) => (status === RAID_STATUSES.NO_SUCH_VOLUME ? 'ENOENT' : refusalErrno(status)) },
  }),
  model: 'raid',
} satisfies BrokenVariant;
