import { messageOf } from '../../kit/errors.js';
import type { RecordedCall } from '../../kit/evidence.js';
import { CAPABILITY_OF_OPERATION, type Capability, type FACILITIES } from '../../kit/subject/capabilities.js';
import type { DeviceProfile } from '../../kit/subject/device-setups.js';
import type { DeviceId, Operation, OperationName, Outcome } from '../../kit/subject/operations.js';
import type { ScenarioEnd, Subject } from '../../kit/subject/port.js';
import { NotTestable } from './not-testable.js';
import { AnswerRecord } from './record-answers.js';
import { beginRecord } from './record-call.js';
import { currentSubject, runParameters } from './session.js';

/** The machine that a scenario runs on: passes operations to the subject and writes down what was asked and answered. */
export class Machine {
  readonly calls: RecordedCall[] = [];
  /** What `messageCount` told, each time. */
  readonly glances: number[] = [];
  readonly #startUp: () => Promise<void>;
  #isUp = false;
  readonly #used = new Set<Capability>();
  #missing: Capability | null = null;
  /** Of operations that the evidence shows as one line, while they are performed. */
  #inShort: AnswerRecord | null = null;
  /** How many calls have begun and come back so far; each of both counts. */
  #events = 0;

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
    if (runParameters().recordCalls === false) return this.#subject.perform(operation);
    if (this.#inShort !== null) return this.#performInShort(operation, this.#inShort.begin(operation, before));
    const { call, outcomeOf } = beginRecord(operation, before);
    this.calls.push(call);
    this.#events += 1;
    const begun = this.#events;
    try {
      const outcome = await this.#subject.perform(operation);
      Object.assign(call, { outcome: outcomeOf(outcome) });
      return outcome;
    } catch (error) {
      Object.assign(call, { broke: messageOf(error) });
      throw error;
    } finally {
      this.#events += 1;
      if (this.#events > begun + 1) Object.assign(call, { back: this.#events });
    }
  }

  async #performInShort<Name extends OperationName>(
    operation: Operation<Name>,
    { answer, broke }: ReturnType<AnswerRecord['begin']>,
  ): Promise<Outcome<Name>> {
    try {
      const outcome = await this.#subject.perform(operation);
      answer(outcome);
      return outcome;
    } catch (error) {
      broke(messageOf(error));
      throw error;
    }
  }

  /** How many messages the firmware has received, for what a later step may ask; null when the subject cannot tell. It is no use of it. */
  async messageCount(device: DeviceId): Promise<number | null> {
    if (!this.#subject.capabilities.has(CAPABILITY_OF_OPERATION['observe-firmware'])) return null;
    const { received } = await this.#subject.perform({ op: 'observe-firmware', device, since: Number.MAX_SAFE_INTEGER });
    this.glances.push(received);
    return received;
  }

  /** Ends what is left on the machine; null where there is no kernel, or nothing has been done. */
  async finish(): Promise<ScenarioEnd | null> {
    return this.#isUp ? ((await this.#subject.finishScenario?.()) ?? null) : null;
  }

  /** Performs many operations that the evidence shows as one line, `what`, with what `perform` says came of them. */
  async inShort(what: string, perform: () => Promise<string>): Promise<void> {
    const record = new AnswerRecord();
    this.#inShort = record;
    const call: RecordedCall = { op: what, takes: {} };
    this.calls.push(call);
    try {
      Object.assign(call, { outcome: await perform() });
    } finally {
      this.#inShort = null;
      if (runParameters().recordCalls !== false) Object.assign(call, { answers: record.answers });
    }
  }

  /** For what has to be there from the beginning, though no operation asks for it yet. */
  requireFacility(facility: keyof typeof FACILITIES): void {
    this.#need(facility);
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
    if (capability !== null) this.#need(capability);
    if (device !== undefined) this.#need(device);
  }

  #need(capability: Capability): void {
    if (!this.#subject.capabilities.has(capability)) {
      this.#missing ??= capability;
      throw new NotTestable(capability);
    }
    this.#used.add(capability);
  }
}
