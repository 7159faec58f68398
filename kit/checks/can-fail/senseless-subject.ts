import type { Operation, OperationName, Outcome } from '../../subject/operations.js';
import type { Subject } from '../../subject/port.js';
import type { Senseless } from './senseless.js';

/** A subject that is what another one is, but for what makes no sense. */
export class SenselessSubject implements Subject {
  readonly identity: Subject['identity'];
  readonly capabilities: Subject['capabilities'];
  readonly #subject: Subject;
  readonly #senseless: Senseless;
  /** Operations of the scenario so far that the subject distorts. */
  #count = 0;

  constructor(subject: Subject, senseless: Senseless) {
    this.identity = subject.identity;
    this.capabilities = subject.capabilities;
    this.#subject = subject;
    this.#senseless = senseless;
  }

  perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    const { distort, from = 1 } = this.#senseless;
    const distortion = distort[operation.op];
    // What is distorted at a boot is where a scenario begins, which is none of its operations.
    if (operation.op === 'boot') this.#count = 0;
    else if (distortion !== undefined) this.#count += 1;
    const isDue = operation.op === 'boot' || this.#count >= from;
    if (distortion === undefined || !isDue) return this.#subject.perform(operation);
    return distortion(operation, (asked) => this.#subject.perform(asked));
  }

  stop(): Promise<void> {
    return this.#subject.stop();
  }
}
