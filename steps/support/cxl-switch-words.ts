import { defineParameterType } from '@cucumber/cucumber';
import { HOSTS, type Place } from './cxl-switch.js';
import { isOneOf } from './words.js';

/** "the switch", "the component behind port 3", "the component behind ports 3 and 5". */
defineParameterType({
  name: 'cxlPlace',
  regexp: /the switch|the component behind ports? \d+(?: and \d+)*/,
  transformer: (words: string): Place => (words.match(/\d+/g) ?? []).map(Number),
});

/** The ports behind each other at which there is a component. */
defineParameterType({
  name: 'cxlPorts',
  regexp: /ports? \d+(?: and \d+)*/,
  transformer: (words: string): Place => (words.match(/\d+/g) ?? []).map(Number),
});

const NAMES = Object.keys(HOSTS) as readonly (keyof typeof HOSTS)[];
defineParameterType({ name: 'cxlHost', regexp: new RegExp(NAMES.join('|')), transformer: (word: string) => isOneOf(NAMES, word) });
