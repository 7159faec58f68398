import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { type FinalResults, Parser, type Result } from 'tap-parser';
import type { Report } from '../document/report.js';
import { anyReport, failingReport } from '../document/report.testing.js';
import { casesOf } from './cases.js';
import { renderKtap } from './ktap.js';

type Parsed = { readonly results: FinalResults; readonly tests: readonly Result[] };

/** KTAP is TAP but for its first line and how far tests below a test are indented, which a reader of TAP passes over. */
function parse(ktap: string): Parsed {
  const tests: Result[] = [];
  let results: FinalResults | null = null;
  const parser = new Parser((end: FinalResults) => {
    results = end;
  });
  parser.on('assert', (test: Result) => tests.push(test));
  parser.end(ktap.replace('KTAP version 1', 'TAP version 13'));
  if (results === null) throw new Error('the parser did not come to an end');
  return { results, tests };
}

/** The tests below each test, in their order. */
function nestedIn(ktap: string): readonly Parsed[] {
  const lines = ktap.split('\n').filter((line) => line.startsWith('  '));
  const nested = lines.map((line) => line.slice(2)).join('\n');
  return nested
    .split(/^(?=KTAP version 1$)/m)
    .filter((part) => part !== '')
    .map(parse);
}

function conforms({ result }: Report): boolean {
  return result === 'conformant' || result === 'conformant-with-waivers';
}

describe('a report as KTAP', () => {
  it('is a plan with a test for each rule and one for the run, whatever anybody says', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { results, tests } = parse(renderKtap(report));
        expect(results).to.include({ count: report.rules.length + 1, bailout: false });
        expect(results.plan).to.include({ start: 1, end: report.rules.length + 1, skipAll: false });
        expect(results.failures.filter(({ tapError }) => tapError !== null)).to.deep.equal([]);
        const fails = report.rules.filter(({ verdict }) => verdict === 'failed' || verdict === 'broken').length;
        expect(tests.filter(({ ok }) => !ok)).to.have.length(fails + (conforms(report) ? 0 : 1));
        expect(results.todo).to.equal(0);
        const skips = report.rules.filter(({ verdict }) => verdict === 'not-testable' || verdict === 'not-applicable').length;
        expect(results.skip).to.equal(skips);
      }),
    );
  });

  it('has the scenarios of each rule below it', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const nested = nestedIn(renderKtap(report));
        expect(nested).to.have.length(report.rules.length);
        for (const [index, rule] of report.rules.entries()) {
          const cases = casesOf(rule);
          expect(nested[index]?.results).to.include({ count: cases.length, todo: 0, bailout: false });
          const fails = cases.filter(({ verdict }) => verdict === 'failed' || verdict === 'broken').length;
          expect(nested[index]?.tests.filter(({ ok }) => !ok)).to.have.length(fails);
        }
      }),
    );
  });

  it('passes as a whole only when the subject conforms', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(parse(renderKtap(report)).results.ok).to.equal(conforms(report));
      }),
    );
  });

  it('keeps names that a reader could take for more', () => {
    const report = failingReport();
    const ids = ['a # SKIP b', 'a # TODO b', 'a {'];
    const rules = ids.flatMap((id) => report.rules.slice(0, 1).map((rule) => ({ ...rule, id })));
    const { tests } = parse(renderKtap({ ...report, rules }));
    expect(tests.map(({ name }) => name)).to.deep.equal(['a \\u{23} SKIP b', 'a \\u{23} TODO b', 'a \\u{7b}', 'the run as a whole']);
  });

  it('says before a failure what was expected and what came', () => {
    const lines = renderKtap(failingReport()).split('\n');
    expect(lines).to.include('  # failed: the outcome: expected EPERM, actual success').and.include('not ok 2 rpc-b');
    expect(lines).to.include('ok 1 rpc-a').and.include('not ok 3 the run as a whole');
  });
});
