import type { Capability } from '../subject/capabilities.js';

export const LEVELS = ['MUST', 'SHOULD', 'MAY'] as const;
export type Level = (typeof LEVELS)[number];

export type Source = { readonly document: string; readonly where: string };

/** A sentence of a source that leads to a rule, never its text; `about` says in our words which one it is. */
export type SentenceReference = { readonly document: string; readonly where: string; readonly about: string; readonly sha256: string };

/** `location` is `path:line` of the scenario, the path from the project's root. */
export type ScenarioReference = { readonly name: string; readonly location: string };

/** A step of a scenario as it is written, with the values of its example. */
export type ScenarioStep = { readonly keyword: string; readonly text: string };

/** A documented requirement: its record in rules.yaml, its Gherkin Rule, and the broken subjects that prove it bites. */
export type Rule = {
  readonly id: string;
  readonly family: string;
  readonly level: Level;
  /** The sentence of the Gherkin Rule. */
  readonly title: string;
  readonly statement: string;
  readonly sources: readonly Source[];
  /** From features/sources/, which has every sentence of the sources. */
  readonly sentences: readonly SentenceReference[];
  readonly accepted: readonly string[];
  readonly needs: readonly Capability[];
  /** The releases of Linux, such as 7.3, that the rule came and went with; absent where it has always been, and still is. */
  readonly since?: string;
  readonly until?: string;
  /** Why nobody may judge a real device by it without having asked for that; absent when there is no such reason. */
  readonly destructive?: string;
  /** One a Gherkin scenario; an outline counts once for each row of its Examples. */
  readonly scenarios: readonly ScenarioReference[];
  readonly broken: readonly string[];
};

/** `digest` is the SHA-256 of all rules and features, so that two reports can be seen to use the same set. */
export type Catalogue = { readonly name: string; readonly digest: string; readonly rules: readonly Rule[] };
