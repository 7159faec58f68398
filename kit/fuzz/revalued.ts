import fc from 'fast-check';

/** What may stand where any value did: what readers forget, what they overflow with, and what terminals act upon. */
const VALUES: readonly unknown[] = [
  null,
  true,
  '',
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  [],
  {},
  [null],
  JSON.parse('{"__proto__":{"toString":1},"constructor":1}'),
  JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`),
];

const STRINGS: readonly string[] = [
  '\u001b[2J\u001b]0;title\u0007',
  '\u009b31m',
  '\u202e\u2066\u200d\ufeff',
  '\u2028\u2029\r\n\0\b',
  '\ud800',
  '\udfff\ud800',
  '\u{e0041}',
  ']]> <&"\'',
  '__proto__',
  'constructor',
  'device-',
  'long'.repeat(5000),
  ' '.repeat(5000),
  '% $& $1 %s',
  '1/2',
  '999999999/999999999',
  '1970-01-01T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
];

/** Of JSON texts: one of them with one to four of its values replaced, most of them by values of the same type. */
export function revalued(corpus: readonly string[]): fc.Arbitrary<Buffer> {
  const place = fc.nat({ max: 1 << 20 });
  const edit = fc.tuple(place, fc.constantFrom(...VALUES), fc.constantFrom(...STRINGS), fc.nat({ max: 9 }));
  return fc
    .tuple(fc.constantFrom(...corpus), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([text, edits]) =>
      Buffer.from(edits.reduce((made, [at, value, words, odds]) => replaced(made, at, value, words, odds > 1), text)),
    );
}

/** Strings are replaced by strings where `isAlike`; places count from the first value around again. */
function replaced(text: string, place: number, value: unknown, words: string, isAlike: boolean): string {
  const document: unknown = JSON.parse(text);
  const at = place % countValues(document);
  let count = -1;
  return JSON.stringify(document, (_name, old: unknown) => {
    count += 1;
    if (count !== at) return old;
    return isAlike && typeof old === 'string' ? words : isAlike && typeof old === 'object' ? old : value;
  });
}

function countValues(document: unknown): number {
  let count = 0;
  JSON.stringify(document, (_name, value: unknown) => {
    count += 1;
    return value;
  });
  return count;
}
