import type { SentenceReference } from '../catalogue/catalogue.js';
import type { Form } from './read-document.js';

/** Why a sentence asks for nothing. */
export const NOT_NORMATIVE = ['heading', 'description', 'motivation', 'example', 'history', 'discussion', 'reference', 'frame'] as const;
export type NotNormative = (typeof NOT_NORMATIVE)[number];

/** What becomes of a sentence. `about` says in our words which one it is. */
export type Judgement =
  | { readonly kind: 'not normative'; readonly what: NotNormative }
  | { readonly kind: 'excluded'; readonly about: string; readonly reason: string }
  | { readonly kind: 'open'; readonly about: string; readonly wanted: string }
  /** `wanted` is the part that the rules do not hold. */
  | { readonly kind: 'held'; readonly about: string; readonly rules: readonly string[]; readonly wanted: string | null };

/** One sentence of a document; `where` lists every place at which it stands. */
export type CoveredSentence = {
  readonly document: string;
  readonly where: readonly string[];
  readonly sha256: string;
  readonly sketch: string;
  readonly judgement: Judgement;
};

/** Where a document is to be had: in a kernel tree, or beside the project. */
export type Shelf = 'kernel' | 'seeds';

export type CoveredDocument = {
  readonly document: string;
  readonly shelf: Shelf;
  readonly form: Form;
  readonly sentences: readonly CoveredSentence[];
};

/** Why no sentence leads to these rules. */
export type WithoutSentence = { readonly reason: string; readonly rules: readonly string[] };

export type Coverage = { readonly documents: readonly CoveredDocument[]; readonly withoutSentence: readonly WithoutSentence[] };

/** The rules that a sentence leads to. */
export function rulesOf({ judgement }: CoveredSentence): readonly string[] {
  return judgement.kind === 'held' ? judgement.rules : [];
}

/** What a sentence still asks for, or null. */
export function wantedOf({ judgement }: CoveredSentence): string | null {
  return judgement.kind === 'open' || judgement.kind === 'held' ? judgement.wanted : null;
}

export function allSentences({ documents }: Coverage): readonly CoveredSentence[] {
  return documents.flatMap(({ sentences }) => sentences);
}

/** Which sentences lead to each rule, by its id. */
export function sentencesByRule(coverage: Coverage): ReadonlyMap<string, readonly SentenceReference[]> {
  const leading = new Map<string, SentenceReference[]>();
  for (const { document, where, sha256, judgement } of allSentences(coverage)) {
    if (judgement.kind !== 'held') continue;
    const reference = { document, where: where.join('; '), about: judgement.about, sha256 };
    for (const rule of judgement.rules) leading.set(rule, [...(leading.get(rule) ?? []), reference]);
  }
  return leading;
}
