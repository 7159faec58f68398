import type { Evidence, RecordedCall } from '../evidence.js';
import type { Region } from '../subject/memory.js';
import type { ScenarioEnd } from '../subject/port.js';
import { type Answer, AnswerReplay } from './answer-replay.js';
import { BadRecord, restore } from './restore.js';

type Asked = { readonly op: string; readonly since?: number; readonly memory?: readonly Region[] };

type Pending = {
  readonly call: RecordedCall;
  /** The number of its coming back among all that begins and comes back; null when it never did. */
  readonly back: number | null;
  readonly memory: readonly Region[] | undefined;
  readonly resolve: (outcome: unknown) => void;
  readonly reject: (why: Error) => void;
};

/** Answers what one scenario asks with what was recorded of it, each answer when it came. */
export class ScenarioReplay {
  readonly #calls: readonly RecordedCall[];
  readonly #glances: readonly number[];
  readonly #end: ScenarioEnd | null;
  /** How often something begins or comes back. */
  readonly #allEvents: number;
  #nextCall = 0;
  #nextGlance = 0;
  #events = 0;
  #pending: readonly Pending[] = [];
  #answers: AnswerReplay | null = null;

  constructor({ calls, glances = [], complaint = [], boots }: Evidence) {
    this.#calls = calls;
    this.#allEvents = calls.length + calls.filter(isBack).length;
    this.#glances = glances;
    this.#end = boots === undefined ? null : { complaint, boots };
  }

  /**
   * Rejects with what was recorded where nothing was learnt.
   * @throws BadRecord when something else was recorded
   */
  perform(asked: Asked): Promise<unknown> {
    const answer = isGlance(asked) ? this.#nextSight() : this.#nextAnswer(asked);
    return answer === null ? this.#begin(asked) : Promise.resolve().then(() => outcomeOf(answer, asked.memory));
  }

  /** What the scenario's end showed of a kernel. */
  get end(): ScenarioEnd {
    if (this.#end === null) throw new BadRecord('nothing is recorded of how the scenario ended');
    return this.#end;
  }

  #nextSight(): Answer {
    const received = this.#glances[this.#nextGlance] ?? 0;
    this.#nextGlance += 1;
    return { outcome: { received, messages: [], contexts: [], objects: [] } };
  }

  /** Of a line that stands for many operations, the next one; null when there is no such line, or it is through. */
  #nextAnswer({ op, memory }: Asked): Answer | null {
    while (this.#answers === null || this.#answers.isThrough) {
      const line = this.#calls[this.#nextCall]?.answers;
      if (line === undefined) return null;
      this.#nextCall += 1;
      this.#answers = new AnswerReplay(line);
    }
    return this.#answers.next(op, memory);
  }

  #begin({ op, memory }: Asked): Promise<unknown> {
    const call = this.#calls[this.#nextCall];
    this.#nextCall += 1;
    if (call?.op !== op) throw new BadRecord(`${op} is asked where ${call === undefined ? 'nothing' : call.op} is recorded`);
    this.#events += 1;
    const back = isBack(call) ? (call.back ?? this.#events + 1) : null;
    if (back !== null && back > this.#allEvents) throw new BadRecord(`${op} is recorded to come back after all that was done`);
    return new Promise((resolve, reject) => {
      this.#pending = [...this.#pending, { call, back, memory, resolve, reject }];
      // Once all that begin now wait, they come back in the order in which they did.
      queueMicrotask(() => this.#comeBack());
    });
  }

  #comeBack(): void {
    for (let next = this.#nextBack(); next !== undefined; next = this.#nextBack()) {
      const { call, memory, resolve, reject } = next;
      this.#events += 1;
      this.#pending = this.#pending.filter((other) => other !== next);
      try {
        resolve(outcomeOf(call.broke === undefined ? { outcome: restore(call.outcome ?? null) } : { broke: call.broke }, memory));
      } catch (error) {
        reject(error instanceof Error ? error : new BadRecord(String(error)));
      }
    }
  }

  #nextBack(): Pending | undefined {
    return this.#pending.find(({ back }) => back !== null && back <= this.#events + 1);
  }
}

function isBack({ outcome, broke }: RecordedCall): boolean {
  return outcome !== undefined || broke !== undefined;
}

/** What only a later step needs to know is recorded apart from the calls, and asks for no message. */
function isGlance({ op, since }: Asked): boolean {
  return op === 'observe-firmware' && since === Number.MAX_SAFE_INTEGER;
}

/** Throws what was recorded where nothing was learnt. */
function outcomeOf(answer: Answer, memory: readonly Region[] | undefined): unknown {
  if ('broke' in answer) throw new Error(answer.broke);
  if (memory === undefined) return answer.outcome ?? undefined;
  const { written, ...outcome }: { readonly written?: unknown } = Object(answer.outcome);
  for (const region of Array.isArray(written) ? written : []) write(region, memory);
  return outcome;
}

function write(recorded: unknown, memory: readonly Region[]): void {
  const { address, bytes }: { readonly address?: unknown; readonly bytes?: unknown } = Object(recorded);
  const region = memory.find((candidate) => candidate.address === address);
  if (region === undefined || !(bytes instanceof Uint8Array) || bytes.length !== region.bytes.length)
    throw new BadRecord('memory is recorded to be written that the call was not given');
  region.bytes.set(bytes);
}
