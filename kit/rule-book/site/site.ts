import { type Html, html } from '../../../reports/formats/html/html.js';
import type { Book, ToldRule } from '../book.js';
import type { Change } from '../history.js';

/** What the site is made of. `history` is empty where it is not known. */
export type Site = {
  readonly book: Book;
  readonly history: ReadonlyMap<string, readonly Change[]>;
  /** Of the kit. */
  readonly version: string;
};

export const rulePath = (id: string): string => `rules/${id}.html`;
export const familyPath = (family: string): string => `families/${family}.html`;

/** A mark on a rule that Linux is known not to keep. */
export function deviatesHtml({ findings }: Pick<ToldRule, 'findings'>): Html | '' {
  return findings.length === 0 ? '' : html` <span class="deviates">Linux deviates</span>`;
}

export function levelClass({ level }: Pick<ToldRule, 'level'>): string {
  return `level ${level.toLowerCase()}`;
}

export function footerOf({ book, version }: Site): string {
  return `fwctl-conformance ${version}, rules ${book.ruleSet}. Generated from features/; kernel text is never quoted.`;
}
