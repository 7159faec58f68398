import type { RecordedCall } from '../../kit/evidence.js';
import { CAPABILITY_OF_OPERATION, type Capability } from '../../kit/subject/capabilities.js';
import type { DeviceProfile } from '../../kit/subject/device-setups.js';
import type { Operation, OperationName, Outcome } from '../../kit/subject/operations.js';
import type { ScenarioEnd, Subject } from '../../kit/subject/port.js';
import { NotTestable } from './not-testable.js';
import { beginRecord } from './record-call.js';
import { currentSubject, runParameters } from './session.js';

/** The machine that a scenario runs on: passes operations to the subject and writes down what was asked and answered. */
export class Machine {
  readonly calls: RecordedCall[] = [];
  readonly #startUp: () => Promise<void>;
  #isUp = false;
  readonly #used = new Set<Capability>();
  #missing: Capability | null = null;
  #isInShort = false;

  /** `startUp` is what happens on every machine before anything else does. In a dry run, nothing does, and no session is open. */
  constructor(startUp: () => Promise<void>) {
    this.#startUp = startUp;
  }

  /** `before` is what the regions of an ioctl hold now. Rejects with NotTestable when the subject lacks the capability for it. */
  perform<Name extends OperationName>(operation: Operation<Name>, before: readonly Uint8Array[] = []): Promise<Outcome<Name>> {
    return this.#isUp ? this.#perform(operation, before) : this.#startUpAndPerform(operation, before);
  }

  async #startUpAndPerform<Name extends OperationName>(operation: Operation<Name>, before: readonly Uint8Array[]): Promise<Outcome<Name>> {
    // What cannot be done needs no machine, and starting one may take a while.
    this.#require(operation);
    await this.start();
    return this.#perform(operation, before);
  }

  /** The first operation does this by itself; who lets operations overlap from the first on has to wait for it. */
  async start(): Promise<void> {
    if (this.#isUp) return;
    this.#isUp = true;
    await this.#startUp();
  }

  async #perform<Name extends OperationName>(operation: Operation<Name>, before: readonly Uint8Array[]): Promise<Outcome<Name>> {
    this.#require(operation);
    if (this.#isInShort || runParameters().recordCalls === false) return this.#subject.perform(operation);
    const { call, finish } = beginRecord(operation, before);
    this.calls.push(call);
    const outcome = await this.#subject.perform(operation);
    finish(outcome);
    return outcome;
  }

  /** Performs an operation that changes nothing if the subject can, for what a later step may ask; it is no evidence and no use. */
  async glance<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name> | null> {
    const capability = CAPABILITY_OF_OPERATION[operation.op];
    if (capability !== null && !this.#subject.capabilities.has(capability)) return null;
    return this.#subject.perform(operation);
  }

  /** Ends what is left on the machine; null where there is no kernel, or nothing has been done. */
  async finish(): Promise<ScenarioEnd | null> {
    return this.#isUp ? ((await this.#subject.finishScenario?.()) ?? null) : null;
  }

  /** Performs many operations that the evidence shows as one line, `what`, with what `perform` says came of them. */
  async inShort(what: string, perform: () => Promise<string>): Promise<void> {
    this.#isInShort = true;
    try {
      this.calls.push({ op: what, takes: {}, outcome: await perform() });
    } finally {
      this.#isInShort = false;
    }
  }

  /** The capabilities that the scenario made use of so far. */
  get used(): readonly Capability[] {
    return [...this.#used].sort();
  }

  /** What the scenario asked for and the subject does not declare, also where nobody waits for the operation that needed it. */
  get missing(): Capability | null {
    return this.#missing;
  }

  get #subject(): Subject {
    return currentSubject();
  }

  #require(operation: { readonly op: OperationName; readonly profile?: DeviceProfile }): void {
    const capability = CAPABILITY_OF_OPERATION[operation.op];
    const device = operation.profile && (`device-${operation.profile}` as const);
    for (const needed of [capability, device]) {
      if (!needed) continue;
      if (!this.#subject.capabilities.has(needed)) {
        this.#missing ??= needed;
        throw new NotTestable(needed);
      }
      this.#used.add(needed);
    }
  }
}
