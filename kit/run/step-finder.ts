import type { StepDefinition } from './cucumber-parts.js';
import { matchQuickly, type QuickDefinition } from './quick-match.js';

/** How much of the beginning of a text definitions are looked up by. */
const KEY_LENGTH = 12;

/** Finds the step definitions that a text matches; there may be none, or more than one. */
export class StepFinder {
  /** In the order in which they were defined. */
  readonly definitions: readonly StepDefinition[];
  readonly #byKey = new Map<string, readonly QuickDefinition[]>();
  readonly #found = new Map<string, readonly StepDefinition[]>();

  constructor(definitions: readonly StepDefinition[]) {
    const quick = definitions.map(matchQuickly);
    this.definitions = quick.map(({ definition }) => definition);
    for (const one of quick) {
      const key = keyOf(one.beginning);
      this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), one]);
    }
  }

  find(text: string): readonly StepDefinition[] {
    const found = this.#found.get(text) ?? this.#candidates(text).filter((definition) => definition.matchesStepName(text));
    this.#found.set(text, found);
    return found;
  }

  /** Those that begin as the text does, and those of which the beginning is too short to tell. */
  #candidates(text: string): readonly StepDefinition[] {
    return [...new Set([keyOf(text), ''])].flatMap((key) => this.#byKey.get(key) ?? []).map(({ definition }) => definition);
  }
}

function keyOf(text: string): string {
  return text.length < KEY_LENGTH ? '' : text.slice(0, KEY_LENGTH);
}
