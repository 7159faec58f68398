import { printable } from '../../reports/formats/printable.js';
import { fill } from '../../reports/formats/wrap.js';

const COLUMNS = 80;

/** The text in printable lines of at most `columns` characters, each after `indent` spaces. A longer word gets a line of its own. */
export function wrap(text: string, indent = 0, columns = COLUMNS): readonly string[] {
  const words = text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(printable);
  return fill(words, columns - indent).map((line) => ' '.repeat(indent) + line);
}

/** A label in the margin and a text beside it; further lines stand below the text. */
export function labelled(label: string, text: string, margin: number): readonly string[] {
  const lines = wrap(text, margin + 2);
  const [first = ''] = lines;
  return [`  ${label.padEnd(margin - 2)}  ${first.trimStart()}`.trimEnd(), ...lines.slice(1)];
}
