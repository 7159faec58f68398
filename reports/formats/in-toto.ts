import type { Report, RuleReport, RunResult, Verdict } from '../document/report.js';
import { clipped } from './printable.js';

/** What a statement is about: a file and its SHA-256 in hexadecimal digits. */
export type Artifact = { readonly name: string; readonly sha256: string };

const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
const PREDICATE_TYPE = 'https://in-toto.io/attestation/test-result/v0.1';

/** How the type of what an envelope holds is written. */
export const IN_TOTO_PAYLOAD = 'application/vnd.in-toto+json';

/** The format has no word for what is undecided; it must not read as passed. */
const RESULTS = {
  conformant: 'PASSED',
  'conformant-with-waivers': 'WARNED',
  partial: 'FAILED',
  'non-conformant': 'FAILED',
  inconclusive: 'FAILED',
} as const satisfies Record<RunResult, string>;

/** Characters of the longest text that is told in full. */
const LONGEST = 4000;

/**
 * The report as an in-toto statement of test results, about the artifacts, and about its report.json where there are
 * none. Tests are rules; those of which nothing was learnt are in the annotations of the configuration.
 */
export function renderInToto(report: Report, sha256: string, artifacts: readonly Artifact[] = []): string {
  const evidence: Artifact = { name: 'report.json', sha256 };
  const statement = {
    _type: STATEMENT_TYPE,
    subject: (artifacts.length === 0 ? [evidence] : artifacts).map(descriptor),
    predicateType: PREDICATE_TYPE,
    predicate: {
      result: report.result === 'conformant' && report.counts.warned > 0 ? 'WARNED' : RESULTS[report.result],
      configuration: [{ ...descriptor(evidence), annotations: annotations(report) }],
      passedTests: idsOf(report.rules, 'passed'),
      warnedTests: idsOf(report.rules, 'warned', 'known-failure'),
      failedTests: idsOf(report.rules, 'failed'),
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

function descriptor({ name, sha256 }: Artifact): object {
  return { name: short(name), digest: { sha256 } };
}

function annotations({ result, counts, kit, ruleSet, subject, reproduce, rules, footer }: Report): object {
  return {
    result,
    counts,
    complete: footer.complete,
    kit: short(`${kit.name} ${kit.version}`),
    rules: short(`${ruleSet.name} ${ruleSet.digest}`),
    implementation: short(`${subject.name} ${subject.version} (${subject.kind})`),
    repeat: short(reproduce),
    undecidedTests: idsOf(rules, 'broken', 'not-testable'),
  };
}

function short(text: string): string {
  return clipped(text, LONGEST);
}

function idsOf(rules: readonly RuleReport[], ...verdicts: readonly Verdict[]): readonly string[] {
  return rules.filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => short(id));
}
