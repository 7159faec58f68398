import type { CoveredSentence } from './coverage.js';
import type { Sentence } from './sentence.js';
import { distance, NEAR, sketchOf } from './sketch.js';

/** A sentence as it is found in a source, every place of it together. */
export type FoundSentence = Omit<Sentence, 'where'> & { readonly where: readonly string[]; readonly sketch: string };

/** What became of sentences that we know, and what we do not know. */
export type Drift = {
  /** The same words at another place, or in another document. */
  readonly moved: readonly { readonly known: CoveredSentence; readonly found: FoundSentence }[];
  /** Other words, but near ones. */
  readonly reworded: readonly { readonly known: CoveredSentence; readonly found: FoundSentence }[];
  readonly deleted: readonly CoveredSentence[];
  readonly added: readonly FoundSentence[];
};

/** Compares what is known of the sentences of some documents with the sentences that these documents have. */
export function findDrift(known: readonly CoveredSentence[], sentences: readonly Sentence[]): Drift {
  const found = gather(sentences);
  const pairs = known.map((one) => ({ known: one, found: found.get(keyOf(one)) }));
  const inPlace = new Set(pairs.flatMap((pair) => pair.found ?? []));
  const moved = pairs.flatMap((pair) =>
    pair.found && !samePlaces(pair.known, pair.found) ? [{ known: pair.known, found: pair.found }] : [],
  );
  const elsewhere = match(
    pairs.filter((pair) => pair.found === undefined).map((pair) => pair.known),
    [...found.values()].filter((one) => !inPlace.has(one)),
    (one, other) => (one.sha256 === other.sha256 ? 0 : null),
  );
  const near = match(elsewhere.known, elsewhere.found, nearness);
  return { moved: [...moved, ...elsewhere.pairs], reworded: near.pairs, deleted: near.known, added: near.found };
}

export function isEmpty({ moved, reworded, deleted, added }: Drift): boolean {
  return moved.length + reworded.length + deleted.length + added.length === 0;
}

/** In the order of the documents, each sentence of a document once. */
function gather(sentences: readonly Sentence[]): ReadonlyMap<string, FoundSentence> {
  const found = new Map<string, FoundSentence>();
  for (const sentence of sentences) {
    const earlier = found.get(keyOf(sentence));
    const where = [...new Set([...(earlier?.where ?? []), sentence.where])];
    found.set(keyOf(sentence), { ...sentence, where, sketch: earlier?.sketch ?? sketchOf(sentence.text) });
  }
  return found;
}

function keyOf({ document, sha256 }: { readonly document: string; readonly sha256: string }): string {
  return `${document}\n${sha256}`;
}

function samePlaces(known: CoveredSentence, found: FoundSentence): boolean {
  return [...known.where].sort().join('\n') === [...found.where].sort().join('\n');
}

function nearness(known: CoveredSentence, found: FoundSentence): number | null {
  if (known.document !== found.document) return null;
  const bits = distance(known.sketch, found.sketch);
  return bits <= NEAR ? bits : null;
}

type Matched = {
  readonly pairs: Drift['reworded'];
  readonly known: readonly CoveredSentence[];
  readonly found: readonly FoundSentence[];
};

/** Joins the two that are nearest, then the next two, and gives what is left. `far` is null for two that do not belong together. */
function match(
  known: readonly CoveredSentence[],
  found: readonly FoundSentence[],
  far: (known: CoveredSentence, found: FoundSentence) => number | null,
): Matched {
  const candidates = known
    .flatMap((one) =>
      found.flatMap((other) => {
        const how = far(one, other);
        return how === null ? [] : [{ known: one, found: other, how }];
      }),
    )
    .sort((a, b) => a.how - b.how);
  const taken = new Set<CoveredSentence | FoundSentence>();
  const pairs = candidates.flatMap(({ known: one, found: other }) => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [{ known: one, found: other }];
  });
  return { pairs, known: known.filter((one) => !taken.has(one)), found: found.filter((one) => !taken.has(one)) };
}
