import fc from 'fast-check';

/** Pieces of JSON and YAML that parsers trip over, and that terminals act upon. */
const TOKENS = [
  '"',
  '\\',
  '\\u0000',
  '\\ud800',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '\n',
  '\r\n',
  '\0',
  '\ufeff',
  '- ',
  '&a',
  '*a',
  '!!binary ',
  '%YAML 1.2\n---\n',
  '---\n',
  '...\n',
  '? ',
  '| \n',
  '>-\n',
  '<<: ',
  '#',
  '\t',
  '0x10',
  '1e999',
  '-0',
  '9007199254740993',
  'NaN',
  '.inf',
  'null',
  'true',
  '~',
  '__proto__',
  'constructor',
  '"id":',
  '{"base64":"/w=="}',
  '{"attached":3}',
  '{"attached":1e9}',
  '{"attached":-1}',
  '"__proto__":1,',
  '\\u001b[2J',
  '\u009b31m',
  '\u202e',
  '\u2028',
  '\u{e0041}',
  '1e308',
  '-1',
  '{"id":1,"result":null}\n',
  '{"id":1,"cannot":"no"}\n',
  '{"id":1,"broke":"yes"}\n',
  '{"call":1,"device":1,"message":{"base64":""}}\n',
  '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
] as const;
const NOT_UTF_8 = [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]] as const;

const PLACE = fc.nat({ max: 1 << 20 });
const LENGTH = fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 200 }));

type Edit = (text: Buffer) => Buffer;

const EDIT: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(PLACE, fc.nat({ max: 255 })).map(([place, byte]) => replace(place, 1, Buffer.of(byte))),
  fc.tuple(PLACE, LENGTH).map(([place, length]) => replace(place, length, Buffer.alloc(0))),
  fc.tuple(PLACE, fc.constantFrom(...TOKENS)).map(([place, token]) => replace(place, 0, Buffer.from(token))),
  fc.tuple(PLACE, LENGTH, fc.constantFrom(...TOKENS)).map(([place, length, token]) => replace(place, length, Buffer.from(token))),
  fc.tuple(PLACE, fc.constantFrom(...NOT_UTF_8)).map(([place, bytes]) => replace(place, 0, Buffer.from(bytes))),
  fc.tuple(PLACE, PLACE, LENGTH).map(([from, to, length]) => copy(from, to, length)),
);

/** One of the texts, with one to six mistakes in it. */
export function mutated(corpus: readonly string[]): fc.Arbitrary<Buffer> {
  const edits = fc.array(EDIT, { minLength: 1, maxLength: 6, size: 'max' });
  return fc
    .tuple(fc.constantFrom(...corpus), edits)
    .map(([text, made]) => made.reduce<Buffer>((bytes, edit) => edit(bytes), Buffer.from(text)));
}

function replace(place: number, length: number, by: Buffer): Edit {
  return (text) => {
    const at = place % (text.length + 1);
    return Buffer.concat([text.subarray(0, at), by, text.subarray(at + length)]);
  };
}

function copy(from: number, to: number, length: number): Edit {
  return (text) => {
    const start = from % (text.length + 1);
    return replace(to, 0, text.subarray(start, start + length))(text);
  };
}
