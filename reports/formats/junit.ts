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
  const { rules, subject, kit, counts, result } = report;
  const suites: readonly Suite[] = [
    { name: kit.name, cases: [runCase(report)] },
    ...rules.map((rule) => ({ name: rule.id, cases: casesOf(rule) })),
  ];
  return XML.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': printable(`${kit.name}: ${subject.name}`),
      ...totals(suites),
      properties: {
        property: [
          { '@name': 'result', '@value': result },
          { '@name': 'executed', '@value': counts.executed },
        ],
      },
      testsuite: suites.map((suite) => ({
        '@name': printable(suite.name),
        ...totals([suite]),
        testcase: suite.cases.map((one) => testCase(suite, one)),
      })),
    },
  });
}

function totals(suites: readonly Suite[]): object {
  const cases = suites.flatMap((suite) => suite.cases);
  const count = (verdict: Case['verdict']): number => cases.filter((one) => one.verdict === verdict).length;
  return { '@tests': cases.length, '@failures': count('failed'), '@errors': count('broken') };
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
