import type { RecordedAnswers } from '../evidence.js';
import type { Region } from '../subject/memory.js';
import { BadRecord, isBytes, restoreBytes, unpackJson } from './restore.js';

/** One recorded operation that came back, or of which nothing was learnt. */
export type Answer = { readonly outcome: unknown } | { readonly broke: string };

/** Gives the answers again to many operations that the evidence shows as one line, in their order. */
export class AnswerReplay {
  readonly #answers: readonly unknown[];
  #next = 0;
  #given: readonly Uint8Array[] = [];
  readonly #lists = new Map<string, readonly unknown[]>();

  constructor({ compressed, calls }: RecordedAnswers) {
    this.#answers = unpackJson(compressed);
    if (this.#answers.length !== calls) throw new BadRecord(`${calls} answers are said to be recorded, and ${this.#answers.length} are`);
  }

  get isThrough(): boolean {
    return this.#next === this.#answers.length;
  }

  /** @throws BadRecord when something else was asked */
  next(op: string, memory: readonly Region[] | undefined): Answer {
    const answer: { readonly op?: unknown; readonly outcome?: unknown; readonly broke?: unknown } = Object(this.#answers[this.#next]);
    this.#next += 1;
    if (answer.op !== op) throw new BadRecord(`${op} is asked where ${String(answer.op)} is recorded`);
    if (typeof answer.broke === 'string') return { broke: answer.broke };
    if (memory !== undefined) this.#given = memory.map(({ bytes }) => bytes.slice());
    return { outcome: this.#restore(answer.outcome, op) };
  }

  #restore(value: unknown, field: string): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return this.#keepList(field, this.#restoreAll(value, field));
    if (isBytes(value)) return restoreBytes(value);
    if ('region' in value && 'length' in value) return this.#givenBytes(Number(value.region), Number(value.length));
    if ('before' in value && 'more' in value && Array.isArray(value.more)) {
      const earlier = this.#lists.get(field) ?? [];
      if (earlier.length !== value.before) throw new BadRecord('a recorded list goes on where there is none');
      return this.#keepList(field, [...earlier, ...this.#restoreAll(value.more, field)]);
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#restore(inner, `${field} ${name}`)]));
  }

  #restoreAll(items: readonly unknown[], field: string): readonly unknown[] {
    return items.map((item) => this.#restore(item, `${field} item`));
  }

  #keepList(field: string, items: readonly unknown[]): readonly unknown[] {
    this.#lists.set(field, items);
    return items;
  }

  #givenBytes(region: number, length: number): Uint8Array {
    const bytes = this.#given[region]?.slice(0, length);
    if (bytes?.length !== length) throw new BadRecord('recorded bytes are said to be of a region that is not there');
    return bytes;
  }
}
