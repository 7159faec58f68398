import { isListItem, type Paragraph, withoutListMark } from './paragraph.js';

const UNDERLINE = /^([=~^"#*+-])\1{2,}$/;
const FIELD = /^:[A-Za-z][\w ]*:/;
/** A block that starts as far to the right as a tab is code, marked as such or not. */
const CODE_COLUMN = 8;

/** `number` counts the lines of the file from 1. */
export type Line = { readonly text: string; readonly number: number };

/**
 * Paragraphs of reStructuredText, and of plain text that looks like it. Headings are places; directives, comments, fields
 * and code are left out. `placeOf` gives the place of a paragraph from its heading (null before the first) and line (from 1).
 */
export function readRst(lines: readonly Line[], placeOf: (heading: string | null, line: number) => string): readonly Paragraph[] {
  const reader = new RstReader(placeOf);
  lines.forEach(({ text, number }, index) => {
    reader.take(text.trimEnd().replaceAll('\t', '        '), lines[index + 1]?.text.trimEnd() ?? '', number);
  });
  return reader.end();
}

class RstReader {
  readonly #placeOf: (heading: string | null, line: number) => string;
  readonly #paragraphs: Paragraph[] = [];
  #heading: string | null = null;
  #open: { text: string; readonly line: number } | null = null;
  /** While not null, lines further to the right than this belong to a block that is left out. */
  #skippedBeyond: number | null = null;

  constructor(placeOf: (heading: string | null, line: number) => string) {
    this.#placeOf = placeOf;
  }

  take(line: string, next: string, number: number): void {
    if (line === '') {
      this.#close();
      return;
    }
    const column = line.length - line.trimStart().length;
    if (this.#skippedBeyond !== null && column > this.#skippedBeyond) return;
    this.#skippedBeyond = null;
    if (this.#open === null) {
      if (UNDERLINE.test(line)) return;
      if (column === 0 && UNDERLINE.test(next) && next.length >= line.length) this.#heading = withoutListMark(line);
      else if (isLeftOut(line) || column >= CODE_COLUMN) this.#skippedBeyond = column >= CODE_COLUMN ? CODE_COLUMN - 1 : column;
      else this.#open = { text: withoutListMark(line), line: number };
    } else if (isListItem(line)) {
      this.#close();
      this.#open = { text: withoutListMark(line), line: number };
    } else this.#open.text += ` ${line}`;
    if (line.endsWith('::')) this.#skippedBeyond = column;
  }

  end(): readonly Paragraph[] {
    this.#close();
    return this.#paragraphs;
  }

  #close(): void {
    if (this.#open === null) return;
    const { text, line } = this.#open;
    this.#paragraphs.push({ where: this.#placeOf(this.#heading, line), text });
    this.#open = null;
  }
}

function isLeftOut(line: string): boolean {
  return line.trimStart().startsWith('.. ') || FIELD.test(line);
}
