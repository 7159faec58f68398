import type { RecordedExpectation } from '../../../../kit/evidence.js';
import type { Piece, ToldLook } from './told.js';
import { shown } from './values.js';

/** What a step looked at; where it did not hold, what differs between the two sides is marked. */
export function tellLook({ what, expected, actual, held }: RecordedExpectation): ToldLook {
  const sides = held ? [whole(expected), whole(actual)] : difference(shown(expected), shown(actual));
  const [left = [], right = []] = sides;
  return { what: shown(what), held, expected: left, actual: right };
}

function whole(text: string): readonly Piece[] {
  return [{ text: shown(text), differs: false }];
}

/** Both texts in words; the words between their common beginning and their common end differ. */
function difference(expected: string, actual: string): readonly (readonly Piece[])[] {
  const sides = [expected, actual].map((text) => text.split(/(\s+)/));
  const [a = [], b = []] = sides;
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shortest - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return sides.map((words) =>
    [
      { text: words.slice(0, start).join(''), differs: false },
      { text: words.slice(start, words.length - end).join(''), differs: true },
      { text: words.slice(words.length - end).join(''), differs: false },
    ].filter(({ text }) => text !== ''),
  );
}
