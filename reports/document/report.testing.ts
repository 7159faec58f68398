import fc from 'fast-check';
import type { RecordedExpectation } from '../../kit/evidence.js';
import { anyText } from './any-text.testing.js';
import { EvidenceText } from './evidence-text.js';
import { Judgement } from './judgement.js';
import { factsOf, HELD, ruleOf, streamOf, UNMET } from './message-stream.testing.js';
import { ENDINGS, type Report, type RuleReport, type ScenarioReport, WAIVER_STATES, type WaiverReport } from './report.js';
import { judgeRule, ORDER } from './rule-verdict.js';
import { countRules } from './run-result.js';
import { applyWaivers, isSound, resultWith } from './waivers.js';

const held: fc.Arbitrary<RecordedExpectation> = fc.record({ what: anyText, expected: anyText, actual: anyText, held: fc.constant(true) });
const unmet: fc.Arbitrary<RecordedExpectation> = held.map((one) => ({ ...one, held: false }));

/** What may become of the scenarios of one report: with all of them in one, hardly any would conform. */
const OUTCOMES = [ORDER, ['passed'], ['passed', 'not-testable'], ['passed', 'not-applicable'], ['passed', 'failed']] as const;
type Outcomes = (typeof OUTCOMES)[number];

/** Scenarios are known by their place, so each has a number in it. */
function scenario(number: number, outcomes: Outcomes): fc.Arbitrary<ScenarioReport> {
  return fc
    .record({
      name: anyText,
      place: anyText,
      verdict: fc.constantFrom<(typeof ORDER)[number]>(...outcomes),
      reason: anyText,
      step: anyText,
      one: held,
      other: unmet,
      input: anyText,
    })
    .map(({ name, place, verdict, reason, step, one, other, input }) => {
      const expectations = verdict === 'failed' ? [one, other] : [one];
      const counterexample = verdict === 'failed' ? { counterexample: { seed: 1, path: '0', input } } : {};
      const evidence = EvidenceText.of({ expectations, used: [], calls: [], ...counterexample });
      return { name, location: `${place}.feature:${number}`, verdict, ...(verdict === 'passed' ? {} : { reason, step }), evidence };
    });
}

function mostly<Value, Other>(usual: fc.Arbitrary<Value>, seldom: fc.Arbitrary<Other>): fc.Arbitrary<Value | Other> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: seldom });
}

const STARTED = '2026-11-21T12:00:00.000Z';

const ruleParts = fc.record({
  id: anyText,
  level: fc.constantFrom('MUST', 'SHOULD', 'MAY'),
  title: anyText,
  source: fc.array(fc.record({ document: anyText, where: anyText }), { maxLength: 2 }),
  scenarios: mostly(fc.integer({ min: 1, max: 4 }), fc.constant(0)),
  isWhole: mostly(fc.constant(true), fc.constant(false)),
  waiver: mostly(
    fc.constant(null),
    fc.record({
      reason: anyText,
      link: anyText,
      owner: anyText,
      /** None is over when the run begins. */
      expires: anyText.map((text) => `${STARTED.slice(0, 'YYYY-MM-DD'.length)}${text}`),
      state: mostly(fc.constant('applied'), fc.constantFrom(...WAIVER_STATES)),
    }),
  ),
});

const drawnRules = fc.constantFrom(...OUTCOMES).chain((outcomes) => {
  const rule = ruleParts.chain((parts) => {
    const scenarios = Array.from({ length: parts.scenarios }, (_, index) => scenario(index, outcomes));
    return fc.tuple(...scenarios).map((found) => ({ ...parts, scenarios: found }));
  });
  return fc.array(rule, { maxLength: 6 });
});

