import { defineParameterType } from '@cucumber/cucumber';
import { PDS_ATTRIBUTES } from '../../kit/formats/pds/operations.js';
import type { Asked } from './pds.js';
import { RESERVED_WORD_NAMES } from './pds-reserved.js';
import { isOneOf } from './words.js';

const NAMED: ReadonlyMap<string, number> = new Map(Object.entries(PDS_ATTRIBUTES));

/** What the firmware says of an operation: "debug read", or a number that has no name. */
defineParameterType({
  name: 'pdsAttribute',
  regexp: new RegExp(`${[...NAMED.keys()].join('|')}|0x[0-9A-Fa-f]+`),
  transformer: (word: string): number => NAMED.get(word) ?? Number(word),
});

/** What an operation moves, besides itself: "reads 64 bytes". */
defineParameterType({
  name: 'pdsMove',
  regexp: /(reads|writes) (\d+) bytes/,
  transformer: (way: string, bytes: string): Asked => (way === 'reads' ? { outLength: Number(bytes) } : { inLength: Number(bytes) }),
});

defineParameterType({
  name: 'pdsReservedWord',
  regexp: new RegExp(RESERVED_WORD_NAMES.join('|')),
  transformer: (word: string) => isOneOf(RESERVED_WORD_NAMES, word),
});
