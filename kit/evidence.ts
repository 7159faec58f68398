/**
 * What a scenario leaves behind for the report: one attachment in the message stream, JSON of this shape.
 * Steps write it, reports read it; nothing else passes between them.
 */
export const EVIDENCE_MEDIA_TYPE = 'application/vnd.fwctl-conformance.evidence+json';

/**
 * Bytes as evidence, in hex: groups of digits with blanks between them, where `00*64` stands for 64 bytes of 00.
 * When those are only the first bytes, there is the digest of all.
 */
export type RecordedBytes = { readonly length: number; readonly hex: string; readonly sha256?: string };

/** A long list as evidence: how many items it has, and those at its ends. */
export type RecordedList = { readonly items: number; readonly first: readonly RecordedValue[]; readonly last: readonly RecordedValue[] };

export type RecordedValue =
  | string
  | number
  | boolean
  | null
  | RecordedBytes
  | RecordedList
  | readonly RecordedValue[]
  | { readonly [name: string]: RecordedValue };

/** One operation on the Subject port, what it took and what came back. `outcome` is absent while it has not come back. */
export type RecordedCall = {
  readonly op: string;
  readonly takes: { readonly [name: string]: RecordedValue };
  readonly outcome?: RecordedValue;
};

/** One thing that a step looked at. Both sides are in words that a reader understands without the code. */
export type RecordedExpectation = {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly held: boolean;
};

export type Evidence = {
  /** Written last, so that who needs only the rest can leave it unread. */
  readonly calls: readonly RecordedCall[];
  readonly expectations: readonly RecordedExpectation[];
  /** Capabilities of the subject that the scenario made use of. */
  readonly used: readonly string[];
  /** The capability that the subject lacks, when that is why the scenario could not go on. */
  readonly missing?: string;
  /** Why the model of the device leaves nothing to judge here, when that is why the scenario did not go on. */
  readonly notApplicable?: string;
  /** What the model of the device does not say, when that is why the scenario could not go on. */
  readonly notModelled?: string;
  /** How to repeat a property's counterexample, when one was found. */
  readonly counterexample?: { readonly seed: number; readonly path: string; readonly input: string };
  /** The lines of the log, from the first in which the subject's kernel complained of itself. */
  readonly complaint?: readonly string[];
  /** Machines that were booted for the scenario, where there are any. */
  readonly boots?: number;
};

/** What the kit puts behind every piece of a caller's memory, to see that nothing is written past its end. Bytes. */
export const CANARY = { length: 64, byte: 0xc5 } as const;
