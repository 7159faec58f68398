import { readU32, writeU32 } from '../../../kit/formats/little-endian.js';
import type { RaidRequest } from '../../../kit/formats/raid/messages.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** Whose it is, and how many events there were since it was asked last. */
export type Subscription = { readonly owner: number; untold: number };

export const MOST_SUBSCRIPTIONS = 8;

/** Somebody wants to be told of events; the answer is the number by which the firmware knows that. */
export function subscribe(firmware: Firmware, _request: RaidRequest, owner: number): Answer {
  if (firmware.subscriptions.size === MOST_SUBSCRIPTIONS) return failed('NO_RESOURCES');
  const id = firmware.nextSubscription;
  firmware.nextSubscription += 1;
  firmware.subscriptions.set(id, { owner, untold: 0 });
  return done(word(id));
}

/** How many events there were since the last time; they are told once. */
export function pollSubscription({ subscriptions }: Firmware, { payload }: RaidRequest, owner: number): Answer {
  const subscription = subscriptions.get(readU32(payload, 0));
  if (subscription?.owner !== owner) return failed('NO_SUCH_SUBSCRIPTION');
  const { untold } = subscription;
  subscription.untold = 0;
  return done(word(untold));
}

/** To anybody but its owner there is no such subscription. */
export function unsubscribe({ subscriptions }: Firmware, { payload }: RaidRequest, owner: number): Answer {
  const id = readU32(payload, 0);
  if (subscriptions.get(id)?.owner !== owner) return failed('NO_SUCH_SUBSCRIPTION');
  subscriptions.delete(id);
  return done();
}

/** How many there are; whose they are is nobody else's business. */
export function countSubscriptions({ subscriptions }: Firmware): Answer {
  return done(Uint8Array.of(subscriptions.size));
}

function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  writeU32(bytes, 0, value);
  return bytes;
}
