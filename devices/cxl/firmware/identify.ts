import { encodeIdentity } from '../../../kit/formats/cxl/identify-memory-device.js';
import { type Answer, done } from './command.js';
import type { Firmware } from './firmware.js';
import { activeRevision } from './fw-slots.js';

/** 4 GiB of volatile memory, in the unit of capacities. */
const CAPACITY = 16;

/** The device has no persistent memory, event log, poison list or label storage. */
export function identifyMemoryDevice({ fwSlots }: Firmware): Answer {
  return done(encodeIdentity({ fwRevision: activeRevision(fwSlots), total: CAPACITY, volatileOnly: CAPACITY, persistentOnly: 0 }));
}
