import { EvidenceText } from './evidence-text.js';
import type { Report, WrittenReport } from './report.js';

type WrittenScenario = WrittenReport['rules'][number]['scenarios'][number];

const texts = new WeakMap<WrittenScenario, EvidenceText>();

/** A scenario whose evidence stays where it is: whoever asks for it reads it, each time anew. */
export function withEvidenceElsewhere(head: Omit<WrittenScenario, 'evidence'>, text: EvidenceText): WrittenScenario {
  const scenario: WrittenScenario = {
    ...head,
    get evidence() {
      return text.toJSON();
    },
  };
  texts.set(scenario, text);
  return scenario;
}

/** The evidence of a scenario that was read back, as it is written. */
export function evidenceTextOf(scenario: WrittenScenario): EvidenceText {
  return texts.get(scenario) ?? EvidenceText.of(scenario.evidence);
}

/** A report that was read back, as one that was just made. */
export function asReport(written: WrittenReport): Report {
  return { ...written, rules: written.rules.map((rule) => ({ ...rule, scenarios: rule.scenarios.map(asScenario) })) };
}

export function asScenario(scenario: WrittenScenario): Report['rules'][number]['scenarios'][number] {
  const { name, location, verdict, reason, step } = scenario;
  return {
    name,
    location,
    verdict,
    ...(reason !== undefined && { reason }),
    ...(step !== undefined && { step }),
    evidence: evidenceTextOf(scenario),
  };
}
