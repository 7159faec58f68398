import { printable } from './printable.js';

/** Columns of plain text, so that it can be quoted in a mail. */
export const WIDTH = 72;

/** The words in as few lines of at most `room` characters as they need; a longer word gets a line of its own. */
export function fill(words: readonly string[], room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Breaks a paragraph into printable lines that fit, each behind `indent`; a word that is longer than a line is cut. */
export function wrap(text: string, indent: string, first = indent): readonly string[] {
  const room = WIDTH - indent.length;
  const words = printable(text)
    .split(' ')
    .flatMap((word) => pieces(word, room));
  return fill(words, room).map((content, index) => `${index === 0 ? first : indent}${content}`);
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

/** Columns before what belongs to a label. */
export const LABEL = 12;
const CONTINUED = ' \\';

/** The same for a command, which a shell takes in these lines as it stands. */
export function labelledCommand(label: string, command: string): readonly string[] {
  const room = WIDTH - LABEL - CONTINUED.length;
  const words = printable(command)
    .split(' ')
    .flatMap((word) => pieces(word, room));
  const lines = fill(words, room);
  return lines.map((line, index) => {
    const margin = index === 0 ? `  ${label.padEnd(LABEL - 2)}` : ' '.repeat(LABEL);
    return `${margin}${line}${index === lines.length - 1 ? '' : CONTINUED}`;
  });
}
