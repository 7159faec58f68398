import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type CTRFReport, calculateSummary, parse, validate } from 'ctrf';
import fc from 'fast-check';
import { anyReport, failingReport } from '../document/report.testing.js';
import { renderCtrf } from './ctrf.js';

const SHA256 = '0123456789abcdef'.repeat(4);

describe('a report as CTRF', () => {
  it('is what the published schema says, with right sums, whatever anybody says', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const ctrf: CTRFReport = parse(renderCtrf(report, SHA256));
        expect(validate(ctrf)).to.deep.include({ valid: true });
        expect(ctrf.results.summary).to.include(countsOf(ctrf));
      }),
      // The validator compiles its schema each time.
      { numRuns: 25 },
    );
    expect(validate({ ...parse(renderCtrf(failingReport(), SHA256)), reportFormat: 'other' }).valid).to.equal(false);
  });

  it('has a test that passes for the run only when the subject conforms', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const [run, ...tests] = parse(renderCtrf(report, SHA256)).results.tests;
        const conforms = report.result === 'conformant' || report.result === 'conformant-with-waivers';
        expect(run).to.include({ name: 'the run as a whole' });
        expect(run?.status === 'passed').to.equal(conforms);
        expect(new Set(tests.map(({ suite }) => suite?.join()))).to.have.property('size', report.rules.length);
      }),
    );
  });

  it('tells what failed, with what was expected and what came', () => {
    const { tests } = parse(renderCtrf(failingReport(), SHA256)).results;
    const failed = tests.filter(({ status }) => status === 'failed');
    expect(failed.map(({ suite, message }) => [suite?.[0], message])).to.deep.equal([
      ['fwctl-conformance', 'non-conformant: does not conform'],
      ['rpc-b', 'the outcome: expected EPERM, actual success'],
    ]);
  });
});

function countsOf({ results: { tests } }: CTRFReport): Partial<CTRFReport['results']['summary']> {
  const { passed, failed, skipped, pending, other } = calculateSummary(tests);
  return { tests: tests.length, passed, failed, skipped, pending, other };
}
