import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { compress } from '../../kit/compressed.js';
import type { AnsweredValue, RecordedAnswer, RecordedAnswers, RepeatedValue } from '../../kit/evidence.js';
import type { Region } from '../../kit/subject/memory.js';
import { record } from './record.js';
import { changed } from './record-call.js';

type Asked = { readonly op: string; readonly memory?: readonly Region[] };

/** What came of many operations that the evidence shows as one line: short, and enough to give every answer again. */
export class AnswerRecord {
  readonly #takes = createHash('sha256');
  readonly #answers: (RecordedAnswer | null)[] = [];
  /** What the last ioctl was given. */
  #given: readonly Uint8Array[] = [];
  /** The last list of each operation, by its field. */
  readonly #lists = new Map<string, readonly unknown[]>();

  /** Notes that it is asked, and gives how to note what comes of it. `before` holds what each region of memory holds now. */
  begin({ op, memory, ...takes }: Asked, before: readonly Uint8Array[]): { answer(outcome: unknown): void; broke(why: string): void } {
    this.#takes.update(JSON.stringify([op, takes, memory?.map(({ bytes: _, ...region }) => region)]));
    for (const { bytes } of memory ?? []) this.#takes.update(bytes);
    if (memory !== undefined) this.#given = before;
    const place = this.#answers.push(null) - 1;
    return {
      answer: (outcome) => {
        const recorded = this.#recordFields(op, outcome);
        if (memory === undefined) this.#answers[place] = { op, outcome: recorded };
        else this.#answers[place] = { op, outcome: { ...Object(recorded), written: this.#written(memory, before) } };
      },
      broke: (why) => {
        this.#answers[place] = { op, broke: why };
      },
    };
  }

  /** Those that have not come back end the list. */
  get answers(): RecordedAnswers {
    const open = this.#answers.indexOf(null);
    const back = open === -1 ? this.#answers : this.#answers.slice(0, open);
    return { calls: back.length, takes: this.#takes.copy().digest('hex'), compressed: compress(Buffer.from(JSON.stringify(back))) };
  }

  #written(memory: readonly Region[], before: readonly Uint8Array[]): readonly AnsweredValue[] {
    return changed(memory, before).map(({ address, bytes }) => ({ address, bytes: this.#recordValue(bytes) }));
  }

  #recordFields(op: string, outcome: unknown): AnsweredValue {
    if (typeof outcome !== 'object' || outcome === null) return null;
    const fields = Object.entries(outcome).map(([name, value]) => [
      name,
      Array.isArray(value) ? this.#recordList(`${op} ${name}`, value) : this.#recordValue(value),
    ]);
    return Object.fromEntries(fields);
  }

  #recordList(field: string, items: readonly unknown[]): AnsweredValue {
    const earlier = this.#lists.get(field) ?? [];
    this.#lists.set(field, items);
    const continues = earlier.length > 0 && earlier.length <= items.length && earlier.every((item, index) => isSame(item, items[index]));
    if (!continues) return items.map((item) => this.#recordValue(item));
    return { before: earlier.length, more: items.slice(earlier.length).map((item) => this.#recordValue(item)) };
  }

  #recordValue(value: unknown): AnsweredValue {
    if (value instanceof Uint8Array) return this.#asGiven(value) ?? record(value);
    if (Array.isArray(value)) return value.map((item) => this.#recordValue(item));
    if (typeof value !== 'object' || value === null) return record(value);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#recordValue(inner)]));
  }

  #asGiven(bytes: Uint8Array): RepeatedValue | null {
    if (bytes.length === 0) return null;
    const region = this.#given.findIndex((given) => Buffer.compare(bytes, given.subarray(0, bytes.length)) === 0);
    return region === -1 ? null : { region, length: bytes.length };
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || isDeepStrictEqual(one, other);
}
