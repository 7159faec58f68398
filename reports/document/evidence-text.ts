import type { Evidence } from '../../kit/evidence.js';

const NO_EVIDENCE = '{"calls":[],"expectations":[],"used":[]}';

/** Holds a text somewhere, and gives the way back to it. */
export type KeepText = (text: string) => () => string;

export const inMemory: KeepText = (text) => () => text;

/** What a scenario did and looked at: JSON text until somebody reads it, since it is by far the largest part of a report. */
export class EvidenceText {
  readonly #text: () => string;

  constructor(text: () => string = () => NO_EVIDENCE) {
    this.#text = text;
  }

  get json(): string {
    return this.#text();
  }

  toJSON(): Evidence {
    return JSON.parse(this.json);
  }
}

/** Evidence is written by the kit's own hooks; text of that type from anywhere else is none. */
export function readEvidence(body: string): Evidence | null {
  try {
    const evidence: Evidence = JSON.parse(body);
    return [evidence.calls, evidence.expectations, evidence.used].every(Array.isArray) ? evidence : null;
  } catch {
    return null;
  }
}
