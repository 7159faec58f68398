import { create } from 'xmlbuilder2';
import type { Report, RuleReport, ScenarioReport } from '../document/report.js';
import { printable } from './printable.js';

/** The report as JUnit XML: a suite a rule, a case a scenario. A violation is a failure; what was not learnt is an error. */
export function renderJunit(report: Report): string {
  const { rules, subject, kit, counts } = report;
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: printable(`${kit.name}: ${subject.name}`),
    tests: rules.reduce((sum, rule) => sum + casesOf(rule).length, 0),
    failures: countCases(rules, 'failed'),
    errors: countCases(rules, 'broken'),
  });
  root
    .ele('properties')
    .ele('property', { name: 'result', value: report.result })
    .up()
    .ele('property', { name: 'executed', value: counts.executed });
  for (const rule of rules) {
    const suite = root.ele('testsuite', { name: rule.id, tests: casesOf(rule).length });
    for (const scenario of casesOf(rule)) {
      const element = suite.ele('testcase', { classname: rule.id, name: printable(`${scenario.name} (${scenario.location})`) });
      const message = printable(scenario.reason ?? '');
      switch (scenario.verdict) {
        case 'failed':
          element.ele('failure', { message }).txt(expectedAndActual(scenario));
          break;
        case 'broken':
          element.ele('error', { message });
          break;
        case 'not-testable':
        case 'not-applicable':
          element.ele('skipped', { message });
          break;
        default:
      }
    }
  }
  return `${root.end({ prettyPrint: true })}\n`;
}

/** A rule of which no scenario ran is one case, so that no rule is missing. */
function casesOf(rule: RuleReport): readonly ScenarioReport[] {
  if (rule.scenarios.length > 0) return rule.scenarios;
  const reason = rule.reason ?? 'no scenario ran';
  return [{ name: rule.title, location: 'no scenario ran', verdict: rule.verdict, reason, calls: [], expectations: [], used: [] }];
}

function countCases(rules: readonly RuleReport[], verdict: ScenarioReport['verdict']): number {
  return rules.flatMap(casesOf).filter((scenario) => scenario.verdict === verdict).length;
}

function expectedAndActual({ expectations }: ScenarioReport): string {
  const unmet = expectations.filter(({ held }) => !held);
  return printable(unmet.map(({ what, expected, actual }) => `${what}: expected ${expected}, actual ${actual}`).join('; '));
}
