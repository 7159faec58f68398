import { defineParameterType } from '@cucumber/cucumber';
import { MLX5_COMMAND_NAMES } from '../../kit/formats/mlx5/commands.js';
import { MLX5_STATUS_NAMES } from '../../kit/formats/mlx5/statuses.js';
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
