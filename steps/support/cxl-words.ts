import { defineParameterType } from '@cucumber/cucumber';
import { CXL_EFFECT_NAMES, type CxlEffectName } from '../../kit/formats/cxl/effects.js';
import { CXL_FEATURE_NAMES } from '../../kit/formats/cxl/feature-uuids.js';
import { FEATURE_SELECTIONS } from '../../kit/formats/cxl/get-feature.js';
import { CXL_COMMAND_NAMES } from '../../kit/formats/cxl/opcodes.js';
import { CXL_RETURN_CODE_NAMES } from '../../kit/formats/cxl/return-codes.js';
import { SET_FEATURE_TRANSFERS } from '../../kit/formats/cxl/set-feature.js';
import type { Age } from './cxl-expectations.js';
import { WRONG_UUID_WORDS } from './cxl-features.js';
import { RESERVED_FIELDS } from './cxl-reserved.js';
import { anyOf, isOneOf } from './words.js';

/** A mailbox command by its name in the CXL specification. */
defineParameterType({
  name: 'cxlCommand',
  regexp: new RegExp(anyOf(CXL_COMMAND_NAMES)),
  transformer: (word: string) => isOneOf(CXL_COMMAND_NAMES, word),
});

/** Effects by name: "no effect", "immediate data change", "immediate data change and background operation". */
const effect = `(?:${anyOf(CXL_EFFECT_NAMES)})`;
defineParameterType({
  name: 'cxlEffects',
  regexp: new RegExp(`no effect|${effect}(?:(?:, | and )${effect})*`),
  transformer: (words: string): readonly CxlEffectName[] =>
    words === 'no effect' ? [] : words.split(/, | and /).map((word) => isOneOf(CXL_EFFECT_NAMES, word)),
});

/** A feature that the kernel manages itself, by its name in the CXL specification. */
defineParameterType({
  name: 'cxlFeature',
  regexp: new RegExp(anyOf(CXL_FEATURE_NAMES)),
  transformer: (word: string) => isOneOf(CXL_FEATURE_NAMES, word),
});

defineParameterType({
  name: 'cxlReturnCode',
  regexp: new RegExp(anyOf(CXL_RETURN_CODE_NAMES)),
  transformer: (word: string) => isOneOf(CXL_RETURN_CODE_NAMES, word),
});

const SELECTIONS = ['current', 'default', 'saved'] as const satisfies readonly (keyof typeof FEATURE_SELECTIONS)[];
defineParameterType({
  name: 'cxlSelection',
  regexp: new RegExp(anyOf(SELECTIONS)),
  transformer: (word: string) => FEATURE_SELECTIONS[isOneOf(SELECTIONS, word)],
});

const TRANSFERS = ['full', 'initiate', 'continue', 'finish', 'abort'] as const satisfies readonly (keyof typeof SET_FEATURE_TRANSFERS)[];
defineParameterType({
  name: 'cxlTransfer',
  regexp: new RegExp(anyOf(TRANSFERS)),
  transformer: (word: string) => SET_FEATURE_TRANSFERS[isOneOf(TRANSFERS, word)],
});

const AGES = ['old', 'new'] as const satisfies readonly Age[];
defineParameterType({
  name: 'age',
  regexp: new RegExp(anyOf(AGES)),
  transformer: (word: string) => isOneOf(AGES, word),
});

const RESETS = ['cold', 'conventional', 'CXL'] as const;
defineParameterType({
  name: 'cxlReset',
  regexp: new RegExp(anyOf(RESETS)),
  transformer: (word: string) => (isOneOf(RESETS, word) === 'CXL' ? 'cxl' : word),
});

defineParameterType({
  name: 'wrongUuid',
  regexp: new RegExp(anyOf(WRONG_UUID_WORDS)),
  transformer: (word: string) => isOneOf(WRONG_UUID_WORDS, word),
});

defineParameterType({
  name: 'reservedField',
  regexp: new RegExp(anyOf(RESERVED_FIELDS)),
  transformer: (word: string) => isOneOf(RESERVED_FIELDS, word),
});
