import type { ScenarioStep } from '../../../../kit/catalogue/catalogue.js';
import type { Evidence } from '../../../../kit/evidence.js';
import type { WrittenReport } from '../../../document/report.js';
import { Scene } from './scene.js';
import { tellCall } from './tell-call.js';
import { tellLook } from './tell-difference.js';
import type { Fact, ToldScenario, ToldStep } from './told.js';
import { shown } from './values.js';

export type WrittenScenario = WrittenReport['rules'][number]['scenarios'][number];

/** Everything that the evidence says of a scenario, in words. */
export function tellScenario(scenario: WrittenScenario, steps: readonly ScenarioStep[] | undefined): ToldScenario {
  const { verdict, reason, step, evidence } = scenario;
  const scene = new Scene();
  return {
    verdict,
    // What was looked at and did not hold says the same, and more clearly.
    ...(reason === undefined || evidence.expectations.some(({ held }) => !held) ? {} : { reason: shown(reason) }),
    ...(steps === undefined ? {} : { steps: tellSteps(steps, step) }),
    looks: evidence.expectations.map(tellLook),
    calls: evidence.calls.map((call) => tellCall(call, scene)),
    remarks: remarksOf(evidence),
  };
}

function tellSteps(steps: readonly ScenarioStep[], ended: string | undefined): readonly ToldStep[] {
  const last = ended === undefined ? -1 : steps.findIndex(({ text }) => text === ended);
  return steps.map(({ keyword, text }, index) => ({
    keyword,
    text: shown(text),
    state: last === -1 || index < last ? 'made' : index === last ? 'ended' : 'not reached',
  }));
}

function remarksOf({ missing, notApplicable, notModelled, counterexample, complaint, boots }: Evidence): readonly Fact[] {
  const remarks: { readonly [name: string]: string | undefined } = {
    'The subject lacks': missing,
    'Not applicable': notApplicable,
    'The model does not say': notModelled,
    Counterexample: counterexample && `${counterexample.input} (seed ${counterexample.seed}, path ${counterexample.path})`,
    'The kernel complained': complaint?.join('\n'),
    'Machines booted': boots === undefined ? undefined : String(boots),
  };
  return Object.entries(remarks).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: shown(value) }]));
}
