/** A stretch of running text and where it stands: a heading, an identifier, or a line. */
export type Paragraph = { readonly where: string; readonly text: string };

const LIST_MARK = /^\s*(?:[-•]|\d+[.)])\s+/;

/** Whether an item of a list begins on the line. */
export function isListItem(line: string): boolean {
  return LIST_MARK.test(line);
}

/** The line without the mark of a list. */
export function withoutListMark(line: string): string {
  return line.replace(LIST_MARK, '');
}
