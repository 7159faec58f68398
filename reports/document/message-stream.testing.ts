import type { Envelope, TestStepResultStatus } from '@cucumber/messages';
import type { Catalogue, Rule } from '../../kit/catalogue/catalogue.js';
import { EVIDENCE_MEDIA_TYPE, type Evidence } from '../../kit/evidence.js';
import type { RunFacts } from './conclude.js';

/** Hand-made message streams for tests: a scenario is a list of step ends and what evidence it leaves. */
export type ToyScenario = {
  readonly rule: string;
  readonly steps: readonly { readonly status: `${TestStepResultStatus}`; readonly type?: string; readonly message?: string }[];
  readonly evidence?: Partial<Evidence>;
  readonly finishes?: boolean;
};

export const HELD = { what: 'the outcome', expected: 'EPERM', actual: 'EPERM', held: true };
export const UNMET = { what: 'the outcome', expected: 'EPERM', actual: 'success', held: false };

const time = { seconds: 0, nanos: 0 };

export function ruleOf(id: string, changes: Partial<Rule> = {}): Rule {
  return {
    id,
    family: id.split('-')[0] ?? id,
    level: 'MUST',
    title: `The title of ${id}`,
    statement: `The statement of ${id}`,
    sources: [{ document: 'fwctl.rst', where: 'Scope of Action' }],
    sentences: [],
    accepted: [],
    needs: [],
    scenarios: [{ name: 'a scenario', location: 'features/a.feature:1' }],
    broken: [],
    ...changes,
  };
}

export function factsOf(rules: readonly Rule[], changes: Partial<RunFacts> = {}): RunFacts {
  const catalogue: Catalogue = { name: 'a set', digest: 'd1', rules };
  return {
    catalogue,
    subject: { kind: 'reference', name: 'a subject', version: '1', capabilities: [], honesty: [] },
    seed: 1,
    selection: { rules: [], devices: [], shard: null, leftOut: [] },
    reproduce: 'npx fwctl-conformance run --seed 1',
    ...changes,
  };
}

/** The stream of a run of these scenarios, complete unless told otherwise. */
export function streamOf(scenarios: readonly ToyScenario[], ends = true): readonly Envelope[] {
  const stream = scenarios.flatMap((scenario, number) => messagesOf(scenario, number));
  return ends ? [...stream, { testRunFinished: { success: true, timestamp: time } }] : stream;
}

function messagesOf({ rule, steps, evidence, finishes = true }: ToyScenario, number: number): readonly Envelope[] {
  const id = `scenario-${number}`;
  const stepIds = steps.map((_, index) => `${id}-${index}`);
  const pickleSteps = stepIds.map((stepId) => ({ id: stepId, text: `step ${stepId}`, astNodeIds: [] }));
  const tags = [
    { name: '@must', astNodeId: '' },
    { name: `@${rule}`, astNodeId: '' },
  ];
  const location = { line: number + 1 };
  const started = `started-${number}`;
  return [
    {
      pickle: {
        id,
        uri: 'somewhere/features/a.feature',
        location,
        name: `scenario ${number}`,
        language: 'en',
        steps: pickleSteps,
        tags,
        astNodeIds: [],
      },
    },
    {
      testCase: {
        id: `case-${number}`,
        pickleId: id,
        testSteps: stepIds.map((stepId) => ({ id: `test-${stepId}`, pickleStepId: stepId })),
      },
    },
    { testCaseStarted: { id: started, testCaseId: `case-${number}`, attempt: 0, timestamp: time } },
    ...steps.map(({ status, type, message }, index) => stepFinished(started, `test-${stepIds[index]}`, status, type, message)),
    ...(evidence === undefined ? [] : [attachment(started, { expectations: [], used: [], ...evidence, calls: evidence.calls ?? [] })]),
    ...(finishes ? [{ testCaseFinished: { testCaseStartedId: started, willBeRetried: false, timestamp: time } }] : []),
  ];
}

function stepFinished(started: string, testStepId: string, status: string, type?: string, message?: string): Envelope {
  const exception = type === undefined ? {} : { exception: { type, message: message ?? type } };
  return JSON.parse(
    JSON.stringify({
      testStepFinished: {
        testCaseStartedId: started,
        testStepId,
        timestamp: time,
        testStepResult: { status, duration: time, ...exception },
      },
    }),
  );
}

function attachment(started: string, evidence: Evidence): Envelope {
  return JSON.parse(
    JSON.stringify({
      attachment: {
        testCaseStartedId: started,
        body: JSON.stringify(evidence),
        contentEncoding: 'IDENTITY',
        mediaType: EVIDENCE_MEDIA_TYPE,
      },
    }),
  );
}
