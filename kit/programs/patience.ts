import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Subject } from '../subject/port.js';
import { Disagreement } from './disagreement.js';

/** In this process things take turns of the event loop, and timers some time before; how busy the machine is must not matter. */
const HERE = { milliseconds: 50, turns: 200, turnsToSettle: 3 } as const;
/** Milliseconds for a subject elsewhere. */
const ELSEWHERE = { toComeBack: 10_000, toSettle: 20 } as const;

function isHere({ identity }: Subject): boolean {
  return identity.kind === 'reference' || identity.kind === 'broken';
}

/** The value, or a disagreement when it does not come. */
export async function comesBack<Value>(subject: Subject, what: string, promise: Promise<Value>): Promise<Value> {
  const giveUp = new AbortController();
  const late = isHere(subject) ? turns(giveUp.signal) : wait(ELSEWHERE.toComeBack, LATE, { signal: giveUp.signal });
  try {
    const first = await Promise.race([promise, late]);
    if (first === LATE) throw new Disagreement({ what, expected: 'back', actual: 'not back' });
    return first;
  } finally {
    late.catch(() => undefined);
    giveUp.abort();
  }
}

const LATE = Symbol('late');

/** Timers that are due get their turns, too, after a time in which this process may have stood still. */
async function turns(signal: AbortSignal): Promise<typeof LATE> {
  const end = performance.now() + HERE.milliseconds;
  while (performance.now() < end && !signal.aborted) await nextTurn();
  for (let turn = 0; turn < HERE.turns && !signal.aborted; turn += 1) await nextTurn();
  return LATE;
}

/** Long enough for what happens without anybody's doing to have happened. */
export async function settle(subject: Subject): Promise<void> {
  for (let turn = 0; turn < HERE.turnsToSettle; turn += 1) await nextTurn();
  if (!isHere(subject)) await wait(ELSEWHERE.toSettle);
}
