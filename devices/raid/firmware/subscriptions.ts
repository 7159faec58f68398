import { readU32, writeU32 } from '../../../kit/formats/little-endian.js';
import type { RaidRequest } from '../../../kit/formats/raid/messages.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

export const MOST_SUBSCRIPTIONS = 8;

/** Somebody wants to be told of events; the answer is the number by which the firmware knows that. */
export function subscribe(firmware: Firmware): Answer {
  if (firmware.subscriptions.size === MOST_SUBSCRIPTIONS) return failed('NO_RESOURCES');
  const id = firmware.nextSubscription;
  firmware.nextSubscription += 1;
  firmware.subscriptions.add(id);
  const results = new Uint8Array(4);
  writeU32(results, 0, id);
  return done(results);
}

export function unsubscribe({ subscriptions }: Firmware, { payload }: RaidRequest): Answer {
  return subscriptions.delete(readU32(payload, 0)) ? done() : failed('BAD_PARAMETER');
}

/** How many there are; whose they are is nobody else's business. */
export function countSubscriptions({ subscriptions }: Firmware): Answer {
  return done(Uint8Array.of(subscriptions.size));
}
