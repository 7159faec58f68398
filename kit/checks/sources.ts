import type { Catalogue } from '../catalogue/catalogue.js';
import { messageOf } from '../errors.js';
import { nearest } from '../nearest.js';
import { allSentences, type Coverage, type CoveredSentence, rulesOf, wantedOf } from '../sources/coverage.js';
import { findDrift } from '../sources/drift.js';
import { readSeeds } from '../sources/shelf.js';

/** What does not fit together between the sentences and the rules, in words. */
export function findCoverageProblems({ rules }: Catalogue, coverage: Coverage): readonly string[] {
  const sentences = allSentences(coverage);
  if (rules.length === 0 || sentences.length === 0) throw new Error('the check of the sources was given no rule or no sentence');
  const ids = rules.map(({ id }) => id);
  const leading = new Set(sentences.flatMap(rulesOf));
  const excused = coverage.withoutSentence.flatMap((group) => group.rules);
  return [
    ...[...leading, ...excused].filter((id) => !ids.includes(id)).map((id) => `there is no rule ${id}; the nearest is ${nearest(id, ids)}`),
    ...ids.filter((id) => !leading.has(id) && !excused.includes(id)).map((id) => `no sentence leads to ${id}, and no reason says why`),
    ...excused.filter((id) => leading.has(id)).map((id) => `a sentence leads to ${id}, and a reason says that none does`),
    ...repeated(excused).map((id) => `${id} has two reasons for having no sentence`),
    ...repeated(sentences.map(nameOf)).map((name) => `two entries for the same sentence: ${name}`),
    ...repeated(coverage.documents.map(({ document }) => document)).map((document) => `two files for ${document}`),
  ];
}

/** Whatever is not the same in the seed documents of a folder as in what is known of them, in words. */
export function findSeedDrift({ documents }: Coverage, folder: string): readonly string[] {
  const seeds = documents.filter(({ shelf }) => shelf === 'seeds');
  if (seeds.length === 0) return ['no seed document is covered'];
  try {
    const known = seeds.flatMap(({ sentences }) => sentences);
    const { moved, reworded, deleted, added } = findDrift(known, readSeeds(folder, seeds));
    return [
      ...[...moved, ...reworded].map((pair) => `${nameOf(pair.known)} is now at ${pair.found.where.join('; ')}`),
      ...deleted.map((one) => `${nameOf(one)} is not in the document`),
      ...added.map(({ document, where, text }) => `no entry for ${document}, ${where.join('; ')}: ${text}`),
    ];
  } catch (error) {
    return [`the seed documents cannot be read: ${messageOf(error)}`];
  }
}

export function countOpen(coverage: Coverage): string {
  const sentences = allSentences(coverage);
  const open = sentences.filter(({ judgement }) => judgement.kind === 'open').length;
  const partly = sentences.filter((one) => wantedOf(one) !== null).length - open;
  return `open: ${open} sentences have no rule yet, ${partly} are held in part, of ${sentences.length}`;
}

function nameOf({ document, sha256 }: Pick<CoveredSentence, 'document' | 'sha256'>): string {
  return `${document} ${sha256}`;
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
