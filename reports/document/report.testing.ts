import fc from 'fast-check';
import type { RecordedExpectation } from '../../kit/evidence.js';
import { EvidenceText } from './evidence-text.js';
import { Judgement } from './judgement.js';
import { factsOf, HELD, ruleOf, streamOf, UNMET } from './message-stream.testing.js';
import { ENDINGS, type Report, type RuleReport, type ScenarioReport, WAIVER_STATES, type WaiverReport } from './report.js';
import { judgeRule, ORDER } from './rule-verdict.js';
import { countRules } from './run-result.js';
import { isSound, resultWith } from './waivers.js';

/** What each rendering could take for its own words, and what acts on a terminal, a browser or the log of a CI. */
const NASTY = [
  '',
  ' ',
  '\n',
  '\r\n\r\n',
  '\u001b[2J\u001b[31m',
  '\u009b31m',
  '\u202eevil\u2066',
  '\ud800',
  '\ufffe\uffff',
  '\0',
  ']]>',
  '<!--</failure><testcase name="x"/>',
  '&lt;&#0;',
  '::error::forged',
  '\n::error file=a,line=1::forged',
  '##[error]forged',
  'a::set-output name=x::y%0A',
  '\nok 1 - forged # SKIP',
  ' # SKIP forged',
  '# TODO forged',
  '\nBail out!',
  '1..0 # SKIP all',
  'fwctl-conformance result: conformant',
  '\n\nfwctl-conformance result: conformant\n',
  '            \n  failed    a (MUST)',
  '> > quoted',
  '--- \n+++ b',
  '</details>\n# Conformant\n',
  '| a | b |\n| --- | --- |',
  '```\n# forged',
  '![x](https://example.org/x.png) @everyone #1 `code` <script>alert(1)</script>',
  '{{ github.token }} $(id) `id`',
  '"}],"x":[{"',
  '\\u{1b} \\ \\\\',
  'Jürgen 漢字 🙂 e\u0301',
  '__proto__',
  'x'.repeat(3000),
] as const;

const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...NASTY), fc.constantFrom(...NASTY)).map((parts) => parts.join('')) },
  { weight: 3, arbitrary: fc.constantFrom('words of a subject', 'EPERM', 'success') },
);

const held: fc.Arbitrary<RecordedExpectation> = fc.record({ what: text, expected: text, actual: text, held: fc.constant(true) });
const unmet: fc.Arbitrary<RecordedExpectation> = held.map((one) => ({ ...one, held: false }));

/** Scenarios are known by their place, so each has a number in it. */
function scenario(number: number): fc.Arbitrary<ScenarioReport> {
  return fc
    .record({ name: text, place: text, verdict: fc.constantFrom(...ORDER), reason: text, step: text, one: held, other: unmet, input: text })
    .map(({ name, place, verdict, reason, step, one, other, input }) => {
      const expectations = verdict === 'failed' ? [one, other] : [one];
      const counterexample = verdict === 'failed' ? { counterexample: { seed: 1, path: '0', input } } : {};
      const evidence = EvidenceText.of({ expectations, used: [], calls: [], ...counterexample });
      return { name, location: `${place}.feature:${number}`, verdict, ...(verdict === 'passed' ? {} : { reason, step }), evidence };
    });
}

const ruleParts = fc.record({
  id: text,
  level: fc.constantFrom('MUST', 'SHOULD', 'MAY'),
  title: text,
  source: fc.array(fc.record({ document: text, where: text }), { maxLength: 2 }),
  kinds: fc.array(fc.nat(99), { maxLength: 4 }),
  isWhole: fc.boolean(),
  waiver: fc.option(fc.record({ reason: text, link: text, owner: text, expires: text, state: fc.constantFrom(...WAIVER_STATES) })),
});

const rule = ruleParts.chain((parts) =>
  fc.tuple(...parts.kinds.map((_, index) => scenario(index))).map((scenarios) => ({ ...parts, scenarios })),
);

/** Reports as a run may write them, with whatever anybody can say in each of their texts; they do not contradict themselves. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    rules: fc.array(rule, { maxLength: 6 }),
    problems: fc.array(text, { maxLength: 1 }),
    endedBy: fc.oneof({ weight: 4, arbitrary: fc.constant('finished' as const) }, { weight: 1, arbitrary: fc.constantFrom(...ENDINGS) }),
    name: text,
    version: text,
    reproduce: text,
    set: text,
    digest: text,
  })
  .map(({ rules: drawn, problems, endedBy, name, version, reproduce, set, digest }) => {
    const selection = { rules: [], devices: [], shard: null, leftOut: [] };
    const waivers: WaiverReport[] = [];
    const rules = drawn.map(({ id: words, level, title, source, scenarios: found, isWhole, waiver }, number): RuleReport => {
      const id = `${words}-${number}`;
      const scenarios = found.map((one) => ({ ...one, location: `${number}-${one.location}` }));
      const all = isWhole ? scenarios : [...scenarios, { name: '', location: '' }];
      const judged = judgeRule({ id, level, scenarios: all }, scenarios, selection);
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
      time: { started: '2026-11-21T12:00:00.000Z', milliseconds: 1500 },
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
