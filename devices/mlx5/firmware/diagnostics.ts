import { DIAGNOSTIC_PARAMS } from '../../../kit/formats/mlx5/diagnostics.js';
import { MLX5_RESPONSE } from '../../../kit/formats/mlx5/mailbox.js';
import { type Answer, type Command, done } from './command.js';
import type { Firmware } from './firmware.js';

/** All zero until set. */
export function queryDiagnosticParams(firmware: Firmware): Answer {
  const results = new Uint8Array(DIAGNOSTIC_PARAMS.length - MLX5_RESPONSE.results);
  if (firmware.diagnosticParams !== null) results.set(firmware.diagnosticParams, DIAGNOSTIC_PARAMS.context - MLX5_RESPONSE.results);
  return done(results);
}

export function setDiagnosticParams(firmware: Firmware, command: Command): Answer {
  firmware.diagnosticParams = command.request.slice(DIAGNOSTIC_PARAMS.context, DIAGNOSTIC_PARAMS.length);
  return done();
}
