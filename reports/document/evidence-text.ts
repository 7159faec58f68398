import type { Evidence } from '../../kit/evidence.js';

/** A text that is held somewhere; whoever asks for its bytes, in UTF-8, reads them, each time anew. */
export type KeptText = { readonly bytes: Buffer };

/** Holds a text somewhere. */
export type KeepText = (text: string) => KeptText;

class TextInMemory implements KeptText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get bytes(): Buffer {
    return Buffer.from(this.#text);
  }
}

export const inMemory: KeepText = (text) => new TextInMemory(text);

const NO_EVIDENCE = inMemory('{"expectations":[],"used":[],"calls":[]}');

/** Scenarios that may be in memory as they are; of a longer run memory matters more than the time to read them back. */
export const FEW = 2000;

/** What a scenario did and looked at: JSON text until somebody reads it, since it is by far the largest part of a report. */
export class EvidenceText {
  readonly #kept: KeptText;

  constructor(kept: KeptText = NO_EVIDENCE) {
    this.#kept = kept;
  }

  static of(evidence: Evidence): EvidenceText {
    return new EvidenceText(inMemory(JSON.stringify(evidence)));
  }

  get bytes(): Buffer {
    return this.#kept.bytes;
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
