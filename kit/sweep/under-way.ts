import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Region } from '../subject/memory.js';
import type { Subject } from '../subject/port.js';
import type { AnyOperation } from './record-scenarios.js';

/** Everything happens in this process, so that time is counted in turns: how busy the machine is must not matter. */
const QUICK_TURNS = 64;
const TURNS = 60;

/** An operation that was begun. */
export class UnderWay {
  readonly operation: AnyOperation;
  isBack = false;
  outcome: unknown;
  /** Why it could not be done; the scenario may have gone another way before. */
  problem: unknown;

  constructor(subject: Subject, operation: AnyOperation) {
    this.operation = onFreshMemory(operation);
    subject.perform(this.operation).then(
      (outcome) => {
        this.outcome = outcome ?? null;
        this.isBack = true;
      },
      (problem: unknown) => {
        this.problem = problem;
        this.isBack = true;
      },
    );
  }

  /** Until it is back, or nothing in this process can bring it back any more. */
  async comeBack(): Promise<boolean> {
    for (let turn = 0; turn < QUICK_TURNS && !this.isBack; turn += 1) await undefined;
    for (let turn = 0; turn < TURNS && !this.isBack; turn += 1) await nextTurn();
    return this.isBack;
  }
}

/** For each region of a scenario the one that is played with: megabytes that are made anew each time would take longest of all. */
const played = new WeakMap<Region, Region>();

/** The same operation on memory that holds what it held in the scenario. */
function onFreshMemory(operation: AnyOperation): AnyOperation {
  return operation.op === 'ioctl' ? { ...operation, memory: operation.memory.map(refreshed) } : operation;
}

function refreshed(region: Region): Region {
  const mine = played.get(region) ?? { ...region, bytes: new Uint8Array(region.bytes.length) };
  played.set(region, mine);
  mine.bytes.set(region.bytes);
  return mine;
}

/** Long enough for what happens without anybody's doing to have happened. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
}
