import { createHash } from 'node:crypto';
import type { Paragraph } from './paragraph.js';

/** A sentence as it stands in a source, normalised, and the SHA-256 of that. */
export type Sentence = { readonly document: string; readonly where: string; readonly text: string; readonly sha256: string };

const END = /(?<=[.!?]["')\]]*)(?<!\b(?:etc|e\.g|i\.e|vs|cf)\.)\s+/;

/** features/sources/README.md defines both: what a sentence is, and how it is normalised. */
export function sentencesOf(document: string, paragraphs: readonly Paragraph[]): readonly Sentence[] {
  return paragraphs.flatMap(({ where, text }) =>
    normalise(text)
      .split(END)
      .filter((sentence) => /\p{L}/u.test(sentence))
      .map((sentence) => ({ document, where, text: sentence, sha256: createHash('sha256').update(sentence).digest('hex') })),
  );
}

/** Markup, the kind of quotation mark, and the amount of white space do not make another sentence. */
function normalise(text: string): string {
  return text
    .replace(/:[a-z:]+:(?=`)/g, '')
    .replace(/[`*\\]/g, '')
    .replace(/(^|\s)[%&](?=\w)/g, '$1')
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/::(?=\s|$)/g, ':')
    .replace(/\s+/g, ' ')
    .trim();
}
