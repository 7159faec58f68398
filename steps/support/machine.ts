import type { RecordedCall, RecordedValue } from '../../kit/evidence.js';
import { CAPABILITY_OF_OPERATION, type Capability } from '../../kit/subject/capabilities.js';
import type { DeviceProfile } from '../../kit/subject/device-setups.js';
import type { Operation, OperationName, Outcome } from '../../kit/subject/operations.js';
import type { Subject } from '../../kit/subject/port.js';
import { NotTestable } from './not-testable.js';
import { record } from './record.js';

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The machine that a scenario runs on: passes operations to the subject and writes down what was asked and answered. */
export class Machine {
  readonly calls: Writable<RecordedCall>[] = [];
  readonly #subject: Subject;
  readonly #recordsCalls: boolean;
  readonly #used = new Set<Capability>();
  #isInShort = false;

  constructor(subject: Subject, recordsCalls = true) {
    this.#subject = subject;
    this.#recordsCalls = recordsCalls;
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    this.#require(operation);
    if (this.#isInShort || !this.#recordsCalls) return this.#subject.perform(operation);
    const { op, ...takes } = operation;
    const call: Writable<RecordedCall> = { op, takes: recordTakes(takes) };
    this.calls.push(call);
    const outcome = await this.#subject.perform(operation);
    call.outcome = op === 'ioctl' ? recordIoctl(outcome, call.takes['memory'], memoryOf(takes)) : record(outcome ?? null);
    return outcome;
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

  #require(operation: { readonly op: OperationName; readonly profile?: DeviceProfile }): void {
    const capability = CAPABILITY_OF_OPERATION[operation.op];
    const device = operation.profile && (`device-${operation.profile}` as const);
    for (const needed of [capability, device]) {
      if (!needed) continue;
      if (!this.#subject.capabilities.has(needed)) throw new NotTestable(needed);
      this.#used.add(needed);
    }
  }
}

function memoryOf(takes: object): unknown {
  return 'memory' in takes ? takes.memory : null;
}

/** Of the memory, the evidence shows again what the call has changed. */
function recordIoctl(outcome: unknown, before: RecordedValue | undefined, memory: unknown): RecordedValue {
  const [earlier, later] = [before, record(memory)].map((value) => (Array.isArray(value) ? value : []));
  const written = (later ?? []).filter((region, index) => JSON.stringify(region) !== JSON.stringify(earlier?.[index]));
  return record({ ...(typeof outcome === 'object' ? outcome : {}), written });
}

function recordTakes(takes: object): RecordedCall['takes'] {
  return Object.fromEntries(Object.entries(takes).map(([name, value]) => [name, record(value)]));
}
