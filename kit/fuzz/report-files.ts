import fc from 'fast-check';
import { compare } from '../../reports/compare/compare.js';
import { Judgement } from '../../reports/document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf, type ToyScenario, UNMET } from '../../reports/document/message-stream.testing.js';
import type { Report, WrittenReport } from '../../reports/document/report.js';
import { applyWaivers } from '../../reports/document/waivers.js';
import { asReport } from '../../reports/document/written-report.js';
import { contradictionIn, contradictionTo } from '../../reports/formats/check-mail.js';
import { renderComparison } from '../../reports/formats/comparison-text.js';
import { writeJson } from '../../reports/formats/json.js';
import { renderJunit } from '../../reports/formats/junit.js';
import { printableJson } from '../../reports/formats/printable.js';
import { readMail } from '../../reports/formats/read-mail.js';
import { renderText } from '../../reports/formats/text.js';
import { mergeShards } from '../../reports/merge.js';
import { RENDERINGS } from '../../reports/renderings.js';
import { parseReport } from '../report-file/load.js';
import { inWords, requireHarmless } from './in-words.js';
import { mutated } from './mutated.js';
import { revalued } from './revalued.js';

const GOOD: ToyScenario = { rule: 'rpc-a', steps: [{ status: 'PASSED' }], evidence: { expectations: [HELD], used: ['reset'] } };
const SCENARIOS: readonly ToyScenario[] = [
  GOOD,
  { ...GOOD, evidence: { expectations: [HELD], calls: [{ op: 'open', takes: { node: '/dev/fwctl/fwctl0' }, outcome: { ok: true } }] } },
  { ...GOOD, rule: 'rpc-b', steps: [{ status: 'FAILED', type: 'AssertionError', message: 'no' }], evidence: { expectations: [UNMET] } },
  { ...GOOD, rule: 'taint-c', steps: [{ status: 'SKIPPED' }], evidence: { missing: 'observe-log' } },
];

const RULES = ['rpc-a', 'rpc-b', 'taint-c'].map((id, index) =>
  ruleOf(id, {
    level: index === 1 ? 'SHOULD' : 'MUST',
    scenarios: SCENARIOS.flatMap(({ rule }, place) =>
      rule === id ? [{ name: `scenario ${place}`, location: `features/a.feature:${place + 1}` }] : [],
    ),
  }),
);

const FACTS = factsOf(RULES);
const SHA256 = '0123456789abcdef'.repeat(4);

function reportOf(shard: string | null, keeps: (place: number) => boolean): Report {
  const selection = { ...FACTS.selection, shard };
  const reproduce = `npx fwctl-conformance run${shard === null ? '' : ` --shard ${shard}`} --seed 1`;
  const judgement = new Judgement({ ...FACTS, selection, reproduce }, { clock: () => new Date(0) });
  // What a scenario says of itself carries its number; the ends of the run carry none.
  for (const message of streamOf(SCENARIOS)) {
    const { testCase, testCaseStarted, testStepFinished, testCaseFinished, attachment } = message;
    const own = testCase?.id ?? testCaseStarted?.id ?? (testStepFinished ?? testCaseFinished ?? attachment)?.testCaseStartedId;
    if (own === undefined || keeps(Number(/\d+/.exec(own)))) judgement.accept(message);
  }
  return judgement.conclude({ endedBy: 'finished', problems: [] });
}

function textOf(report: Report): string {
  return [...writeJson(report)].join('');
}

const WHOLE = reportOf(null, () => true);
const WAIVED = applyWaivers(WHOLE, [
  {
    rule: 'rpc-b',
    fails: [{ scenario: 'scenario 2', lookedAt: UNMET.what, actual: UNMET.actual }],
    reason: 'mended in the next firmware',
    link: 'https://example.org/1',
    owner: 'someone@example.org',
    expires: '2027-01-01',
  },
]);
const ALONE = reportOf('1/1', () => true);
const FIRST = reportOf('1/2', (place) => place % 2 === 0);
const SECOND = reportOf('2/2', (place) => place % 2 === 1);

/** A report with mistakes in it is compared with this one, and joined with the other shard. */
const BESIDE: WrittenReport = JSON.parse(textOf(WHOLE));
const OTHER_SHARD: WrittenReport = JSON.parse(textOf(SECOND));

export const REPORTS: readonly string[] = [WHOLE, WAIVED, ALONE, FIRST].map(textOf);

/** Few texts are a report after all when anything in them was changed; most are when only values were. */
export function mutatedReports(corpus: readonly string[]): fc.Arbitrary<Buffer> {
  return fc.oneof(mutated(corpus), revalued(corpus));
}

export function acceptReport(text: string): void {
  if (parseReport(text, 'report.json').kind !== 'whole') throw new Error(`not a whole report: ${text}`);
}

/** It is refused in words, or whatever is made of it can be read, and does nothing to a terminal. */
export function checkReport(bytes: Buffer): void {
  const read = inWords(() => parseReport(bytes.toString(), 'report.json'), { hasPlace: true });
  if (read === null || read.kind === 'cut-short') return;
  checkRenderings(asReport(read.report));
  for (const pair of [
    [BESIDE, read.report],
    [read.report, BESIDE],
  ] as const) {
    const comparison = compare(...pair);
    requireHarmless(renderComparison(comparison));
    requireHarmless(printableJson(comparison));
  }
  const shard = { name: 'a', report: read.report };
  for (const shards of [[shard], [shard, { name: 'b', report: OTHER_SHARD }]]) {
    const merged = inWords(() => mergeShards(shards, FACTS.catalogue), { hasPlace: false });
    if (merged !== null) checkMerged(merged);
  }
}

/** What a mail says of it is read back, and is true. */
function checkRenderings(report: Report): void {
  for (const render of Object.values(RENDERINGS)) requireHarmless(render(report, SHA256));
  const read = readMail(RENDERINGS.mail(report, SHA256));
  const wrong = read.kind === 'problem' ? read : (contradictionIn(read.mail) ?? contradictionTo(report, SHA256, read.mail));
  if (wrong !== null) throw new Error(`a mail that says otherwise: ${wrong.expected}, not ${wrong.received}`);
}

function checkMerged(merged: Report): void {
  requireHarmless(renderText(merged));
  requireHarmless(renderJunit(merged));
  acceptReport(textOf(merged));
}
