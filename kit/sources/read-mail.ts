import type { Paragraph } from './paragraph.js';
import { readComment } from './read-comments.js';
import { type Line, readRst } from './read-rst.js';

/** Marks of a quotation, and the plus of a patch behind them. */
const QUOTED = /^((?:>[ ]?)*)(?:(?<=>[ ]?)\+)?/;
const PATCH = /^> ?diff --git /;
const COMMENT_LINE = /^[+ ]?\s*(\/\*\*|\*\/|\*(?!\/))(.*)$/;

/**
 * Paragraphs of a mail as an archive shows it: what is quoted is read like the rest. Of a patch to C files only the comments
 * are read. The place is the line, and in a patch the identifier.
 */
export function readMail(lines: readonly string[]): readonly Paragraph[] {
  const patchFrom = lines.findIndex((line) => PATCH.test(line));
  const isPatch = (line: string, index: number): boolean => patchFrom !== -1 && index >= patchFrom && line.startsWith('>');
  const prose = lines.flatMap((text, index): readonly Line[] => {
    const number = index + 1;
    if (isPatch(text, index)) return [{ text: '', number }];
    const line = { text: text.replace(QUOTED, ''), number };
    return depthOf(text) === depthOf(lines[index - 1] ?? text) ? [line] : [{ text: '', number }, line];
  });
  return [
    ...readRst(prose, (_heading, line) => `line ${line}`),
    ...readPatch(lines.map((line, index) => (isPatch(line, index) ? line.replace(/^> ?/, '') : ''))),
  ];
}

function depthOf(line: string): number {
  return (QUOTED.exec(line)?.[1] ?? '').replaceAll(' ', '').length;
}

/** Comments of the C files that a patch changes, also one of which it shows the end only. */
function readPatch(lines: readonly string[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let comment: string[] = [];
  let enclosing = 'the patch';
  const end = (): void => {
    const read = readComment(comment, enclosing, enclosing);
    enclosing = read.identifier ?? enclosing;
    paragraphs.push(...read.paragraphs);
    comment = [];
  };
  for (const line of [...lines, '']) {
    const [, mark, text = ''] = COMMENT_LINE.exec(line) ?? [];
    if (mark === '*') comment.push(text);
    else if (comment.length > 0) end();
  }
  return paragraphs;
}
