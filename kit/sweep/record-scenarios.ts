import type { Model } from '../model/model.js';
import { SHIPPED_FEATURES } from '../run/feature-set.js';
import { tellingBegins } from '../run/telling-begins.js';
import type { Region } from '../subject/memory.js';
import type { Operation, OperationName, Outcome } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import { lendSubject } from '../subjects/lend-subject.js';

export type AnyOperation = { [Name in OperationName]: Operation<Name> }[OperationName];

/** One operation of a scenario, with the bytes that its memory held when it was asked. */
export type Step = {
  readonly operation: AnyOperation;
  /** What came of it; undefined when it did not come back. */
  outcome: unknown;
  /** The numbers of the steps that came back after this one had begun and before the next one did. */
  readonly back: number[];
};

export type RecordedScenario = { readonly location: string; readonly steps: readonly Step[] };

/** Writes down what each scenario asks of the subject, however its evidence would show it. */
class Recorder implements Subject {
  readonly identity: Subject['identity'];
  readonly capabilities: Subject['capabilities'];
  readonly #subject: Subject;
  steps: Step[] = [];

  constructor(subject: Subject) {
    this.identity = subject.identity;
    this.capabilities = subject.capabilities;
    this.#subject = subject;
  }

  async perform<Name extends OperationName>(operation: Operation<Name>): Promise<Outcome<Name>> {
    const { steps } = this;
    const step: Step = { operation: withOwnMemory(Object(operation)), outcome: undefined, back: [] };
    const number = steps.push(step) - 1;
    const outcome = await this.#subject.perform(operation);
    step.outcome = outcome ?? null;
    steps.at(-1)?.back.push(number);
    return outcome;
  }

  stop(): Promise<void> {
    return this.#subject.stop();
  }
}

/** The same operation on memory that nobody else has. */
function withOwnMemory(operation: AnyOperation): AnyOperation {
  if (operation.op !== 'ioctl') return operation;
  return { ...operation, memory: operation.memory.map((region: Region) => ({ ...region, bytes: region.bytes.slice() })) };
}

/** Which scenarios: those of some rules, or all; with the model of the modelled device. */
export type Scenarios = { readonly rules: readonly string[]; readonly model: Model; readonly seed: number };

/** Runs the scenarios on the subject, in the order of the features, and gives what they asked. Rejects when one of them fails. */
export async function recordScenarios(subject: Subject, { rules, model, seed }: Scenarios): Promise<readonly RecordedScenario[]> {
  const recorder = new Recorder(subject);
  const recorded: RecordedScenario[] = [];
  const { spec, takeBack } = lendSubject(recorder);
  const runFeatures = tellingBegins((location) => {
    recorder.steps = [];
    recorded.push({ location, steps: recorder.steps });
  });
  const failures: string[] = [];
  try {
    await runFeatures(
      {
        features: SHIPPED_FEATURES,
        rules,
        leftOut: [],
        shard: null,
        worldParameters: { subject: spec, seed, recordCalls: false, model },
      },
      {
        onChosen: () => undefined,
        onMessage: ({ testStepFinished }) => {
          if (testStepFinished?.testStepResult.status === 'FAILED') failures.push(recorded.at(-1)?.location ?? '');
        },
      },
    );
  } finally {
    takeBack();
  }
  if (failures.length > 0) throw new Error(`these scenarios fail before anything else does: ${failures.join(', ')}`);
  return recorded.filter(({ steps }) => steps.length > 0);
}
