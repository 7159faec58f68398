import XMLBuilder from 'fast-xml-builder';
import { EvidenceText } from '../document/evidence-text.js';
import type { Report, RuleReport, ScenarioReport } from '../document/report.js';
import { printable } from './printable.js';

const XML = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true, suppressEmptyNode: true });

/** The report as JUnit XML: a suite a rule, a case a scenario. A violation is a failure; what was not learnt is an error. */
export function renderJunit({ rules, subject, kit, counts, result }: Report): string {
  return XML.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': printable(`${kit.name}: ${subject.name}`),
      '@tests': rules.reduce((sum, rule) => sum + casesOf(rule).length, 0),
      '@failures': countCases(rules, 'failed'),
      '@errors': countCases(rules, 'broken'),
      properties: {
        property: [
          { '@name': 'result', '@value': result },
          { '@name': 'executed', '@value': counts.executed },
        ],
      },
      testsuite: rules.map((rule) => ({
        '@name': rule.id,
        '@tests': casesOf(rule).length,
        testcase: casesOf(rule).map((scenario) => testCase(rule, scenario)),
      })),
    },
  });
}

function testCase(rule: RuleReport, scenario: ScenarioReport): object {
  return {
    '@classname': rule.id,
    '@name': printable(`${scenario.name} (${scenario.location})`),
    ...ending(scenario),
  };
}

function ending(scenario: ScenarioReport): object {
  const message = printable(scenario.reason ?? '');
  switch (scenario.verdict) {
    case 'failed':
      return { failure: { '@message': message, '#text': expectedAndActual(scenario) } };
    case 'broken':
      return { error: { '@message': message } };
    case 'not-testable':
    case 'not-applicable':
      return { skipped: { '@message': message } };
    default:
      return {};
  }
}

/** A rule of which no scenario ran is one case, so that no rule is missing. */
function casesOf(rule: RuleReport): readonly ScenarioReport[] {
  if (rule.scenarios.length > 0) return rule.scenarios;
  const reason = rule.reason ?? 'no scenario ran';
  return [{ name: rule.title, location: 'no scenario ran', verdict: rule.verdict, reason, evidence: new EvidenceText() }];
}

function countCases(rules: readonly RuleReport[], verdict: ScenarioReport['verdict']): number {
  return rules.flatMap(casesOf).filter((scenario) => scenario.verdict === verdict).length;
}

function expectedAndActual({ evidence }: ScenarioReport): string {
  const unmet = evidence.toJSON().expectations.filter(({ held }) => !held);
  return printable(unmet.map(({ what, expected, actual }) => `${what}: expected ${expected}, actual ${actual}`).join('; '));
}
