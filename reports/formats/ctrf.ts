import type { Report, Verdict } from '../document/report.js';
import { type Case, casesOf, explain, runCase } from './cases.js';
import { clipped } from './printable.js';

/** Characters of the longest text that is told in full. */
const LONGEST = 4000;

const STATUSES = {
  passed: 'passed',
  warned: 'passed',
  failed: 'failed',
  'not-testable': 'skipped',
  'not-applicable': 'skipped',
  broken: 'other',
  'known-failure': 'other',
} as const satisfies Record<Verdict, string>;

type Test = {
  readonly name: string;
  readonly status: (typeof STATUSES)[Verdict];
  readonly rawStatus: Verdict;
  /** Milliseconds. A report has no times of scenarios, and the format wants one. */
  readonly duration: 0;
  readonly suite: readonly [string];
  readonly message?: string;
  readonly filePath?: string;
};

/** The report in the Common Test Report Format: a test a scenario, below its rule, and the run as one more. */
export function renderCtrf(report: Report, sha256: string): string {
  const { kit, rules, time, subject, result, counts, ruleSet, seed } = report;
  const tests = [testOf(kit.name, runCase(report)), ...rules.flatMap((rule) => casesOf(rule).map((one) => testOf(rule.id, one)))];
  const start = Date.parse(time.started);
  const document = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    timestamp: time.started,
    generatedBy: kit.name,
    results: {
      tool: { name: kit.name, version: short(kit.version) },
      summary: { ...summaryOf(tests), suites: rules.length + 1, start, stop: start + Math.round(time.milliseconds) },
      tests,
      environment: { appName: short(subject.name), appVersion: short(subject.version), extra: { kind: subject.kind } },
      extra: { result, counts, rules: short(ruleSet.name), digest: short(ruleSet.digest), seed, sha256 },
    },
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function short(text: string): string {
  return clipped(text, LONGEST);
}

function testOf(suite: string, one: Case): Test {
  const message = one.verdict === 'passed' ? {} : { message: short(explain(one)) };
  return {
    name: short(one.name) || 'without a name',
    status: STATUSES[one.verdict],
    rawStatus: one.verdict,
    duration: 0,
    suite: [short(suite)],
    ...message,
    ...(one.location === undefined ? {} : { filePath: short(one.location) }),
  };
}

function summaryOf(tests: readonly Test[]): object {
  const count = (wanted: Test['status'] | 'pending'): number => tests.filter(({ status }) => status === wanted).length;
  return {
    tests: tests.length,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    pending: count('pending'),
    other: count('other'),
  };
}
