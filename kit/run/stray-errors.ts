import { messageOf } from '../errors.js';

/** Where an error goes that no step was waiting for. A rejection is an exception, too, unless somebody listens for rejections. */
type Channel = 'uncaughtException' | 'unhandledRejection';

/**
 * Errors that no step was waiting for. Left to themselves they end the process with status 1,
 * which says "not conformant" of a subject that may have done nothing wrong.
 */
export function collectStrayErrors(channels: readonly Channel[] = ['uncaughtException']): {
  readonly seen: readonly string[];
  stop(): void;
} {
  const seen: string[] = [];
  const note = (thrown: unknown) => {
    seen.push(messageOf(thrown));
  };
  for (const channel of channels) process.on(channel, note);
  return {
    seen,
    stop: () => {
      for (const channel of channels) process.off(channel, note);
    },
  };
}

/** For those that nobody collects, for the process must not end with that status then either. */
export function onStrayError(tell: (thrown: unknown) => void): void {
  process.on('uncaughtException', (thrown) => {
    if (process.listenerCount('uncaughtException') === 1) tell(thrown);
  });
}
