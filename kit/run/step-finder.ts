import type { StepDefinition } from './cucumber-parts.js';
import { matchQuickly } from './quick-match.js';

/** Finds the step definitions that a text matches; there may be none, or more than one. */
export class StepFinder {
  /** In the order in which they were defined. */
  readonly definitions: readonly StepDefinition[];
  readonly #found = new Map<string, readonly StepDefinition[]>();

  constructor(definitions: readonly StepDefinition[]) {
    this.definitions = definitions.map(matchQuickly);
  }

  find(text: string): readonly StepDefinition[] {
    const found = this.#found.get(text) ?? this.definitions.filter((definition) => definition.matchesStepName(text));
    this.#found.set(text, found);
    return found;
  }
}
