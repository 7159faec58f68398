import { messageOf } from '../errors.js';

/**
 * Errors that no step was waiting for. Left to themselves they end the process with status 1,
 * which says "not conformant" of a subject that may have done nothing wrong.
 */
export function collectStrayErrors(): { readonly seen: readonly string[]; stop(): void } {
  const seen: string[] = [];
  const note = (thrown: unknown) => {
    seen.push(messageOf(thrown));
  };
  process.on('uncaughtException', note);
  return { seen, stop: () => process.off('uncaughtException', note) };
}
