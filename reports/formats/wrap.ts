import { printable } from './printable.js';

/** Columns of plain text, so that it can be quoted in a mail. */
export const WIDTH = 72;

/** Breaks a paragraph into printable lines that fit, each behind `indent`; a word that is longer than a line is cut. */
export function wrap(text: string, indent: string, first = indent): readonly string[] {
  const room = WIDTH - indent.length;
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text)
    .split(' ')
    .flatMap((long) => pieces(long, room))) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((content, index) => `${index === 0 ? first : indent}${content}`);
}

function pieces(word: string, room: number): readonly string[] {
  const characters = [...word];
  if (characters.length <= room) return [word];
  return Array.from({ length: Math.ceil(characters.length / room) }, (_, index) =>
    characters.slice(index * room, (index + 1) * room).join(''),
  );
}

/** A label in a column of its own, and what belongs to it. */
export function labelled(label: string, text: string): readonly string[] {
  return wrap(text, ' '.repeat(LABEL), `  ${label.padEnd(LABEL - 2)}`);
}

const LABEL = 12;
