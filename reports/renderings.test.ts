import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { NASTY_TEXTS } from './document/any-text.testing.js';
import { findInconsistency } from './document/consistency.js';
import { EvidenceText } from './document/evidence-text.js';
import { RESULTS, type Report, type ScenarioReport } from './document/report.js';
import { anyReport, failingReport } from './document/report.testing.js';
import { writeJson } from './formats/json.js';
import { PLAIN_RENDERING_NAMES } from './rendering-names.js';
import { RENDERINGS } from './renderings.js';

const SHA256 = '0123456789abcdef'.repeat(4);
const MEBIBYTE = 1 << 20;

/** What acts on a terminal, or anywhere in a line on the log of a CI. */
const HARMFUL = /[^\P{Cc}\n]|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|##\w*\[/u;

/** A report of one rule that failed, in which all that is told is this text. */
function saidEverywhere(text: string): Report {
  const report = failingReport();
  const unmet = { what: text, expected: text, actual: text, held: false };
  const evidence = EvidenceText.of({ expectations: [unmet], used: [], calls: [], counterexample: { seed: 1, path: text, input: text } });
  const scenario: ScenarioReport = { name: text, location: `${text}:1`, verdict: 'failed', reason: text, step: text, evidence };
  const rules = report.rules.map((rule) => ({
    ...rule,
    id: text,
    title: text,
    reason: text,
    source: [{ document: text, where: text }],
    scenarios: rule.verdict === 'failed' ? [scenario] : rule.scenarios,
  }));
  const subject = { ...report.subject, name: text, version: text };
  const waivers = [{ rule: text, state: 'stale', reason: text, link: text, owner: text, expires: text }] as const;
  return { ...report, rules, subject, waivers, problems: [text], reproduce: text, ruleSet: { name: text, digest: text } };
}

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

for (const name of PLAIN_RENDERING_NAMES) {
  describe(`a report as ${name}`, () => {
    it('lets through nothing that acts on a terminal, or on the log of a CI that prints it', () => {
      fc.assert(
        fc.property(anyReport, (report) => {
          const text = RENDERINGS[name](report, SHA256);
          expect(text).to.not.match(HARMFUL);
          // These are commands, and each is one of its own.
          if (name !== 'github-annotations') expect(text).to.not.match(/^\s*::/m);
        }),
      );
    });

    it('can be made of any text in every place, be it a mebibyte long', () => {
      for (const text of [...NASTY_TEXTS, 'z'.repeat(MEBIBYTE)]) {
        const told = RENDERINGS[name](saidEverywhere(text), SHA256);
        expect(told).to.match(name === 'github-annotations' ? /^::error / : /\S/);
        expect(told).to.not.match(HARMFUL);
      }
    });
  });
}
