import { EvidenceText } from './evidence-text.js';
import type { Report, WrittenReport } from './report.js';

/** A report that was read back, as one that was just made. */
export function asReport(written: WrittenReport): Report {
  const rules = written.rules.map((rule) => ({
    ...rule,
    scenarios: rule.scenarios.map(({ evidence, ...scenario }) => ({ ...scenario, evidence: EvidenceText.of(evidence) })),
  }));
  return { ...written, rules };
}
