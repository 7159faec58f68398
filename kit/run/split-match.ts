import {
  type Arguments,
  type Expression,
  expressionParts,
  type Group,
  type ParameterType,
  type ParsedExpression,
} from './cucumber-parts.js';

/** What an expression matches in a text; `unclear` when that takes the expression itself to tell. */
type SplitMatch = (text: string) => Arguments | null | 'unclear';

type Split = { readonly pieces: readonly string[]; readonly types: readonly ParameterType[] };

/**
 * For an expression that is nothing but text and parameters: where the text between them comes once, it says where each
 * parameter lies, so that types need a regular expression and not every definition. Null for any other expression.
 */
export function splitMatch(expression: Expression): SplitMatch | null {
  const split = splitOf(expression);
  if (split === null) return null;
  return (text) => {
    const { Argument } = expressionParts();
    const places = placesOf(text, split.pieces);
    if (places === null || places === 'unclear') return places;
    const found: InstanceType<typeof Argument>[] = [];
    for (const [index, type] of split.types.entries()) {
      const { start, end } = places[index] ?? { start: 0, end: 0 };
      const group = groupOf(type, text.slice(start, end));
      if (group === null) return null;
      found.push(new Argument(moved(group, start), type));
    }
    return found;
  };
}

function splitOf(expression: Expression): Split | null {
  if (!isParsed(expression)) return null;
  const pieces = [''];
  for (const node of expression.ast.nodes ?? []) {
    if (node.type === 'PARAMETER_NODE') pieces.push('');
    else if (node.type === 'TEXT_NODE') pieces.push(`${pieces.pop()}${node.text()}`);
    else return null;
  }
  const types = expression.parameterTypes;
  const isSplit = types.length === pieces.length - 1 && !pieces.slice(1, -1).includes('');
  return isSplit ? { pieces, types } : null;
}

function isParsed(expression: Expression): expression is ParsedExpression {
  return 'ast' in expression && 'parameterTypes' in expression;
}

type Place = { readonly start: number; readonly end: number };

/** Where what is between the pieces lies; null when they are not all there. */
function placesOf(text: string, pieces: readonly string[]): readonly Place[] | null | 'unclear' {
  const [first = '', ...others] = pieces;
  const last = others.pop() ?? '';
  const end = text.length - last.length;
  let start = first.length;
  if (start > end || !text.startsWith(first) || !text.endsWith(last)) return null;
  const places: Place[] = [];
  for (const piece of others) {
    const at = text.indexOf(piece, start);
    if (at === -1 || at + piece.length > end) return null;
    const again = text.indexOf(piece, at + 1);
    if (again !== -1 && again + piece.length <= end) return 'unclear';
    places.push({ start, end: at });
    start = at + piece.length;
  }
  return [...places, { start, end }];
}

const regexps = new WeakMap<ParameterType, { match(text: string): Group | null }>();

/** The group that a text is for a parameter of that type, as if it were all there is; null when it is none. */
function groupOf(type: ParameterType, text: string): Group | null {
  const { TreeRegexp } = expressionParts();
  const regexp = regexps.get(type) ?? new TreeRegexp(`^((?:${type.regexpStrings.join(')|(?:')}))$`);
  regexps.set(type, regexp);
  return regexp.match(text)?.children?.[0] ?? null;
}

function moved({ value, start, end, children }: Group, by: number): Group {
  const { Group } = expressionParts();
  const place = (at: number | undefined): number | undefined => (at === undefined ? undefined : at + by);
  return new Group(
    value,
    place(start),
    place(end),
    children?.map((child) => moved(child, by)),
  );
}
