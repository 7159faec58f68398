import type { Evidence } from '../../kit/evidence.js';
import { EvidenceText } from './evidence-text.js';
import type { Report, Verdict, WrittenReport } from './report.js';

type WrittenScenario = WrittenReport['rules'][number]['scenarios'][number];

/** A scenario whose evidence stays where it is: whoever asks for it reads it, each time anew. */
export class ReadScenario implements WrittenScenario {
  declare readonly name: string;
  declare readonly location: string;
  declare readonly verdict: Verdict;
  declare readonly reason?: string;
  declare readonly step?: string;
  declare readonly evidence: Evidence;
  readonly #text: EvidenceText;

  constructor(head: Omit<WrittenScenario, 'evidence'>, text: EvidenceText) {
    Object.assign(this, head);
    this.#text = text;
    Object.defineProperty(this, 'evidence', ReadScenario.#reading);
  }

  /** One for all of them: that of an object literal would be one for each. */
  static readonly #reading = {
    enumerable: true,
    get(this: ReadScenario): Evidence {
      return this.#text.toJSON();
    },
  };

  /** The evidence of a scenario that was read back, as it is written. */
  static evidenceText(scenario: WrittenScenario): EvidenceText {
    return #text in scenario ? scenario.#text : EvidenceText.of(scenario.evidence);
  }
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
    evidence: ReadScenario.evidenceText(scenario),
  };
}
