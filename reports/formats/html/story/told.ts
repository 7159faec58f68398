/** What the page shows of a scenario once somebody opens it. All texts are printable, and are shown as they are. */
export type ToldScenario = {
  readonly verdict: string;
  readonly reason?: string;
  /** The scenario as it is written; absent when the rules of another kit judged. */
  readonly steps?: readonly ToldStep[];
  readonly looks: readonly ToldLook[];
  readonly calls: readonly CallsOfStep[];
  /** What else is known: a counterexample, a complaint of the kernel, what is missing. */
  readonly remarks: readonly Fact[];
};

/** How a step went, as far as that is known: the one that ended the scenario, and those that it kept from being made. */
export type ToldStep = { readonly keyword: string; readonly text: string; readonly state: 'made' | 'ended' | 'not reached' };

/** The calls that a step made; absent is the step where it is not known which it was. */
export type CallsOfStep = { readonly step?: ToldStep; readonly calls: readonly ToldCall[] };

/** Something a step looked at. Each side is in pieces, of which those that differ are marked. */
export type ToldLook = {
  readonly what: string;
  readonly held: boolean;
  readonly expected: readonly Piece[];
  readonly actual: readonly Piece[];
};
export type Piece = { readonly text: string; readonly differs: boolean };

/** One call as a sentence: who, what, and how it came back. */
export type ToldCall = {
  readonly who: string;
  readonly says: string;
  readonly outcome?: { readonly text: string; readonly kind: 'success' | 'refused' | 'plain' };
  /** Which pieces of the caller's memory the call has changed. */
  readonly changed?: string;
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly kind: 'fields'; readonly title: string; readonly fields: readonly ToldField[]; readonly note?: string }
  | { readonly kind: 'bytes'; readonly title: string; readonly rows: readonly ByteRow[]; readonly note: string }
  | { readonly kind: 'facts'; readonly title: string; readonly facts: readonly Fact[] };

export type Fact = { readonly name: string; readonly value: string };

/** A field of a structure, its bytes beside what they mean; `after` where the call has changed them. */
export type ToldField = {
  readonly at: number;
  readonly name: string;
  readonly hex: string;
  readonly value: string;
  readonly after?: { readonly hex: string; readonly value: string };
};

/** Up to 16 bytes from `at` on, or as many rows like this one as `times` says. `changed` are the indices of changed bytes in the row. */
export type ByteRow = { readonly at: number; readonly hex: string; readonly times?: number; readonly changed?: readonly number[] };
