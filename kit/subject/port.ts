import type { Capability } from './capabilities.js';
import type { Operation, OperationName, Outcome } from './operations.js';

const SUBJECT_KINDS = ['reference', 'driver', 'adapter', 'linux', 'node', 'broken'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export type SubjectIdentity = { readonly kind: SubjectKind; readonly name: string; readonly version: string };

const HONESTY_FINDINGS = ['declared-but-absent', 'present-but-undeclared'] as const;

/** Where what a subject can do differs from what it says it can do. */
export type HonestyFinding = { readonly capability: Capability; readonly finding: (typeof HONESTY_FINDINGS)[number] };

/** What the end of a scenario shows of a kernel. */
export type ScenarioEnd = {
  /** The lines of the log, from the first in which the kernel complained of itself. */
  readonly complaint: readonly string[];
  /** Machines that were booted for the scenario, for it or another one. */
  readonly boots: number;
};

/**
 * The implementation being judged, at the system-call boundary.
 *
 * Operations may overlap; each promise settles when that operation has come back. A rejected promise
 * means that nothing was learnt (the conversation broke), never that a call failed: a failed call is an outcome.
 */
export interface Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: ReadonlySet<Capability>;
  perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>>;
  /** Tries what it declares and what it does not; not there where the two cannot differ. */
  probe?(): Promise<readonly HonestyFinding[]>;
  /** Ends what a scenario has left behind; null where there is no kernel to look at. Not there where nothing is left. */
  finishScenario?(): Promise<ScenarioEnd | null>;
  /** Ends whatever the subject has running. */
  stop(): Promise<void>;
}
