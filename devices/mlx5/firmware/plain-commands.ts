import type { Mlx5CommandName } from '../../../kit/formats/mlx5/commands.js';
import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { type Answer, type Command, done } from './command.js';

const BODY_LENGTH = 48;

/** A command without state of its own succeeds; a query tells something that depends on nothing but its opcode. */
export function answerPlainly(command: Command, name: Mlx5CommandName): Answer {
  if (!name.includes('QUERY_')) return done();
  const padding = MLX5_RESPONSE.length - MLX5_RESPONSE.results;
  const results = new Uint8Array(padding + BODY_LENGTH);
  for (let index = 0; index < BODY_LENGTH; index += 1) results[padding + index] = command.opcode + index;
  return done(results);
}
