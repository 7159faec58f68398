import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import type { Operation, OperationName, Outcome } from '../subject/operations.js';
import type { ScenarioEnd, Subject, SubjectIdentity } from '../subject/port.js';
import { BadRecord } from './restore.js';
import type { ScenarioReplay } from './scenario-replay.js';

/** A subject that was judged before, as far as it was recorded. */
export type Recording = {
  readonly identity: SubjectIdentity;
  readonly capabilities: readonly string[];
  /** Whether it was judged on machines. */
  readonly hasMachines: boolean;
  /** The scenario that is being judged, or why it is not judged again. */
  current: ScenarioReplay | string;
};

/** Gives a recorded subject's answers again. */
export class ReplaySubject implements Subject {
  readonly identity: SubjectIdentity;
  readonly capabilities: ReadonlySet<Capability>;
  readonly finishScenario?: () => Promise<ScenarioEnd>;
  readonly #recording: Recording;

  constructor(recording: Recording) {
    this.identity = recording.identity;
    this.capabilities = new Set(CAPABILITIES.filter((capability) => recording.capabilities.includes(capability)));
    this.#recording = recording;
    if (recording.hasMachines) this.finishScenario = async () => this.#current.end;
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    const outcome = await this.#current.perform(operation);
    const recorded: { readonly outcome: Outcome<Name> } = Object({ outcome });
    return recorded.outcome;
  }

  async stop(): Promise<void> {}

  get #current(): ScenarioReplay {
    const { current } = this.#recording;
    if (typeof current === 'string') throw new BadRecord(current);
    return current;
  }
}
