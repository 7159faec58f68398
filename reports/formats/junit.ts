import XMLBuilder from 'fast-xml-builder';
import type { Report } from '../document/report.js';
import { type Case, casesOf, explain, runCase } from './cases.js';
import { printable } from './printable.js';

const XML = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });

type Suite = { readonly name: string; readonly cases: readonly Case[] };

/**
 * The report as JUnit XML: a suite a rule and a case a scenario, and the run as one more. A violation is a failure;
 * what was not learnt is an error.
 */
export function renderJunit(report: Report): string {
  return [...writeJunit(report)].join('');
}

/** The same, a suite at a time, so that the document is never in memory as one text. */
export function* writeJunit(report: Report): Iterable<string> {
  const { subject, kit, counts, result } = report;
  const run: Suite = { name: kit.name, cases: [runCase(report)] };
  const all = {
    '@name': printable(`${kit.name}: ${subject.name}`),
    ...totals(runAndRules(run, report)),
    properties: {
      property: [
        { '@name': 'result', '@value': result },
        { '@name': 'executed', '@value': counts.executed },
      ],
    },
  };
  const head = XML.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, testsuites: all });
  yield head.slice(0, -END.length);
  for (const suite of runAndRules(run, report)) yield suiteText(suite);
  yield END;
}

const BEGIN = '<testsuites>\n';
const END = '</testsuites>\n';

function* runAndRules(run: Suite, { rules }: Report): Iterable<Suite> {
  yield run;
  for (const rule of rules) yield { name: rule.id, cases: casesOf(rule) };
}

function suiteText(suite: Suite): string {
  const testsuite = {
    '@name': printable(suite.name),
    ...totals([suite]),
    testcase: suite.cases.map((one) => testCase(suite, one)),
  };
  return XML.build({ testsuites: { testsuite } }).slice(BEGIN.length, -END.length);
}

function totals(suites: Iterable<Suite>): object {
  const sums = { '@tests': 0, '@failures': 0, '@errors': 0 };
  for (const { cases } of suites) {
    sums['@tests'] += cases.length;
    sums['@failures'] += cases.filter(({ verdict }) => verdict === 'failed').length;
    sums['@errors'] += cases.filter(({ verdict }) => verdict === 'broken').length;
  }
  return sums;
}

function testCase({ name }: Suite, one: Case): object {
  return {
    '@classname': printable(name),
    '@name': printable(`${one.name} (${one.location ?? 'no scenario'})`),
    ...ending(one),
  };
}

function ending(one: Case): object {
  const message = printable(one.reason);
  switch (one.verdict) {
    case 'failed':
      return { failure: { '@message': message, '#text': printable(explain(one)) } };
    case 'broken':
      return { error: { '@message': message } };
    case 'not-testable':
    case 'not-applicable':
      return { skipped: { '@message': message } };
    case 'known-failure':
      return { skipped: { '@message': `known failure: ${message}` } };
    case 'warned':
      return { 'system-out': `warned: ${printable(explain(one))}` };
    case 'passed':
      return {};
  }
}
