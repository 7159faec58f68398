import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import fc from 'fast-check';
import { anyReport, failingReport } from '../document/report.testing.js';
import { renderSarif } from './sarif.js';

const SHA256 = '0123456789abcdef'.repeat(4);

type Sarif = {
  readonly runs: readonly [
    {
      readonly invocations: readonly { readonly executionSuccessful: boolean }[];
      readonly results: readonly { readonly ruleId: string; readonly level: string; readonly locations?: readonly unknown[] }[];
    },
  ];
};

/** The schema is of draft 4: what it is called, and in which draft, stands elsewhere in newer ones. */
function published(): object {
  const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, 'utf8'));
  return schema;
}

describe('a report as SARIF', () => {
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(published());

  it('is what the published schema says, whatever anybody says', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(validate(JSON.parse(renderSarif(report, SHA256))), JSON.stringify(validate.errors)).to.equal(true);
      }),
    );
    expect(validate({ version: '2.1.0' }), 'a log without runs').to.equal(false);
  });

  it('tells what does not conform, and nothing that passed', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const sarif: Sarif = JSON.parse(renderSarif(report, SHA256));
        const [{ results, invocations }] = sarif.runs;
        const errors = results.filter(({ level }) => level === 'error');
        const conforms = report.result === 'conformant' || report.result === 'conformant-with-waivers';
        expect(results.some(({ ruleId }) => ruleId === 'the-run-as-a-whole')).to.equal(!conforms);
        if (!conforms) expect(errors).to.have.length.greaterThan(0);
        if (report.result === 'conformant') expect(errors).to.deep.equal([]);
        expect(invocations.every(({ executionSuccessful }) => executionSuccessful)).to.equal(report.footer.complete);
      }),
    );
  });

  it('says of a failure what was expected and what came, and where', () => {
    const text = renderSarif(failingReport(), SHA256);
    expect(text).to.contain('the outcome: expected EPERM, actual success').and.contain('"startLine": 2').and.contain('--rule rpc-b');
    expect(text).not.to.contain('rpc-a');
  });
});
