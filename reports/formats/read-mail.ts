import type { Counts } from '../document/report.js';
import { MAIL_CLOSING, MAIL_COUNTS, MAIL_LABELS, MAIL_OPENING, type MailLabel } from './mail-words.js';
import { LABEL } from './wrap.js';

export type MailField = { readonly label: MailLabel; readonly text: string };

/** What a mail text says. */
export type MailText = {
  readonly result: string;
  readonly counts: Counts;
  readonly fields: readonly MailField[];
  /** Of report.json, 64 hexadecimal digits. */
  readonly sha256: string;
};

/** A mail's text, or the first line, counted from 1, that keeps it from being one. */
export type ReadMail =
  | { readonly kind: 'mail'; readonly mail: MailText }
  | { readonly kind: 'problem'; readonly line: number; readonly expected: string; readonly received: string };

type Line = { readonly number: number; readonly text: string };

/**
 * Takes the text that `renderMail` wrote from a mail: with other text around it, behind any depth of `>`, with answers
 * between its lines when it is quoted, with any line ends, with blanks at the end of lines and a byte order mark before all.
 */
export function readMail(text: string): ReadMail {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index): Line => ({ number: index + 1, text: line.trimEnd() }));
  const [opening, second] = lines.filter(({ text: line }) => OPENING.test(line));
  if (opening === undefined) return problem(lines.length, `a line that begins with "${MAIL_OPENING.trim()}"`, 'the end of the mail');
  if (second !== undefined) return problem(second.number, 'one result in a mail', second.text);
  const [, marks = '', result = ''] = OPENING.exec(opening.text) ?? [];
  return readLines(result, unquote(lines.slice(opening.number), depthOf(marks)));
}

const OPENING = new RegExp(`^((?: ?>)*) ?${MAIL_OPENING}(\\S+)$`);

function depthOf(marks: string): number {
  return marks.split('>').length - 1;
}

/** The lines that are quoted as deeply as the first one, without what quotes them. */
function unquote(lines: readonly Line[], depth: number): readonly Line[] {
  if (depth === 0) return lines;
  const quoted = new RegExp(`^(?: ?>){${depth}}(?: (.*)|)$`);
  return lines.flatMap(({ number, text }) => {
    const found = quoted.exec(text);
    return found === null ? [] : [{ number, text: found[1] ?? '' }];
  });
}

function readLines(result: string, lines: readonly Line[]): ReadMail {
  const [first, second, ...rest] = lines;
  const counts = readCounts([first, second]);
  if (counts === null) return problem(first?.number ?? 0, 'two lines of counts below the result', first?.text ?? 'the end of the mail');
  const fields: MailField[] = [];
  for (const [index, { number, text }] of rest.entries()) {
    if (text === MAIL_CLOSING) return readClosing(rest[index + 1], number, { result, counts, fields });
    if (text !== '' && !addLine(fields, text)) return problem(number, `a field of the text, or "${MAIL_CLOSING.trim()}"`, text);
  }
  return problem(lines.at(-1)?.number ?? 0, `a line "${MAIL_CLOSING.trim()}"`, 'the end of the mail');
}

function readCounts(lines: readonly (Line | undefined)[]): Counts | null {
  const found = new Map<string, number>();
  for (const [index, row] of MAIL_COUNTS.entries()) {
    const pattern = new RegExp(`^  ${row.map(([, words]) => `${words} (\\d{1,9})`).join('   ')}$`);
    const numbers = pattern.exec(lines[index]?.text ?? '');
    if (numbers === null) return null;
    for (const [place, [name]] of row.entries()) found.set(name, Number(numbers[place + 1]));
  }
  const countOf = (name: keyof Counts): number => found.get(name) ?? 0;
  return {
    required: countOf('required'),
    executed: countOf('executed'),
    passed: countOf('passed'),
    warned: countOf('warned'),
    failed: countOf('failed'),
    waived: countOf('waived'),
    notTestable: countOf('notTestable'),
    notApplicable: countOf('notApplicable'),
    broken: countOf('broken'),
  };
}

/** A new field, or more of the last one; false when the line is neither. */
function addLine(fields: MailField[], line: string): boolean {
  const margin = line.slice(0, LABEL);
  const text = line.slice(LABEL);
  const label = MAIL_LABELS.find((one) => margin === `  ${one.padEnd(LABEL - 2)}`);
  if (label !== undefined) {
    fields.push({ label, text });
    return true;
  }
  const last = fields.pop();
  if (margin.trim() !== '' || last === undefined) return false;
  fields.push({ label: last.label, text: `${last.text} ${text}` });
  return true;
}

function readClosing(line: Line | undefined, number: number, mail: Omit<MailText, 'sha256'>): ReadMail {
  const [, sha256] = /^ {2}([0-9a-f]{64})$/.exec(line?.text ?? '') ?? [];
  if (sha256 === undefined) return problem(line?.number ?? number, '64 hexadecimal digits', line?.text ?? 'the end of the mail');
  return { kind: 'mail', mail: { ...mail, sha256 } };
}

function problem(line: number, expected: string, received: string): ReadMail {
  return { kind: 'problem', line, expected, received: received === '' ? 'an empty line' : received };
}
