import type { Level, Source } from '../../kit/catalogue/catalogue.js';
import type { Challenge } from '../../kit/challenge.js';
import type { Evidence } from '../../kit/evidence.js';
import type { Model } from '../../kit/model/model.js';
import type { HonestyFinding, SubjectKind } from '../../kit/subject/port.js';
import type { EvidenceText } from './evidence-text.js';

export const RESULTS = ['conformant', 'conformant-with-waivers', 'partial', 'non-conformant', 'inconclusive'] as const;
export type RunResult = (typeof RESULTS)[number];

const VERDICTS = ['passed', 'warned', 'failed', 'not-testable', 'not-applicable', 'broken', 'known-failure'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How the run came to its end. Anything but `finished` makes the report incomplete and the result inconclusive. */
export const ENDINGS = ['finished', 'interrupted', 'aborted'] as const;
export type Ending = (typeof ENDINGS)[number];

export type Counts = {
  readonly required: number;
  readonly executed: number;
  readonly passed: number;
  readonly warned: number;
  readonly failed: number;
  readonly waived: number;
  readonly notTestable: number;
  readonly notApplicable: number;
  readonly broken: number;
};

export type ScenarioReport = {
  readonly name: string;
  /** `path:line`, the path from the project's root. */
  readonly location: string;
  readonly verdict: Verdict;
  /** Why it did not pass, in one paragraph; absent when it did. */
  readonly reason?: string;
  /** The step that ended it, as written. */
  readonly step?: string;
  readonly evidence: EvidenceText;
};

export type RuleReport = {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly verdict: Verdict;
  readonly reason?: string;
  /** The releases of Linux that it came and went with. */
  readonly since?: string;
  readonly until?: string;
  readonly source: readonly Source[];
  readonly scenarios: readonly ScenarioReport[];
};

/** What became of a waiver. `not in play`: its rule was not judged, so nothing can be said about it. */
export const WAIVER_STATES = ['applied', 'stale', 'expired', 'fails differently', 'not in play'] as const;
export type WaiverState = (typeof WAIVER_STATES)[number];

export type WaiverReport = {
  readonly rule: string;
  readonly state: WaiverState;
  readonly reason: string;
  readonly link: string;
  readonly owner: string;
  readonly expires: string;
};

/** A report that was read back: its evidence is there. */
export type WrittenReport = Omit<Report, 'rules' | 'footer'> & {
  readonly rules: readonly (Omit<RuleReport, 'scenarios'> & {
    readonly scenarios: readonly (Omit<ScenarioReport, 'evidence'> & { readonly evidence: Evidence })[];
  })[];
  /** In the file, the SHA-256 of all that is before the footer. */
  readonly footer: Report['footer'] & { readonly sha256?: string };
};

/** The report document: contract.md's smallest form, and the evidence. Times stand in `time` and nowhere else. */
export type Report = {
  readonly result: RunResult;
  readonly counts: Counts;
  readonly kit: { readonly name: string; readonly version: string };
  readonly ruleSet: { readonly name: string; readonly digest: string };
  readonly seed: number;
  /** What a reviewer asked the run to be mixed with. */
  readonly challenge?: Challenge;
  readonly selection: {
    readonly rules: readonly string[];
    readonly devices: readonly string[];
    readonly shard: string | null;
    /** Rules that may leave a trace on a real device, and that nobody asked for. */
    readonly leftOut: readonly string[];
  };
  readonly subject: {
    readonly kind: SubjectKind;
    readonly name: string;
    readonly version: string;
    readonly capabilities: readonly string[];
    /** Where what it can do differs from what it declares. */
    readonly honesty: readonly HonestyFinding[];
    /** How many machines scenarios ran on, where they run on machines. */
    readonly boots?: number;
  };
  /** What the modelled device was judged by; absent when there was none. */
  readonly model?: Model;
  readonly reproduce: string;
  readonly time: { readonly started: string; readonly milliseconds: number };
  readonly rules: readonly RuleReport[];
  /** Of the waivers that were given, what became of each. */
  readonly waivers: readonly WaiverReport[];
  /** What kept the run from being judged, in words; empty when nothing did. */
  readonly problems: readonly string[];
  readonly footer: {
    readonly complete: boolean;
    readonly endedBy: Ending;
    readonly rulesListed: number;
    readonly rulesInSet: number;
  };
};
