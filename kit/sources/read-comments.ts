import { isListItem, type Paragraph, withoutListMark } from './paragraph.js';

/** Which comments of a C file are read. */
export type CommentKind = 'every comment' | 'kernel-doc';

const COMMENT = /^[ \t]*\/\*(\*?)(?!\*)([\s\S]*?)\*\/[ \t]*$/gm;
const TITLE = /^(?:DOC: (?<topic>.+)|(?<kind>struct|enum|union) (?<type>\w+)(?: - (?<what>.+))?|(?<name>\w+)(?:\(\))? - (?<does>.+))$/;
const MEMBER = /^@(?<member>[\w.]+): *(?<text>.*)$/;
const LICENCE = /^(?:SPDX-|Copyright)/;

/**
 * Paragraphs of the comments in C source that stand alone on their lines. The place is the identifier that a comment
 * describes, with `, @member` for a member, or else the first name behind the comment.
 */
export function readComments(text: string, kind: CommentKind): readonly Paragraph[] {
  let enclosing = '';
  return [...text.matchAll(COMMENT)].flatMap((match) => {
    const [whole, star, body = ''] = match;
    if (kind === 'kernel-doc' && star === '') return [];
    const behind = text.slice(match.index + whole.length);
    const read = readComment(body.split('\n').map(withoutStar), enclosing, firstName(behind));
    enclosing = read.identifier ?? enclosing;
    return read.paragraphs;
  });
}

type Comment = { readonly identifier: string | null; readonly paragraphs: readonly Paragraph[] };

/** One comment, its stars taken off. `enclosing` is the identifier that members in a comment of their own belong to. */
export function readComment(lines: readonly string[], enclosing: string, otherwise: string): Comment {
  const from = lines.findIndex((line) => line.trim() !== '');
  const first = lines[from]?.trim() ?? '';
  const title = TITLE.exec(first)?.groups;
  const identifier = title ? (title['topic'] ?? [title['kind'], title['type'] ?? title['name']].filter(Boolean).join(' ')) : null;
  const home = identifier ?? (MEMBER.test(first) ? enclosing : otherwise);
  const reader = new CommentReader(home, identifier !== null);
  if (title) reader.take(title['what'] ?? title['does'] ?? '');
  for (const line of lines.slice(title ? from + 1 : from)) reader.take(line.trim());
  return { identifier, paragraphs: reader.end() };
}

class CommentReader {
  readonly #home: string;
  readonly #isTitled: boolean;
  readonly #paragraphs: Paragraph[] = [];
  #where: string;
  #open = '';

  constructor(home: string, isTitled: boolean) {
    this.#home = home;
    this.#isTitled = isTitled;
    this.#where = home;
  }

  take(line: string): void {
    const member = MEMBER.exec(line)?.groups;
    if (member) {
      this.#close();
      this.#where = `${this.#home}, @${member['member']}`;
      this.#open = member['text'] ?? '';
    } else if (line === '') {
      this.#close();
      // Behind a blank line a comment with a title goes on about the whole; one without is about its member only.
      if (this.#isTitled) this.#where = this.#home;
    } else if (isListItem(line)) {
      this.#close();
      this.#open = withoutListMark(line);
    } else this.#open += ` ${line}`;
  }

  end(): readonly Paragraph[] {
    this.#close();
    return this.#paragraphs;
  }

  #close(): void {
    const text = this.#open.trim();
    if (text !== '' && !LICENCE.test(text)) this.#paragraphs.push({ where: this.#where, text });
    this.#open = '';
  }
}

function withoutStar(line: string): string {
  return line.replace(/^\s*\* ?/, '');
}

/** The name that the code behind a comment declares, as far as that can be seen from its first line. */
function firstName(behind: string): string {
  const code = behind.replace(/\/\*[\s\S]*?\*\//g, '').trimStart();
  const declared = /^(?:#define )?((?:(?:struct|enum|union) )?\w+)/.exec(code);
  return declared?.[1] ?? 'head comment';
}
