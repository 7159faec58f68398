import { type RequestHeader, requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import type { Mlx5StatusName } from '../../../kit/formats/mlx5/statuses.js';
import type { Syndrome } from './syndromes.js';

/** One command as it arrived: its header, and the whole request. */
export type Command = RequestHeader & { readonly request: Uint8Array };

export function readCommand(request: Uint8Array): Command {
  return { ...requestHeader(request), request };
}

/** What a command comes to. `results` is what follows the syndrome in the response. */
export type Answer = { readonly status: Mlx5StatusName; readonly syndrome: number; readonly results: Uint8Array };

const NOTHING = new Uint8Array(0);

export function done(results: Uint8Array = NOTHING): Answer {
  return { status: 'OK', syndrome: 0, results };
}

export function failed(status: Exclude<Mlx5StatusName, 'OK'>, syndrome: Syndrome): Answer {
  return { status, syndrome, results: NOTHING };
}
