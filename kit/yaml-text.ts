import { type Alias, type Document, isNode, isScalar, type Node, parseDocument, visit } from 'yaml';
import type { ParsedText, Path, Syntax } from './input-file.js';

/** A person wrote it, who wants to know how much is left to mend. */
export const YAML_SYNTAX: Syntax = { parse: parseYaml, tellsHowMany: true };

/** YAML without aliases and without merged keys, so that every value stands where it is read. */
function parseYaml(text: string): ParsedText {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true, merge: false, uniqueKeys: false });
  const [broken] = document.errors;
  if (broken !== undefined)
    return { kind: 'problem', offset: broken.pos[0], expected: 'YAML', received: broken.message, count: document.errors.length };
  const alias = firstAlias(document);
  if (alias !== null) {
    const received = `*${alias.source}, an alias`;
    return { kind: 'problem', offset: alias.range?.[0] ?? 0, expected: 'every value where it stands', received, count: 1 };
  }
  const repeated = firstRepeatedKey(document);
  if (repeated !== null)
    return { kind: 'problem', offset: repeated.range?.[0] ?? 0, expected: 'each key once in a map', received: String(repeated), count: 1 };
  return { kind: 'value', value: document.toJS(), offsetOf: (path) => offsetOf(document, path) };
}

/** Aliases can make a small file into a huge value, and no field needs one. */
function firstAlias(document: Document.Parsed): Alias | null {
  const found: Alias[] = [];
  visit(document, { Alias: (_key, node) => void found.push(node) });
  return found[0] ?? null;
}

/** The parser itself compares each key with every other, which takes minutes where there are very many. */
function firstRepeatedKey(document: Document.Parsed): Node | null {
  const found: Node[] = [];
  visit(document, {
    Map: (_key, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (isScalar(key) && seen.has(key.value)) found.push(key);
        if (isScalar(key)) seen.add(key.value);
      }
      return found.length > 0 ? visit.BREAK : undefined;
    },
  });
  return found[0] ?? null;
}

/** Where the value stands, or the nearest one around it that does. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
