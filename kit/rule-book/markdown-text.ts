import { fill } from '../../reports/formats/wrap.js';

/** Columns of the book, so that it can be read in a terminal and quoted in a mail. */
const WIDTH = 76;

/**
 * Plain text as Markdown that shows it as it is. Only what would act as markup is escaped, since the source is read, too:
 * an underscore inside a word does nothing.
 */
export function plain(text: string): string {
  return text.replace(/[\\`*[\]<>&|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
}

/** Something to be typed or searched for, as code. A text with a backtick in it gets a longer fence. */
export function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

/** White space at which a line may end: what comes next would not make a list or a heading of the next line. */
const BREAK = /\s+(?!(?:[-+#]+|\d+[.)])(?:\s|$))/;

/** Markdown in lines of the book's width. */
export function paragraph(markdown: string, first = '', indent = ''): readonly string[] {
  const words = markdown.split(BREAK).filter((word) => word !== '');
  return fill(words, WIDTH - indent.length).map((line, index) => `${index === 0 ? first : indent}${line}`);
}

export function bullet(markdown: string): readonly string[] {
  return paragraph(markdown, '- ', '  ');
}

/** What GitHub makes of a heading, for links to it. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
