import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { PACKAGE_ROOT } from '../../kit/catalogue/load.js';
import { anyReport } from '../document/report.testing.js';
import { renderBadge } from './badge.js';

type Badge = { readonly message: string; readonly color: string; readonly isError: boolean };

describe('a report as a badge', () => {
  const schema = JSON.parse(readFileSync(new URL('reports/schema/shields-endpoint-1.json', PACKAGE_ROOT), 'utf8'));
  const validate = new Ajv2020({ strict: true }).compile<Badge>(schema);

  it('is what shields.io takes, and green only when the subject conforms', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyReport, (report) => {
        const badge: Badge = JSON.parse(renderBadge(report));
        expect(validate(badge), JSON.stringify(validate.errors)).to.equal(true);
        const conforms = report.result === 'conformant' || report.result === 'conformant-with-waivers';
        expect(/green/.test(badge.color)).to.equal(conforms);
        expect(badge.isError).to.equal(!conforms);
        expect(badge.message).to.equal(`${report.result}, ${report.counts.passed} of ${report.counts.required} rules`);
        seen.add(report.result);
      }),
    );
    expect(seen.size).to.be.greaterThan(2);
    expect(validate({ schemaVersion: 1, label: 'fwctl', message: '' }), 'a badge without a message').to.equal(false);
  });
});
