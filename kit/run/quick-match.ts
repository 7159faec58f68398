import type { StepDefinition } from './cucumber-parts.js';
import { hasPieces, type LiteralPieces, piecesOfExpression, piecesOfPattern } from './literal-pieces.js';

type Expression = StepDefinition['expression'];
type Arguments = ReturnType<Expression['match']>;

/** A step definition, and what is in every text that it matches. */
type QuickDefinition = { readonly definition: StepDefinition; readonly pieces: LiteralPieces };

/**
 * The same step definition with the same matches, found in less time: most definitions are ruled out by what they say
 * letter by letter, those without arguments need no regular expression, and no text is matched twice.
 */
export function matchQuickly(definition: StepDefinition): QuickDefinition {
  const { pattern } = definition;
  const expression = definition.expression;
  const pieces = typeof pattern === 'string' ? piecesOfExpression(pattern) : piecesOfPattern(pattern);
  const isLiteral = pieces.beginning === pattern;
  const known = new Map<string, Arguments>();
  const match = (text: string): Arguments => {
    if (isLiteral) return text === pattern ? [] : null;
    const before = known.get(text);
    if (before !== undefined || !hasPieces(text, pieces)) return before ?? null;
    const found = expression.match(text);
    known.set(text, found);
    return found;
  };
  return { pieces, definition: Object.create(definition, { expression: { value: { source: expression.source, match } } }) };
}
