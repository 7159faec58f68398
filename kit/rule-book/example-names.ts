import { countOf, type Example } from './book.js';

/** A part of a name; what varies from example to example is told apart. */
export type NamePart = { readonly kind: 'fixed' | 'varies'; readonly text: string };

/** How an example is called: in parts, with the titles of its tables where the values cannot be told in the name. */
export type ExampleName = { readonly parts: readonly NamePart[]; readonly count: number; readonly titles: readonly string[] };

/** Values of one column that can still be read inside a sentence, in characters. */
const READABLE = 90;

/**
 * An outline is called by its values where they can be told in a sentence: `Room for <room>` as "Room for 1 byte or
 * 5 bytes". Where they are too many, or where not every value of one column goes with every value of another, the
 * name of the column stands for them, and the titles of the tables say what is in them.
 */
export function nameOf(example: Example): ExampleName {
  const pieces = example.name.split(/("?<[^<>]*>"?)/);
  const columns = pieces.flatMap((piece, index) =>
    index % 2 === 1 && valuesOf(example, columnOf(piece)).length > 0 ? columnOf(piece) : [],
  );
  const values = new Map(columns.map((column) => [column, valuesOf(example, column)]));
  const isTold = [...values.values()].every((all) => list(all).length <= READABLE) && combines(example, values);
  return {
    parts: pieces
      .map((piece, index): NamePart => {
        if (index % 2 === 0) return { kind: 'fixed', text: piece };
        const all = values.get(columnOf(piece));
        if (all === undefined) return { kind: 'fixed', text: piece };
        const texts = isTold ? all : [columnOf(piece)];
        return { kind: isTold && all.length === 1 ? 'fixed' : 'varies', text: list(texts.map((text) => asQuotedAs(piece, text))) };
      })
      .filter(({ text }) => text !== ''),
    count: countOf(example),
    titles: isTold && values.size > 0 ? [] : example.tables.map(({ title }) => title).filter((title) => title !== ''),
  };
}

/** `"<column>"` or `<column>`: the quotation marks belong to each of the values. */
function columnOf(piece: string): string {
  return piece.replace(/^"?<|>"?$/g, '');
}

function asQuotedAs(piece: string, text: string): string {
  return piece.replace(/<.*>/, () => text);
}

/** Without repetitions. */
function valuesOf({ tables }: Example, column: string): readonly string[] {
  const all = tables.flatMap(({ columns, rows }) => {
    const index = columns.indexOf(column);
    return index < 0 ? [] : rows.map((row) => row[index] ?? '');
  });
  return [...new Set(all)];
}

/** Whether each value of each column in the name occurs with each of the others. */
function combines({ tables }: Example, values: ReadonlyMap<string, readonly string[]>): boolean {
  const columns = [...values.keys()];
  const met = new Set(
    tables.flatMap((table) => table.rows.map((row) => JSON.stringify(columns.map((column) => row[table.columns.indexOf(column)])))),
  );
  return met.size === [...values.values()].reduce((product, all) => product * all.length, 1);
}

function list(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1) ?? ''}`;
}
