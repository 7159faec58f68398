import type { ScenarioStep } from '../../../../kit/catalogue/catalogue.js';
import type { Evidence } from '../../../../kit/evidence.js';
import type { WrittenReport } from '../../../document/report.js';
import { Scene } from './scene.js';
import { tellCall } from './tell-call.js';
import { tellLook } from './tell-difference.js';
import type { CallsOfStep, Fact, ToldScenario, ToldStep } from './told.js';
import { shown } from './values.js';

export type WrittenScenario = WrittenReport['rules'][number]['scenarios'][number];

/** Everything that the evidence says of a scenario, in words. */
export function tellScenario(scenario: WrittenScenario, steps: readonly ScenarioStep[] | undefined): ToldScenario {
  const { verdict, reason, step, evidence } = scenario;
  const told = steps && tellSteps(steps, step);
  return {
    verdict,
    // What was looked at and did not hold says the same, and more clearly.
    ...(reason === undefined || evidence.expectations.some(({ held }) => !held) ? {} : { reason: shown(reason) }),
    ...(told === undefined ? {} : { steps: told }),
    looks: evidence.expectations.map(tellLook),
    calls: tellCalls(evidence, told),
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

/** By the step that made them, where that is known; a step that made none is told where it ended the scenario. */
function tellCalls({ calls, began = [] }: Evidence, steps: readonly ToldStep[] | undefined): readonly CallsOfStep[] {
  const scene = new Scene();
  const told = calls.map((call) => tellCall(call, scene));
  const end = began.at(-1);
  if (steps === undefined || end === undefined || !divides(began, { calls: told.length, steps: steps.length })) return [{ calls: told }];
  const bySteps = steps.map((step, index) => ({ step, calls: told.slice(began[index] ?? end, began[index + 1] ?? end) }));
  const rest = end < told.length ? [{ calls: told.slice(end) }] : [];
  return [...bySteps.filter((one) => one.calls.length > 0 || one.step.state === 'ended'), ...rest];
}

/** A report that was changed may claim anything. */
function divides(began: readonly number[], counts: { readonly calls: number; readonly steps: number }): boolean {
  const marks = [0, ...began, counts.calls];
  return began.length <= counts.steps + 1 && marks.every((mark, index) => mark >= (marks[index - 1] ?? 0));
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
