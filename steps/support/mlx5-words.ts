import { defineParameterType } from '@cucumber/cucumber';
import { MLX5_COMMAND_NAMES } from '../../kit/formats/mlx5/commands.js';
import { MLX5_STATUS_NAMES } from '../../kit/formats/mlx5/statuses.js';
import { UCTX_CAPABILITIES, UCTX_CAPABILITY_NAMES } from '../../kit/formats/mlx5/user-context.js';
import { MLX5_FUNCTION_KINDS } from '../../kit/subject/device-setups.js';
import { isOneOf } from './words.js';

/** A command of mlx5 by its name in the PRM. */
defineParameterType({
  name: 'mlx5Command',
  regexp: /[A-Z][A-Z0-9_]+/,
  transformer: (word: string) => isOneOf(MLX5_COMMAND_NAMES, word),
  useForSnippets: false,
});

defineParameterType({
  name: 'mlx5Status',
  regexp: /[A-Z][A-Z_]+/,
  transformer: (word: string) => isOneOf(MLX5_STATUS_NAMES, word),
  useForSnippets: false,
});

defineParameterType({
  name: 'mlx5FunctionKind',
  regexp: new RegExp(MLX5_FUNCTION_KINDS.join('|')),
  transformer: (word: string) => isOneOf(MLX5_FUNCTION_KINDS, word),
});

const CAPABILITY = /[A-Z]+(?:_[A-Z]+)+/;

/** Capabilities of a user context: "no capability", "RAW_TX and TOOLS_RESOURCES", "every capability but TOOLS_RESOURCES". */
defineParameterType({
  name: 'uctxCapabilities',
  regexp: new RegExp(`no capability|every capability(?: but ${CAPABILITY.source})?|${CAPABILITY.source}(?: and ${CAPABILITY.source})*`),
  transformer: (words: string): number => {
    const named = [...words.matchAll(new RegExp(CAPABILITY, 'g'))].reduce((bits, [name]) => bits | capabilityBit(name), 0);
    return words.startsWith('every') ? EVERY_CAPABILITY & ~named : named;
  },
});

const EVERY_CAPABILITY = Object.values(UCTX_CAPABILITIES).reduce((bits, bit) => bits | bit, 0);

function capabilityBit(word: string): number {
  return UCTX_CAPABILITIES[isOneOf(UCTX_CAPABILITY_NAMES, word)];
}
