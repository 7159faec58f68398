import { isDeepStrictEqual } from 'node:util';
import type { ReferenceSubject } from '../../reference-impl/reference-subject.js';
import { type FaultName, Faults } from './faults.js';
import type { Ledger } from './ledger.js';
import { devicesOf, sinceBoot } from './machine-left.js';
import { NextUse, type Uses } from './next-use.js';
import type { AnyOperation, Step } from './record-scenarios.js';
import { type Swept, sweptReference } from './swept-reference.js';
import { settle, UnderWay } from './under-way.js';

/** Whether at the end callers or devices go first: files are closed by their last user, or by the device that goes. */
export const ENDINGS = ['callers first', 'devices first'] as const;
export type Ending = (typeof ENDINGS)[number];

/** How a scenario is played: which thing fails, counted from 1, or none; and what becomes of the next use when none does. */
export type Plan = { readonly at: number | null; readonly ending: Ending; readonly expected: Uses | null };

export type Played = {
  /** How many things might have failed. */
  readonly reached: number;
  readonly met: FaultName | null;
  readonly wrongs: readonly string[];
  readonly uses: Uses;
  readonly operations: number;
};

/** How often whatever is held is let go on, so that something else may end. */
const ROUNDS = 5;

/** Performs the steps with one thing failing, lets everything end, and tells what is not as it must be. */
export async function play(steps: readonly Step[], swept: Swept, { at, ending, expected }: Plan): Promise<Played> {
  const faults = new Faults(at);
  const { subject, ledger } = sweptReference(swept, faults);
  const playing = new Playing(subject, ledger);
  await playing.perform(steps);
  const wrongs = at === null ? playing.otherwise(steps) : [];
  await playing.letGoOn();
  const nextUse = new NextUse(steps, playing.begun);
  const callersEnd = () => playing.end(callersLeft(playing.begun));
  const devicesEnd = () => playing.end(devicesLeft(playing.begun));
  const useAgain = async () => {
    faults.suspend();
    const uses = await nextUse.make((operation) => playing.finish(operation));
    faults.resume();
    return uses;
  };
  let uses: Uses;
  if (ending === 'callers first') {
    await callersEnd();
    uses = await useAgain();
    await devicesEnd();
  } else {
    uses = await useAgain();
    await devicesEnd();
    wrongs.push(...(await nextUse.tryGone((operation) => playing.finish(operation))));
    await callersEnd();
  }
  wrongs.push(...playing.wrongs(), ...nextUse.differences(uses, expected), ...ledger.settle());
  return { reached: faults.reached, met: faults.met, wrongs, uses, operations: playing.begun.length };
}

/** The operations of a scenario on one subject, as they are begun and come back. */
class Playing {
  readonly begun: UnderWay[] = [];
  readonly #subject: ReferenceSubject;
  readonly #ledger: Ledger;
  readonly #devices = new Set<string>();

  constructor(subject: ReferenceSubject, ledger: Ledger) {
    this.#subject = subject;
    this.#ledger = ledger;
  }

  async perform(steps: readonly Step[]): Promise<void> {
    for (const { operation, back } of steps) {
      this.#begin(operation);
      if (back.length === 0) await settle();
      for (const number of back) await this.begun[number]?.comeBack();
    }
  }

  /** Where what came is not what came when the scenario ran: then it is not the scenario that is swept. */
  otherwise(steps: readonly Step[]): string[] {
    return steps.flatMap(({ operation: { op }, outcome }, number) => {
      const now = this.begun[number];
      const isSame = outcome === undefined || op.startsWith('observe') || isDeepStrictEqual(now?.outcome, outcome);
      return isSame ? [] : [`step ${number + 1}, ${op}, does not come to what it did in the scenario`];
    });
  }

  /** What the scenario has begun and has not seen the end of. */
  async letGoOn(): Promise<void> {
    for (const operation of this.begun.filter((one) => one.operation.op !== 'await-held')) await this.#ends(operation);
  }

  async end(operations: readonly AnyOperation[]): Promise<void> {
    for (const operation of operations) await this.finish(operation);
  }

  /** Performs one operation to its end, if it has one. */
  async finish(operation: AnyOperation): Promise<UnderWay> {
    const begun = this.#begin(operation);
    await this.#ends(begun);
    return begun;
  }

  /** What never came back, and where not the kernel's answer but the model itself is wrong. */
  wrongs(): readonly string[] {
    return this.begun.flatMap(({ operation: { op }, isBack, problem }) => {
      if (!isBack) return op === 'await-held' ? [] : [`${op} does not come back`];
      return problem instanceof TypeError || problem instanceof RangeError ? [`${op}: ${problem.message}`] : [];
    });
  }

  #begin(operation: AnyOperation): UnderWay {
    if (operation.op === 'boot' || operation.op === 'boot-next-kernel') {
      this.#ledger.forget();
      this.#devices.clear();
    }
    if (operation.op === 'register') this.#devices.add(operation.device);
    const begun = new UnderWay(this.#subject, operation);
    this.begun.push(begun);
    return begun;
  }

  async #ends(operation: UnderWay): Promise<void> {
    for (let round = 0; round < ROUNDS && !(await operation.comeBack()); round += 1) {
      for (const device of this.#devices) this.#subject.perform({ op: 'release', device }).catch(() => undefined);
    }
  }
}

function callersLeft(begun: readonly UnderWay[]): readonly AnyOperation[] {
  const operations = sinceBoot(begun).map(({ operation }) => operation);
  const ended = new Set(operations.flatMap((operation) => (operation.op === 'exit' ? [operation.caller] : [])));
  return operations.flatMap((operation): readonly AnyOperation[] =>
    operation.op === 'spawn' && !ended.has(operation.caller) ? [{ op: 'exit', caller: operation.caller, how: 'kill' }] : [],
  );
}

function devicesLeft(begun: readonly UnderWay[]): readonly AnyOperation[] {
  return devicesOf(begun).flatMap(({ device, isGone }) => (isGone ? [] : [{ op: 'unregister', device }]));
}
