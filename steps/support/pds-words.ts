import { defineParameterType } from '@cucumber/cucumber';
import { PDS_ATTRIBUTES } from '../../kit/formats/pds/operations.js';
import { RESERVED_WORD_NAMES } from './pds-reserved.js';
import { isOneOf } from './words.js';

const NAMED: ReadonlyMap<string, number> = new Map(Object.entries(PDS_ATTRIBUTES));

/** What the firmware says of an operation: "debug read", or a number that has no name. */
defineParameterType({
  name: 'pdsAttribute',
  regexp: new RegExp(`${[...NAMED.keys()].join('|')}|0x[0-9A-Fa-f]+`),
  transformer: (word: string): number => NAMED.get(word) ?? Number(word),
});

defineParameterType({
  name: 'pdsReservedWord',
  regexp: new RegExp(RESERVED_WORD_NAMES.join('|')),
  transformer: (word: string) => isOneOf(RESERVED_WORD_NAMES, word),
});
