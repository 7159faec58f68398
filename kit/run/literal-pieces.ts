/** What an expression says letter by letter: how each text begins that it matches, and what comes in it, in this order. */
export type LiteralPieces = { readonly beginning: string; readonly inOrder: readonly string[] };

/** Stands for what is not literal, and comes in no text of a step. */
const OTHER = '\0';

/** Of a cucumber expression: escapes, parameters, optional text and alternatives are not literal. */
export function piecesOfExpression(expression: string): LiteralPieces {
  const text = expression
    .replace(/\\./g, OTHER)
    .replace(/\{[^}]*\}|\([^)]*\)/g, OTHER)
    .replace(/\S*\/\S*/g, OTHER);
  return pieces(text, true);
}

/** Of a regular expression: what is outside of groups and classes, and neither optional nor an alternative. */
export function piecesOfPattern({ source, flags }: RegExp): LiteralPieces {
  let text = source.replace(/\\./g, OTHER).replace(/\[[^\]]*\]/g, OTHER);
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\([^()]*\)/g, OTHER);
  }
  if (flags !== '' || text.includes('|')) return { beginning: '', inOrder: [] };
  const isAnchored = text.startsWith('^');
  return pieces(text.replace(/^\^|\$$/g, '').replace(/.(?:[?*]|\{[^}]*\})|[+.^$]/g, OTHER), isAnchored);
}

/** Whether a text can match what has these pieces. */
export function hasPieces(text: string, { beginning, inOrder }: LiteralPieces): boolean {
  if (!text.startsWith(beginning)) return false;
  let position = beginning.length;
  for (const piece of inOrder) {
    const found = text.indexOf(piece, position);
    if (found === -1) return false;
    position = found + piece.length;
  }
  return true;
}

function pieces(text: string, isAnchored: boolean): LiteralPieces {
  const [first = '', ...others] = text.split(OTHER);
  const inOrder = (isAnchored ? others : [first, ...others]).filter((piece) => piece !== '');
  return { beginning: isAnchored ? first : '', inOrder };
}
