import type { RaidRequest } from '../../../kit/formats/raid/messages.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** 0 is write-through, which every volume begins with, and 1 write-back. */
export type CachePolicy = 0 | 1;

export function getCachePolicy({ volumes, cachePolicies }: Firmware, { target }: RaidRequest): Answer {
  return volumes.has(target) ? done(Uint8Array.of(cachePolicies.get(target) ?? 0)) : failed('NO_SUCH_VOLUME');
}

export function setCachePolicy(firmware: Firmware, { target, payload }: RaidRequest): Answer {
  const [policy] = payload;
  if (!firmware.volumes.has(target)) return failed('NO_SUCH_VOLUME');
  if (policy !== 0 && policy !== 1) return failed('BAD_PARAMETER');
  firmware.parts.keepCachePolicy(firmware, target, policy);
  return done();
}

/** The block driver counts on the policy that it found, so that another one waits for the reset. */
export function keepCachePolicy({ stagedCachePolicies }: Firmware, volume: number, policy: CachePolicy): void {
  stagedCachePolicies.set(volume, policy);
}
