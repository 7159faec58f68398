import type { Arguments, StepDefinition } from './cucumber-parts.js';
import { hasPieces, type LiteralPieces, piecesOfExpression, piecesOfPattern } from './literal-pieces.js';
import { splitMatch } from './split-match.js';

/** A step definition, and what is in every text that it matches. */
type QuickDefinition = { readonly definition: StepDefinition; readonly pieces: LiteralPieces };

/**
 * The same step definition with the same matches, found in less time: most definitions are ruled out by what they say
 * letter by letter, those without arguments need no regular expression, others one of their own only where it is unclear
 * what an argument is, and no text is matched twice.
 */
export function matchQuickly(definition: StepDefinition): QuickDefinition {
  const { pattern } = definition;
  const expression = definition.expression;
  const pieces = typeof pattern === 'string' ? piecesOfExpression(pattern) : piecesOfPattern(pattern);
  const splits = splitMatch(expression);
  const isLiteral = pieces.beginning === pattern;
  const known = new Map<string, Arguments | null>();
  const match = (text: string): Arguments | null => {
    if (isLiteral) return text === pattern ? [] : null;
    const before = known.get(text);
    if (before !== undefined || !hasPieces(text, pieces)) return before ?? null;
    const split = splits === null ? 'unclear' : splits(text);
    const found = split === 'unclear' ? expression.match(text) : split;
    known.set(text, found);
    return found;
  };
  return { pieces, definition: Object.create(definition, { expression: { value: { source: expression.source, match } } }) };
}
