import type { Paragraph } from './paragraph.js';
import { readComments } from './read-comments.js';
import { readMail } from './read-mail.js';
import { readRst } from './read-rst.js';
import { type Sentence, sentencesOf } from './sentence.js';

/** How the text of a source is to be read. */
export const FORMS = ['rst', 'header', 'kernel-doc', 'mail'] as const;
export type Form = (typeof FORMS)[number];

/** Every sentence of a source, in its order. `document` is what the rules call it. */
export function readDocument(document: string, form: Form, text: string): readonly Sentence[] {
  const lines = text.split(/\r?\n/);
  switch (form) {
    case 'rst':
      return sentencesOf(document, readText(lines));
    case 'header':
      return sentencesOf(document, readComments(text, 'every comment'));
    case 'kernel-doc':
      return sentencesOf(document, readComments(text, 'kernel-doc'));
    case 'mail':
      return sentencesOf(document, readMail(lines));
  }
}

function readText(lines: readonly string[]): readonly Paragraph[] {
  return readRst(
    lines.map((text, index) => ({ text, number: index + 1 })),
    (heading) => heading ?? 'before the first heading',
  );
}
