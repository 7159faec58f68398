import type { RaidStatusName } from '../../../kit/formats/raid/commands.js';

/** What a command comes to. */
export type Answer = { readonly status: RaidStatusName; readonly results: Uint8Array };

const NOTHING = new Uint8Array(0);

export function done(results: Uint8Array = NOTHING): Answer {
  return { status: 'OK', results };
}

export function failed(status: Exclude<RaidStatusName, 'OK'>): Answer {
  return { status, results: NOTHING };
}
