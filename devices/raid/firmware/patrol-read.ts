import type { RaidRequest } from '../../../kit/formats/raid/messages.js';
import { type Answer, done, failed } from './answer.js';
import type { Firmware } from './firmware.js';

/** The rate, and whether there is any at all. */
export function getPatrolRead({ patrolRate }: Firmware): Answer {
  return done(Uint8Array.of(patrolRate, patrolRate > 0 ? 1 : 0));
}

/** In percent of the time; 0 stops it. What reads and writes meanwhile notices nothing. */
export function setPatrolRead(firmware: Firmware, { payload }: RaidRequest): Answer {
  const [rate = 0] = payload;
  if (rate > 100) return failed('BAD_PARAMETER');
  firmware.patrolRate = rate;
  return done();
}
