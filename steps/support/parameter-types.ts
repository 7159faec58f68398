import { defineParameterType } from '@cucumber/cucumber';
import { type Disallowed, OTHER_RELEASES } from '../../kit/model/model.js';
import { FIRMWARE_RELEASES, LOCKDOWN_LEVELS } from '../../kit/subject/operations.js';
import { ERRNOS } from '../../kit/uapi/errno.js';
import { SCOPES, type Scope } from '../../kit/uapi/scope.js';
import { CALL_NAMES } from './call-draft.js';
import { BOTH, FIRST, OTHER } from './caller.js';
import { DISALLOWED_WORDS, disallowedOf } from './disallowed.js';
import type { Mapping } from './layout.js';
import { type SendOne, sendAlone } from './modelled.js';
import { besideTheOther, byEither } from './modelled-senders.js';
import { anyOf, errnoOfName, isOneOf } from './words.js';

/** Null stands for a byte that nobody looks at. */
export type HexBytes = readonly (number | null)[];

const oneOf = (words: readonly string[]): RegExp => new RegExp(anyOf(words));

defineParameterType({ name: 'call', regexp: oneOf(CALL_NAMES), transformer: (word: string) => isOneOf(CALL_NAMES, word) });

/** One errno, or several of which each is accepted: "EINVAL or EMSGSIZE". */
const errno = `(?:${ERRNOS.join('|')})`;
defineParameterType({
  name: 'errno',
  regexp: new RegExp(`${errno}(?: or ${errno})*`),
  transformer: (words: string) => words.split(' or ').map(errnoOfName),
});

defineParameterType({
  name: 'scope',
  regexp: /"([^"]+)"/,
  transformer: (word: string): Scope => isOneOf(SCOPES, word),
  useForSnippets: false,
});

defineParameterType({
  name: 'disallowed',
  regexp: oneOf(Object.values(DISALLOWED_WORDS)),
  transformer: (words: string): Disallowed => disallowedOf(words),
});

defineParameterType({
  name: 'lockdownLevel',
  regexp: oneOf(LOCKDOWN_LEVELS),
  transformer: (word: string) => isOneOf(LOCKDOWN_LEVELS, word),
});

defineParameterType({
  name: 'firmwareRelease',
  regexp: oneOf(FIRMWARE_RELEASES),
  transformer: (word: string) => isOneOf(FIRMWARE_RELEASES, word),
});

defineParameterType({
  name: 'otherRelease',
  regexp: oneOf(OTHER_RELEASES),
  transformer: (word: string) => isOneOf(OTHER_RELEASES, word),
});

/** How an RPC is sent: alone, or beside one that is admitted, by a caller who may need at most that scope for it. */
const SENDERS: Readonly<Record<string, SendOne>> = {
  'the caller sends': sendAlone,
  'either caller sends': byEither,
  'either caller, beside an RPC of the other that only reads, sends': besideTheOther('debug read only'),
  'either caller, beside an RPC of the other with full debug, sends': besideTheOther('debug write full'),
};
defineParameterType({
  name: 'sender',
  regexp: oneOf(Object.keys(SENDERS)),
  transformer: (words: string): SendOne => SENDERS[words] ?? sendAlone,
});

defineParameterType({ name: 'caller', regexp: oneOf(BOTH), transformer: String });

/** Whose call, or whose open, is judged: that of the caller unless it says otherwise. */
for (const [name, noun] of [
  ['callOf', 'call'],
  ['openOf', 'open'],
] as const) {
  const transformer = (words: string): string => (words.endsWith(noun) ? FIRST : OTHER);
  defineParameterType({ name, regexp: new RegExp(`the ${noun}(?: of the second caller)?`), transformer });
}

defineParameterType({ name: 'device', regexp: /the device|the second device|the third device/, transformer: String });

/** A length in bytes: "1 byte", "64 bytes", "2 MiB", "1 byte more than 2 MiB". */
defineParameterType({
  name: 'length',
  regexp: /(?:\d+ bytes? (?:more|less) than )?\d+ (?:bytes?|KiB|MiB|GiB)/,
  transformer: (words: string) => lengthOf(words),
});

const UNITS: Readonly<Record<string, number>> = { byte: 1, bytes: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

function lengthOf(words: string): number {
  const [amount = '', base] = words.split(/ (?:more|less) than /);
  const [number, unit = ''] = amount.split(' ');
  const bytes = Number(number) * (UNITS[unit] ?? Number.NaN);
  if (base === undefined) return bytes;
  return lengthOf(base) + (words.includes(' more ') ? bytes : -bytes);
}

defineParameterType({ name: 'hex', regexp: /0x[0-9A-Fa-f]+/, transformer: Number });

/** Bytes in hexadecimal digits, of which those that nobody looks at are dots: "00...... 01020304". */
defineParameterType({
  name: 'hexBytes',
  regexp: /(?:[0-9a-f]{2}|\.\.){4}(?: (?:[0-9a-f]{2}|\.\.){4})*/,
  transformer: (words: string): HexBytes =>
    (words.match(/[0-9a-f.]{2}/g) ?? []).map((pair) => (pair === '..' ? null : Number.parseInt(pair, 16))),
});

/** How a piece of memory is mapped: "at the null address", "in read-only memory", "mapped for its first 8 bytes only". */
defineParameterType({
  name: 'mapping',
  regexp: /at (?:the null|an unmapped) address|in (?:read-only|unmapped) memory|mapped for its first \d+ bytes only/,
  transformer: (words: string): Mapping => {
    if (words.startsWith('mapped')) return { kind: 'cut', after: Number(/\d+/.exec(words)?.[0]) };
    if (words.includes('null')) return { kind: 'null' };
    return { kind: words.includes('unmapped') ? 'unmapped' : 'read-only' };
  },
});

/** Whatever capabilities a caller may have: "no capability", "CAP_SYS_ADMIN", "CAP_NET_ADMIN and CAP_DAC_OVERRIDE". */
defineParameterType({
  name: 'capabilities',
  regexp: /no capability|CAP_[A-Z_]+(?: and CAP_[A-Z_]+)*/,
  transformer: (words: string): readonly string[] => (words === 'no capability' ? [] : words.split(' and ')),
});