/** Reports as a run may write them, with whatever anybody can say in each of their texts; they do not contradict themselves. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    rules: drawnRules,
    problems: mostly(fc.constant([]), fc.array(anyText, { maxLength: 2 })),
    endedBy: mostly(fc.constant('finished'), fc.constantFrom(...ENDINGS)),
    name: anyText,
    version: anyText,
    reproduce: anyText,
    set: anyText,
    digest: anyText,
  })
  .map(({ rules: drawn, problems, endedBy, name, version, reproduce, set, digest }) => {
    const selection = { rules: [], devices: [], shard: null, leftOut: [] };
    const waivers: WaiverReport[] = [];
    const rules = drawn.map(({ id: words, level, title, source, scenarios: found, isWhole, waiver }, number): RuleReport => {
      const id = `${words}-${number}`;
      const scenarios = found.map((one) => ({ ...one, location: `${number}-${one.location}` }));
      const all = isWhole ? scenarios : [...scenarios, { name: '', location: '' }];
      const judged = judgeRule({ id, level, scenarios: all }, scenarios, {
        selection,
        subject: { kind: 'adapter', version, capabilities: [] },
      });
      const fails = judged.verdict === 'failed' || judged.verdict === 'warned';
      if (waiver !== null && (fails || waiver.state !== 'applied')) waivers.push({ rule: id, ...waiver });
      const known = waiver?.state === 'applied' && fails ? ({ verdict: 'known-failure', reason: waiver.reason } as const) : {};
      return { id, level, title, ...judged, ...known, source, scenarios };
    });
    const footer = { complete: endedBy === 'finished', endedBy, rulesListed: rules.length, rulesInSet: rules.length };
    const counts = countRules(rules);
    const states = waivers.map(({ state }) => state);
    return {
      result: resultWith(counts, isSound({ footer, problems }), states),
      counts,
      kit: { name: 'fwctl-conformance', version },
      ruleSet: { name: set, digest },
      seed: 1,
      selection,
      subject: { kind: 'adapter', name, version, capabilities: [], honesty: [] },
      reproduce,
      time: { started: STARTED, milliseconds: 1500 },
      rules,
      waivers,
      problems,
      footer,
    };
  });

/** Two rules of which one failed. */
export function failingReport(): Report {
  const judgement = new Judgement(factsOf(['rpc-a', 'rpc-b'].map((id) => ruleOf(id))), { clock: () => new Date(0) });
  const stream = streamOf([
    { rule: 'rpc-a', steps: [{ status: 'PASSED' }], evidence: { expectations: [HELD] } },
    { rule: 'rpc-b', steps: [{ status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET] } },
  ]);
  for (const message of stream) judgement.accept(message);
  return judgement.conclude({ endedBy: 'finished', problems: [] });
}

/** The same, with the failure waived. */
export function waivedReport(): Report {
  const report = failingReport();
  const [found] = report.rules[1]?.scenarios ?? [];
  return applyWaivers(report, [
    {
      rule: 'rpc-b',
      fails: [{ scenario: found?.name ?? '', lookedAt: UNMET.what, actual: UNMET.actual }],
      reason: 'an old board',
      link: 'https://lore.kernel.org/r/1',
      owner: 'vendor@example.com',
      expires: '2027-02-28',
    },
  ]);
}

/** The same, with rules that do not apply, were not selected, and of which nothing ran. */
export function undecidedReport(): Report {
  const report = failingReport();
  const [passed] = report.rules;
  if (passed === undefined) throw new Error('no rule passed');
  const open = [
    ['rpc-na', 'not-applicable', 'has none'],
    ['rpc-untested', 'not-testable', 'not selected'],
    ['rpc-c', 'broken', 'no scenario ran'],
    ['rpc-d', 'broken', 'no scenario ran'],
  ] as const;
  const rules = [...report.rules, ...open.map(([id, verdict, reason]): RuleReport => ({ ...passed, id, verdict, reason, scenarios: [] }))];
  const listed = { rulesListed: rules.length, rulesInSet: rules.length };
  return { ...report, result: 'inconclusive', rules, counts: countRules(rules), footer: { ...report.footer, ...listed } };
}
