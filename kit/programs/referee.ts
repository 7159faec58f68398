import type { Awaitable } from '../result.js';
import type { Region } from '../subject/memory.js';
import type { CallOutcome, DriverCall } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { compare } from './compare.js';
import { type Difference, Disagreement } from './disagreement.js';
import { compareKernel } from './observe.js';
import { type Prediction, type Predictions, succeeds } from './oracle/prediction.js';
import type { MachineState } from './oracle/state.js';
import { DEVICES } from './program.js';

type Memory = { readonly before: readonly Region[]; readonly after: readonly Region[] };

const NO_MEMORY: Memory = { before: [], after: [] };
/** Of operations that can only come back. */
export const SUCCESS: CallOutcome = { ok: true };

/** Looks at everything that can be seen of a subject, and ends the program at the first difference from what the rules say. */
export class Referee {
  readonly #subject: Subject;
  readonly #machine: MachineState;
  /** How many calls of each driver have been looked at. */
  readonly #seen = new Map<string, number>();
  readonly #contexts = new Map<string, Set<number>>();
  /** What the rules say of every operation so far: what came true, or of the last one what is nearest to what came. */
  readonly told: Prediction[] = [];
  expectations = 0;

  constructor(subject: Subject, machine: MachineState) {
    this.#subject = subject;
    this.#machine = machine;
  }

  /** Waits for the outcome, and holds what came to the predictions, one of which must be true. */
  async judge(predictions: Predictions, coming: Awaitable<CallOutcome> = SUCCESS, memory: Memory = NO_MEMORY): Promise<void> {
    const number = this.told.push(predictions[0]) - 1;
    const outcome = await coming;
    const calls = await this.#newCalls();
    this.expectations += 1 + calls.size + memory.after.length;
    const { nearest, difference } = compare(predictions, { outcome, calls, ...memory });
    this.told[number] = nearest;
    if (difference !== null) throw new Disagreement(difference);
    this.#learnContexts(nearest, calls);
    await this.#judgeKernel();
  }

  /** Nothing but what the kernel shows is looked at, and that no driver was called. */
  judgeQuiet(): Promise<void> {
    return this.judge([succeeds()]);
  }

  expect(what: string, expected: string, actual: string): void {
    this.#hold({ what, expected, actual });
  }

  async #judgeKernel(): Promise<void> {
    for (const comparison of await compareKernel(this.#subject, this.#machine)) this.#hold(comparison);
  }

  #hold(comparison: Difference): void {
    this.expectations += 1;
    if (comparison.expected !== comparison.actual) throw new Disagreement(comparison);
  }

  async #newCalls(): Promise<ReadonlyMap<string, readonly DriverCall[]>> {
    const calls = new Map<string, readonly DriverCall[]>();
    if (!this.#subject.capabilities.has('observe-driver')) return calls;
    for (const device of DEVICES.filter((name) => this.#machine.devices.has(name))) {
      const all = await this.#subject.perform({ op: 'observe-driver', device });
      calls.set(device, all.calls.slice(this.#seen.get(device) ?? 0));
      this.#seen.set(device, all.calls.length);
    }
    return calls;
  }

  /** A new open file has a user context that no file of the device had before. */
  #learnContexts({ calls }: Prediction, made: ReadonlyMap<string, readonly DriverCall[]>): void {
    for (const device of made.keys()) {
      const known = this.#contexts.get(device) ?? new Set();
      this.#contexts.set(device, known);
      const opened = (made.get(device) ?? []).filter(({ operation }) => operation === 'open_uctx');
      const files = calls.filter((call) => call.device.id === device && call.operation === 'open_uctx').map(({ file }) => file);
      for (const [index, file] of files.entries()) {
        const context = opened[index]?.context;
        if (file === null || context === undefined) continue;
        this.expect(`a user context of its own on ${device}`, 'new', known.has(context) ? `context ${context} again` : 'new');
        known.add(context);
        file.context = context;
      }
    }
  }
}
