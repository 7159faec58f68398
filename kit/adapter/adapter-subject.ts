import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import type { Region } from '../subject/memory.js';
import type { Operation, OperationName, Outcome } from '../subject/operations.js';
import type { HonestyFinding, Subject, SubjectIdentity } from '../subject/port.js';
import type { AdapterLink } from './adapter-link.js';
import { takeMemory } from './take-memory.js';

/** What a subject asks of whoever it converses with. */
export type Link = Pick<AdapterLink, 'greeting' | 'ask' | 'probe' | 'stop'>;

/** Operations that say nothing when they have been carried out, and that what comes next is built on. */
const PREPARATIONS: readonly OperationName[] = ['boot', 'spawn', 'set-capabilities', 'firmware-fault'];

/** A whole subject behind the adapter protocol. */
export class AdapterSubject implements Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly #link: Link;
  /** What was asked without waiting for it. */
  #due: Promise<unknown>[] = [];

  readonly #isInOrder: boolean;

  /** Who `waits` for every answer learns at once what could not be prepared. */
  constructor(link: Link, declared: readonly string[], { waits = false } = {}) {
    const { name, version, inOrder = false } = link.greeting;
    this.identity = { kind: 'adapter', name, version };
    this.capabilities = new Set(CAPABILITIES.filter((capability) => declared.includes(capability)));
    this.#link = link;
    this.#isInOrder = inOrder && !waits;
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    const { op, ...takes } = operation;
    const { memory }: { readonly op: OperationName; readonly memory?: readonly Region[] } = operation;
    // Nobody gets an answer any more that a boot comes before.
    if (op === 'boot') await this.#settle();
    const answer = this.#link.ask(op, takes);
    // Whoever waits next hears of what went wrong.
    answer.catch(() => {});
    const isPreparation = this.#isInOrder && PREPARATIONS.includes(op);
    if (isPreparation) this.#due.push(answer);
    else await this.#settle();
    const result = isPreparation ? null : await answer;
    if (memory !== undefined) return takeMemory(result, memory);
    // The schema has seen it; where the protocol has null, the port has nothing.
    const checked: { readonly outcome: Outcome<Name> } = Object({ outcome: result ?? undefined });
    return checked.outcome;
  }

  async finishScenario(): Promise<null> {
    await this.#settle();
    return null;
  }

  async #settle(): Promise<void> {
    const due = this.#due;
    this.#due = [];
    await Promise.all(due);
  }

  probe(): Promise<readonly HonestyFinding[]> {
    return this.#link.probe(this.capabilities);
  }

  stop(): Promise<void> {
    return this.#link.stop();
  }
}
