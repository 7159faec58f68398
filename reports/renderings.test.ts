import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { findInconsistency } from './document/consistency.js';
import { RESULTS } from './document/report.js';
import { anyReport, failingReport } from './document/report.testing.js';
import { writeJson } from './formats/json.js';
import { RENDERING_NAMES } from './rendering-names.js';
import { RENDERINGS } from './renderings.js';

const SHA256 = '0123456789abcdef'.repeat(4);
const MEBIBYTE = 1 << 20;

describe('reports for tests', () => {
  it('have every result that there is', () => {
    const results = new Set(fc.sample(anyReport, { numRuns: 300, seed: 1 }).map(({ result }) => result));
    expect([...results]).to.have.members([...RESULTS]);
  });

  it('are such as a run may write', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(findInconsistency(JSON.parse([...writeJson(report)].join('')))).to.equal(null);
      }),
    );
  });
});

for (const name of RENDERING_NAMES) {
  describe(`a report as ${name}`, () => {
    it('lets through nothing that acts on a terminal, or on the log of a CI that prints it', () => {
      fc.assert(
        fc.property(anyReport, (report) => {
          const text = RENDERINGS[name](report, SHA256);
          expect(text).to.not.match(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}/u);
          expect(text).to.not.match(/##\w*\[/);
          // These are commands, and each is one of its own.
          if (name !== 'github-annotations') expect(text).to.not.match(/^\s*::/m);
        }),
      );
    });

    it('can be made of a text of a mebibyte in every place', () => {
      const long = 'z'.repeat(MEBIBYTE);
      const report = failingReport();
      const rules = report.rules.map((rule) => ({
        ...rule,
        id: `${rule.id}${long}`,
        title: long,
        reason: long,
        source: [{ document: long, where: long }],
      }));
      const text = RENDERINGS[name](
        { ...report, rules, problems: [long], reproduce: long, subject: { ...report.subject, name: long } },
        SHA256,
      );
      expect(text).to.have.length.greaterThan(0);
    });
  });
}
