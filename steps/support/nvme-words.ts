import { defineParameterType } from '@cucumber/cucumber';
import { CSP, NVME_EFFECTS } from '../../kit/formats/nvme/effects.js';
import type { NvmeRpc } from '../../kit/formats/nvme/rpc.js';
import { NVME_STATUSES, type NvmeStatusName } from '../../kit/formats/nvme/statuses.js';
import { NVME_REQUEST, nvmeRequest, OWN_FIELDS } from './nvme-requests.js';
import { isOneOf } from './words.js';

/** Effects as sentences say them, of what is there. */
const EFFECTS: Readonly<Record<string, number>> = {
  'no effect': 0,
  LBCC: NVME_EFFECTS.LBCC,
  NCC: NVME_EFFECTS.NCC,
  NIC: NVME_EFFECTS.NIC,
  CCC: NVME_EFFECTS.CCC,
  'reserved bit 5': 1 << 5,
  'reserved bit 13': 1 << 13,
  'reserved bit 16': 1 << 16,
  'CSE 1': 1 << 16,
  'CSE 2': 2 << 16,
  'CSE 4': 4 << 16,
  'scope of a namespace': CSP.namespace,
  'scope of the controller': CSP.controller,
  'scope of an NVM set': 1 << 22,
  'scope of an endurance group': 1 << 23,
  'scope of a domain': 1 << 24,
  'the last bit of the scope': 1 << 31,
  'scope of the NVM subsystem': CSP['NVM subsystem'],
};

/** Entries of what is not there. */
const UNSUPPORTED: Readonly<Record<string, number>> = { 'no entry': 0, 'CCC without CSUPP': NVME_EFFECTS.CCC };

const ONE_EFFECT = Object.keys(EFFECTS).join('|');

function effectsOf(words: string): number {
  const supported = words.split(' and ').reduce((effects, word) => effects | (EFFECTS[word] ?? 0), NVME_EFFECTS.CSUPP);
  return UNSUPPORTED[words] ?? supported >>> 0;
}

const STATUSES = Object.keys(NVME_STATUSES) as readonly NvmeStatusName[];
const SOURCES = ['from the vendor', 'from somebody else', 'that was changed after it had been signed'] as const;
const ACTIVATIONS = ['a reset', 'activation at once'] as const;

export type ImageSource = (typeof SOURCES)[number];
export type Activation = (typeof ACTIVATIONS)[number];

defineParameterType({
  name: 'nvmeEffects',
  regexp: new RegExp(`(?:${ONE_EFFECT}) and (?:${ONE_EFFECT})|${ONE_EFFECT}|${Object.keys(UNSUPPORTED).join('|')}`),
  transformer: effectsOf,
});

defineParameterType({
  name: 'nvmeStatus',
  regexp: new RegExp(STATUSES.join('|')),
  transformer: (words: string): NvmeStatusName => isOneOf(STATUSES, words),
});

defineParameterType({
  name: 'nvmeRequest',
  regexp: new RegExp(NVME_REQUEST),
  transformer: (words: string): NvmeRpc => nvmeRequest(words),
});

defineParameterType({
  name: 'ownField',
  regexp: new RegExp(Object.keys(OWN_FIELDS).join('|')),
  transformer: (words: string) => OWN_FIELDS[words] ?? {},
});

defineParameterType({
  name: 'imageSource',
  regexp: new RegExp(SOURCES.join('|')),
  transformer: (words: string): ImageSource => isOneOf(SOURCES, words),
});

defineParameterType({
  name: 'activation',
  regexp: new RegExp(ACTIVATIONS.join('|')),
  transformer: (words: string): Activation => isOneOf(ACTIVATIONS, words),
});

defineParameterType({ name: 'revision', regexp: /\d+\.\d+/, transformer: String });
