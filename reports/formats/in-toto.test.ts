import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { PACKAGE_ROOT } from '../../kit/catalogue/load.js';
import { anyReport, failingReport } from '../document/report.testing.js';
import { renderInToto } from './in-toto.js';

const SHA256 = '0123456789abcdef'.repeat(4);

type Statement = {
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicate: {
    readonly result: string;
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
    readonly configuration: readonly [{ readonly annotations: { readonly result: string; readonly undecidedTests: readonly string[] } }];
  };
};

describe('a report as in-toto statement', () => {
  const schema = JSON.parse(readFileSync(new URL('reports/schema/in-toto-test-result-0.1.json', PACKAGE_ROOT), 'utf8'));
  const validate = new Ajv2020({ strict: true }).compile<Statement>(schema);

  it('is what the specification says, whatever anybody says', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(validate(JSON.parse(renderInToto(report, SHA256))), JSON.stringify(validate.errors)).to.equal(true);
      }),
    );
    expect(validate({ _type: 'https://in-toto.io/Statement/v1' })).to.equal(false);
  });

  it('says passed of a conformant run only, and lists every rule that was decided', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { predicate }: Statement = JSON.parse(renderInToto(report, SHA256));
        const { passed, failed, warned, waived, notTestable, broken } = report.counts;
        const [{ annotations }] = predicate.configuration;
        expect(predicate.result).to.equal(
          report.result === 'conformant'
            ? warned > 0
              ? 'WARNED'
              : 'PASSED'
            : report.result === 'conformant-with-waivers'
              ? 'WARNED'
              : 'FAILED',
        );
        expect(annotations.result).to.equal(report.result);
        expect(predicate.passedTests).to.have.length(passed);
        expect(predicate.warnedTests).to.have.length(warned + waived);
        expect(predicate.failedTests).to.have.length(failed);
        expect(annotations.undecidedTests).to.have.length(notTestable + broken);
      }),
    );
  });

  it('is about the artifacts, and about the report where there are none', () => {
    const own: Statement = JSON.parse(renderInToto(failingReport(), SHA256));
    expect(own.subject).to.deep.equal([{ name: 'report.json', digest: { sha256: SHA256 } }]);
    const about: Statement = JSON.parse(renderInToto(failingReport(), SHA256, [{ name: 'a.ko', sha256: 'f'.repeat(64) }]));
    expect(about.subject).to.deep.equal([{ name: 'a.ko', digest: { sha256: 'f'.repeat(64) } }]);
    expect(about.predicate.failedTests).to.deep.equal(['rpc-b']);
  });
});
