import { citationOf } from '../../kit/catalogue/documents.js';
import type { Report, RuleReport, Verdict } from '../document/report.js';
import { type Case, casesOf, explain, runCase } from './cases.js';
import { clipped } from './printable.js';

/** Characters of the longest text that is told in full. */
const LONGEST = 4000;

const CONTEXT = {
  earl: 'http://www.w3.org/ns/earl#',
  dcterms: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: 'dcterms:title',
  description: 'dcterms:description',
  source: 'dcterms:source',
  version: 'dcterms:hasVersion',
  date: { '@id': 'dcterms:date', '@type': 'xsd:dateTime' },
  assertedBy: { '@id': 'earl:assertedBy', '@type': '@id' },
  subject: { '@id': 'earl:subject', '@type': '@id' },
  test: { '@id': 'earl:test', '@type': '@id' },
  mode: { '@id': 'earl:mode', '@type': '@id' },
  result: { '@id': 'earl:result', '@type': '@id' },
  outcome: { '@id': 'earl:outcome', '@type': '@id' },
} as const;

const KIT = '_:kit';
const SUBJECT = '_:subject';

/**
 * The report as assertions of the Evaluation and Report Language, in JSON-LD that needs nothing from the network: one
 * for each rule, and one for the run. A rule that was warned of, or is waived, did not hold, so it failed.
 */
export function renderEarl(report: Report, sha256: string): string {
  const { kit, subject, rules, time } = report;
  const graph = [
    { '@id': KIT, '@type': ['earl:Assertor', 'earl:Software'], title: kit.name, version: short(kit.version) },
    { '@id': SUBJECT, '@type': 'earl:TestSubject', title: short(subject.name), version: short(subject.version) },
    assertion(runTest(report, sha256), outcomeOf(runCase(report).verdict, true), runCase(report), time.started),
    ...rules.map((rule) => assertionOf(rule, time.started)),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

function short(text: string): string {
  return clipped(text, LONGEST);
}

/** The run is known by its evidence. */
function runTest({ ruleSet }: Report, sha256: string): object {
  return { '@id': `urn:sha256:${sha256}`, title: short(`all of ${ruleSet.name}`), source: short(ruleSet.digest) };
}

function assertionOf(rule: RuleReport, date: string): object {
  const told = casesOf(rule).filter(({ verdict }) => verdict === rule.verdict);
  const reason = rule.verdict === 'passed' ? '' : told.map((one) => `${one.name}: ${explain(one)}`).join('; ');
  const test = {
    '@id': `urn:fwctl-conformance:rule:${encodeURIComponent(short(rule.id))}`,
    title: short(rule.title),
    description: rule.level,
    source: rule.source.map((source) => short(citationOf(source))),
  };
  return assertion(test, outcomeOf(rule.verdict, rule.scenarios.length > 0), { reason }, date);
}

function assertion(test: object, outcome: string, { reason }: Pick<Case, 'reason'>, date: string): object {
  return {
    '@type': 'earl:Assertion',
    assertedBy: KIT,
    subject: SUBJECT,
    test: { '@type': 'earl:TestRequirement', ...test },
    mode: 'earl:automatic',
    result: { '@type': 'earl:TestResult', outcome, date, ...(reason === '' ? {} : { description: short(reason) }) },
  };
}

/** What was not tried is told apart from what was tried without learning anything. */
function outcomeOf(verdict: Verdict, wasTried: boolean): string {
  switch (verdict) {
    case 'passed':
      return 'earl:passed';
    case 'failed':
    case 'warned':
    case 'known-failure':
      return 'earl:failed';
    case 'not-applicable':
      return 'earl:inapplicable';
    case 'not-testable':
    case 'broken':
      return wasTried ? 'earl:cantTell' : 'earl:untested';
  }
}
