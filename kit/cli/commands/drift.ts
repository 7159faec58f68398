import { resolve } from 'node:path';
import { allSentences, type CoveredSentence, rulesOf } from '../../sources/coverage.js';
import { type Drift, type FoundSentence, findDrift, isEmpty } from '../../sources/drift.js';
import { loadCoverage } from '../../sources/load.js';
import type { Sentence } from '../../sources/sentence.js';
import { readKernelTree } from '../../sources/shelf.js';
import { labelled, wrap } from '../paragraph.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

export type DriftOptions = { readonly sources: string; readonly json?: boolean; readonly all?: boolean };

const MARGIN = 12;

/** Ends with 0 when every sentence is as the rules know it, and with 1 when one is not. */
export function drift({ sources, json, all }: DriftOptions, { cwd, output }: Surroundings): ExitStatus {
  const coverage = loadCoverage();
  const kernel = new Set(coverage.documents.filter(({ shelf }) => shelf === 'kernel').map(({ document }) => document));
  const known = allSentences(coverage).filter(({ document }) => kernel.has(document));
  const sentences = readKernelTree(resolve(cwd, sources), coverage);
  const found = findDrift(known, sentences);
  if (json) output.write(`${JSON.stringify(asData(found), null, 2)}\n`);
  else output.write(all ? everySentence(sentences, known) : asText(found, sentences.length));
  return isEmpty(found) ? EXIT.conformant : EXIT.notConformant;
}

function asText(found: Drift, count: number): string {
  const { moved, reworded, deleted, added } = found;
  if (isEmpty(found)) return `all ${count} sentences are as the rules know them\n`;
  return [
    ...moved.flatMap((pair) => [...lines('moved', pair.known), ...labelled('to', placeOf(pair.found), MARGIN), '']),
    ...reworded.flatMap((pair) => [...lines('reworded', pair.known), ...nowReads(pair.found), '']),
    ...deleted.flatMap((one) => [...lines('deleted', one), '']),
    ...added.flatMap((one) => [...labelled('new', placeOf(one), MARGIN), ...nowReads(one), '']),
    `${moved.length} moved, ${reworded.length} reworded, ${deleted.length} deleted, ${added.length} new`,
    '',
  ].join('\n');
}

function lines(label: string, known: CoveredSentence): readonly string[] {
  return [...labelled(label, placeOf(known), MARGIN), ...labelled('', fateOf(known), MARGIN)];
}

/** The words of the tree that was given, and what an entry for them needs. */
function nowReads({ text, sha256, sketch }: FoundSentence): readonly string[] {
  return [...labelled('reads', text, MARGIN), ...labelled('entry', `${sha256} ${sketch}`, MARGIN)];
}

function placeOf({ document, where }: Pick<CoveredSentence, 'document' | 'where'>): string {
  return `${document}, ${where.join('; ')}`;
}

function fateOf({ judgement }: CoveredSentence): string {
  switch (judgement.kind) {
    case 'not normative':
      return `asks for nothing: ${judgement.what}`;
    case 'excluded':
      return `${judgement.about}; no program can judge it: ${judgement.reason}`;
    case 'open':
      return `${judgement.about}; no rule yet: ${judgement.wanted}`;
    case 'held':
      return `${judgement.about}; held by ${judgement.rules.join(', ')}${judgement.wanted === null ? '' : `; no rule yet: ${judgement.wanted}`}`;
  }
}

function everySentence(sentences: readonly Sentence[], known: readonly CoveredSentence[]): string {
  const fates = new Map(known.map((one) => [`${one.document} ${one.sha256}`, fateOf(one)]));
  return sentences
    .map(({ document, where, text, sha256 }) =>
      [`${document}, ${where}`, ...wrap(text, 2), ...labelled('', fates.get(`${document} ${sha256}`) ?? 'new', 2), ''].join('\n'),
    )
    .join('\n');
}

/** Of what is known there is no text; of what was found there is. */
function asData({ moved, reworded, deleted, added }: Drift): object {
  const knownData = (one: CoveredSentence): object => ({
    document: one.document,
    where: one.where,
    sha256: one.sha256,
    about: 'about' in one.judgement ? one.judgement.about : null,
    rules: rulesOf(one),
  });
  const pairData = ({ known, found }: Drift['moved'][number]): object => ({ ...knownData(known), found });
  return { moved: moved.map(pairData), reworded: reworded.map(pairData), deleted: deleted.map(knownData), new: added };
}
