import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Subject } from '../subject/port.js';
import { Disagreement } from './disagreement.js';

/** In this process nothing takes time but turns of the event loop, however busy the machine is. */
const TURNS = { toComeBack: 200, toSettle: 3 } as const;
/** Milliseconds for a subject elsewhere. */
const MILLISECONDS = { toComeBack: 10_000, toSettle: 20 } as const;

function isHere({ identity }: Subject): boolean {
  return identity.kind === 'reference' || identity.kind === 'broken';
}

/** The value, or a disagreement when it does not come. */
export async function comesBack<Value>(subject: Subject, what: string, promise: Promise<Value>): Promise<Value> {
  const giveUp = new AbortController();
  const late = isHere(subject) ? turns(TURNS.toComeBack, giveUp.signal) : wait(MILLISECONDS.toComeBack, LATE, { signal: giveUp.signal });
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

async function turns(count: number, signal: AbortSignal): Promise<typeof LATE> {
  for (let turn = 0; turn < count && !signal.aborted; turn += 1) await nextTurn();
  return LATE;
}

/** Long enough for what happens without anybody's doing to have happened. */
export async function settle(subject: Subject): Promise<void> {
  for (let turn = 0; turn < TURNS.toSettle; turn += 1) await nextTurn();
  if (!isHere(subject)) await wait(MILLISECONDS.toSettle);
}
