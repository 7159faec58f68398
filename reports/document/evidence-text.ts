import type { Evidence } from '../../kit/evidence.js';

const NO_EVIDENCE = '{"expectations":[],"used":[],"calls":[]}';

/** Holds a text somewhere, and gives the way back to its bytes. */
export type KeepText = (text: string) => () => Buffer;

export const inMemory: KeepText = (text) => () => Buffer.from(text);

/** Scenarios that may be in memory as they are; of a longer run memory matters more than the time to read them back. */
export const FEW = 2000;

/** Keeps something that is JSON where texts are kept. */
export function layAside<Value>(value: Value, keepText: KeepText): () => Value {
  const bytes = keepText(JSON.stringify(value));
  return () => JSON.parse(bytes().toString());
}

/** What a scenario did and looked at: JSON text until somebody reads it, since it is by far the largest part of a report. */
export class EvidenceText {
  readonly #bytes: () => Buffer;

  constructor(bytes: () => Buffer = inMemory(NO_EVIDENCE)) {
    this.#bytes = bytes;
  }

  static of(evidence: Evidence): EvidenceText {
    return new EvidenceText(() => Buffer.from(JSON.stringify(evidence)));
  }

  get bytes(): Buffer {
    return this.#bytes();
  }

  get json(): string {
    return this.bytes.toString();
  }

  toJSON(): Evidence {
    return JSON.parse(this.json);
  }
}

/** What a verdict comes from. */
export type Findings = Omit<Evidence, 'calls'>;

/** Evidence is written by the kit's own hooks, its calls last; text of that type from anywhere else is none. */
export function readFindings(body: string): Findings | null {
  // In a string the quotes would be escaped, so this is where the calls begin, which need not be read here.
  const calls = body.indexOf(',"calls":[');
  if (calls === -1 || !body.endsWith(']}')) return null;
  try {
    const findings: Findings = JSON.parse(`${body.slice(0, calls)}}`);
    return [findings.expectations, findings.used].every(Array.isArray) ? findings : null;
  } catch {
    return null;
  }
}
