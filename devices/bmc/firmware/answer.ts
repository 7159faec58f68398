import type { CompletionCodeName } from '../../../kit/formats/ipmi/commands.js';

/** What a command comes to. */
export type Answer = { readonly code: CompletionCodeName; readonly data: Uint8Array };

const NOTHING = new Uint8Array(0);

export function done(...data: readonly number[]): Answer {
  return { code: 'Completed', data: Uint8Array.from(data) };
}

export function failed(code: Exclude<CompletionCodeName, 'Completed'>): Answer {
  return { code, data: NOTHING };
}
