import { defineParameterType } from '@cucumber/cucumber';
import { PDS_ATTRIBUTES } from '../../kit/formats/pds/operations.js';

const NAMED: ReadonlyMap<string, number> = new Map(Object.entries(PDS_ATTRIBUTES));

/** What the firmware says of an operation: "debug read", or a number that has no name. */
defineParameterType({
  name: 'pdsAttribute',
  regexp: new RegExp(`${[...NAMED.keys()].join('|')}|0x[0-9A-Fa-f]+`),
  transformer: (word: string): number => NAMED.get(word) ?? Number(word),
});
