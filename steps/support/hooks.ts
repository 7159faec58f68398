import { After, AfterAll, BeforeAll, setDefaultTimeout, setDefinitionFunctionWrapper, setWorldConstructor } from '@cucumber/cucumber';
import { AssertionError } from 'chai';
import { EVIDENCE_MEDIA_TYPE } from '../../kit/evidence.js';
import { readSubjectSpec } from '../../kit/subjects/subject-spec.js';
import { NotApplicable, NotModelled, NotTestable } from './not-testable.js';
import { closeSession, openSession } from './session.js';
import { FwctlWorld } from './world.js';

setWorldConstructor(FwctlWorld);

/** In milliseconds; longer than a subject outside of this process has for an answer, since it is that which can say what was late. */
setDefaultTimeout(70_000);

/**
 * A step that meets a missing capability skips the rest of its scenario, and the evidence says which one. So does one
 * that only began what needs it: the operation has been refused, and nobody waits to hear that.
 */
setDefinitionFunctionWrapper((definition: (this: unknown, ...args: unknown[]) => unknown) => {
  const wrapped = function (this: unknown, ...args: unknown[]) {
    if (this instanceof FwctlWorld) this.begin();
    const result = definition.apply(this, args);
    return result instanceof Promise
      ? result.then(
          (given: unknown) => (this instanceof FwctlWorld && this.machine.missing !== null ? 'skipped' : given),
          (error: unknown) => skipOrThrow(this, error),
        )
      : result;
  };
  return Object.defineProperty(wrapped, 'length', { value: definition.length });
});

function skipOrThrow(world: unknown, error: unknown): 'skipped' {
  if (world instanceof FwctlWorld && error instanceof NotApplicable) world.notApplicable = error.message;
  else if (world instanceof FwctlWorld && error instanceof NotModelled) world.notModelled = error.message;
  else if (!(error instanceof NotTestable)) throw error;
  return 'skipped';
}

BeforeAll(async function () {
  await openSession({ ...Object(this.parameters), subject: readSubjectSpec(this.parameters['subject']) });
});

AfterAll(closeSession);

/** What the end of a scenario tells against the subject must not go unnoticed, though no step asks for it. */
After(async function (this: FwctlWorld, { result }) {
  const unmet = await this.finish(result?.status === 'PASSED');
  if (unmet !== null) this.judge.expectations.push(unmet);
  this.attach(JSON.stringify(this.evidence), EVIDENCE_MEDIA_TYPE);
  if (unmet !== null) throw new AssertionError(`${unmet.what}: expected ${unmet.expected}, but got ${unmet.actual}`);
});
