import type { Mlx5CommandName } from '../../../kit/formats/mlx5/commands.js';
import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { type Answer, type Command, done } from './command.js';
import type { Firmware } from './firmware.js';
import { BODY_LENGTHS, type Release } from './releases.js';

/** A command without state of its own succeeds; a query tells something that depends on its opcode and the release only. */
export function answerPlainly({ parts, release }: Firmware, command: Command, name: Mlx5CommandName): Answer {
  if (!name.includes('QUERY_')) return done();
  const padding = MLX5_RESPONSE.length - MLX5_RESPONSE.results;
  const body = parts.plainBody(command.opcode, release);
  const results = new Uint8Array(padding + body.length);
  results.set(body, padding);
  return done(results);
}

export function plainBody(opcode: number, release: Release): Uint8Array {
  return Uint8Array.from({ length: BODY_LENGTHS[release] }, (_, index) => opcode + index);
}
