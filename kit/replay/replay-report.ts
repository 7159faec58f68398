import type { Report, WrittenReport } from '../../reports/document/report.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { type JudgeSinks, judge } from '../run/judge.js';
import { tellingBegins } from '../run/telling-begins.js';
import { lendSubject } from '../subjects/lend-subject.js';
import { type Recording, ReplaySubject } from './replay-subject.js';
import { ScenarioReplay } from './scenario-replay.js';

type WrittenScenario = WrittenReport['rules'][number]['scenarios'][number];

/** The report that the recorded calls lead to. */
export type Replayed = { readonly report: Report; readonly left: readonly LeftOut[] };

/** A scenario that cannot be judged again. It was broken, so its report claims nothing of the subject. */
export type LeftOut = { readonly rule: string; readonly location: string; readonly why: string };

/** Judges every scenario of the report again, with what was recorded in the place of the subject. */
export async function replayReport(
  written: WrittenReport,
  catalogue: Catalogue,
  sinks: Pick<JudgeSinks, 'signal' | 'onProgress' | 'keepEvidence'> = {},
): Promise<Replayed> {
  const { boots, ...facts } = written.subject;
  const { seed, challenge, selection, model, reproduce } = written;
  const recording: Recording = {
    identity: facts,
    capabilities: facts.capabilities,
    hasMachines: boots !== undefined,
    current: 'no scenario has begun',
  };
  const { spec, takeBack } = lendSubject(new ReplaySubject(recording));
  const scenarios = new Map(written.rules.flatMap((rule) => rule.scenarios.map((scenario) => [scenario.location, scenario])));
  try {
    const report = await judge(
      {
        subject: spec,
        facts,
        catalogue,
        seed,
        ...(challenge !== undefined && { challenge }),
        selection,
        reproduce,
        ...(model !== undefined && { model }),
        runFeatures: tellingBegins((location) => {
          recording.current = replayOf(scenarios.get(location));
        }),
      },
      sinks,
    );
    return { report, left: leftOut(written) };
  } finally {
    takeBack();
  }
}

function replayOf(scenario: WrittenScenario | undefined): ScenarioReplay | string {
  if (scenario === undefined) return 'the report does not have this scenario';
  return whyNotReplayed(scenario) ?? new ScenarioReplay(scenario.evidence);
}

function leftOut({ rules }: WrittenReport): readonly LeftOut[] {
  return rules.flatMap(({ id, scenarios }) =>
    scenarios.flatMap((scenario) => {
      const why = whyNotReplayed(scenario);
      return why === null ? [] : [{ rule: id, location: scenario.location, why }];
    }),
  );
}

/** Time is not recorded: what ended because an answer did not come would be waited for as long again, and end otherwise. */
function whyNotReplayed(scenario: WrittenScenario): string | null {
  if (scenario.verdict !== 'broken') return null;
  const { calls, expectations } = scenario.evidence;
  if (calls.length === 0 && expectations.length === 0) return 'nothing was recorded of it';
  const open = calls.find(({ outcome, broke }) => outcome === undefined && broke === undefined);
  return open === undefined ? null : `"${open.op}" never came back, and time cannot be judged again`;
}
