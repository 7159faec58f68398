import type { StepDefinition } from './cucumber-parts.js';
import type { LiteralPieces } from './literal-pieces.js';
import { matchQuickly } from './quick-match.js';

/** Finds the step definitions that a text matches; there may be none, or more than one. */
export class StepFinder {
  /** In the order in which they were defined. */
  readonly definitions: readonly StepDefinition[];
  /** By a word that is in every text which they match; by the empty word if there is none. */
  readonly #byWord = new Map<string, StepDefinition[]>();
  readonly #found = new Map<string, readonly StepDefinition[]>();

  constructor(definitions: readonly StepDefinition[]) {
    const quick = definitions.map(matchQuickly);
    this.definitions = quick.map(({ definition }) => definition);
    const uses = new Map<string, number>();
    for (const { pieces } of quick) for (const word of wordsOf(pieces)) uses.set(word, (uses.get(word) ?? 0) + 1);
    for (const { definition, pieces } of quick) {
      const rarest = wordsOf(pieces).reduce((best, word) => ((uses.get(word) ?? 0) < (uses.get(best) ?? Infinity) ? word : best), '');
      this.#byWord.set(rarest, [...(this.#byWord.get(rarest) ?? []), definition]);
    }
  }

  find(text: string): readonly StepDefinition[] {
    const found = this.#found.get(text) ?? this.#candidates(text).filter((definition) => definition.matchesStepName(text));
    this.#found.set(text, found);
    return found;
  }

  #candidates(text: string): readonly StepDefinition[] {
    return [...new Set(['', ...text.split(' ')])].flatMap((word) => this.#byWord.get(word) ?? []);
  }
}

/** The whole words of the pieces; one that ends where a piece does may go on in the text. */
function wordsOf({ beginning, inOrder }: LiteralPieces): readonly string[] {
  return [` ${beginning}`, ...inOrder].flatMap((piece) => piece.split(' ').slice(1, -1));
}
