/**
 * What a scenario leaves behind for the report: one attachment in the message stream, JSON of this shape.
 * Steps write it, reports read it; nothing else passes between them.
 */
export const EVIDENCE_MEDIA_TYPE = 'application/vnd.fwctl-conformance.evidence+json';

/**
 * Bytes as evidence, in hex: groups of digits with blanks between them, where `00*64` stands for 64 bytes of 00.
 * When those are only the first bytes, there are the digest of all, and all of them as `compress` gives them.
 */
export type RecordedBytes = { readonly length: number; readonly hex: string; readonly sha256?: string; readonly compressed?: string };

/** A long list as evidence: how many items it has, those at its ends, and the JSON of all of them as `compress` gives it. */
export type RecordedList = {
  readonly items: number;
  readonly first: readonly RecordedValue[];
  readonly last: readonly RecordedValue[];
  readonly compressed: string;
};

export type RecordedValue =
  | string
  | number
  | boolean
  | null
  | RecordedBytes
  | RecordedList
  | readonly RecordedValue[]
  | { readonly [name: string]: RecordedValue };

/**
 * Bytes or a list among the many answers that are shown as one line, where they repeat what is there already: the first
 * `length` bytes of a region as the last ioctl before was given it; the list that the same operation gave before, and more.
 */
export type RepeatedValue =
  | { readonly region: number; readonly length: number }
  | { readonly before: number; readonly more: AnsweredValue[] };

export type AnsweredValue = RecordedValue | RepeatedValue | readonly AnsweredValue[] | { readonly [name: string]: AnsweredValue };

/** What came of one of many operations: its outcome, or why there is none. */
export type RecordedAnswer = { readonly op: string } & ({ readonly outcome: AnsweredValue } | { readonly broke: string });

/** Many operations that are shown as one line: a digest of what they took, and the JSON of a RecordedAnswer each as `compress` gives it. */
export type RecordedAnswers = { readonly calls: number; readonly takes: string; readonly compressed: string };

/** One operation on the Subject port, what it took and what came back. `outcome` is absent while it has not come back. */
export type RecordedCall = {
  readonly op: string;
  readonly takes: { readonly [name: string]: RecordedValue };
  readonly outcome?: RecordedValue;
  /** Why there is no outcome, when nothing was learnt. */
  readonly broke?: string;
  /** Where others began or came back before it did: its number among all of that in the scenario, counted from 1. */
  readonly back?: number;
  /** Of a line that stands for many operations. */
  readonly answers?: RecordedAnswers;
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
  /** How many lines of `calls` there were when each step began, and at last when the scenario ended. */
  readonly began?: readonly number[];
  /** How many messages the firmware had received, each time that only a later step needed to know it. */
  readonly glances?: readonly number[];
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
