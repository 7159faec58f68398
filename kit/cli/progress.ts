import type { Channel } from './surroundings.js';

export type Progress = {
  update(done: number, total: number): void;
  end(): void;
};

const TERMINAL_INTERVAL = 80;
const PLAIN_INTERVAL = 10_000;

/** One line that is rewritten on a terminal; elsewhere a line at the start and one now and then. `what` is plural. */
export function showProgress(channel: Channel, verb: string, what: string, quiet: boolean): Progress {
  if (quiet) return { update: () => {}, end: () => {} };
  return channel.isTerminal ? onTerminal(channel, verb, what) : inLines(channel, verb, what);
}

function onTerminal(channel: Channel, verb: string, what: string): Progress {
  let shown = Number.NEGATIVE_INFINITY;
  return {
    update: (done, total) => {
      const now = performance.now();
      if (now - shown < TERMINAL_INTERVAL) return;
      shown = now;
      channel.write(`\r\u001b[K${verb} ${what}: ${done} of ${total}`);
    },
    end: () => channel.write('\r\u001b[K'),
  };
}

function inLines(channel: Channel, verb: string, what: string): Progress {
  let shown: number | null = null;
  return {
    update: (done, total) => {
      const now = performance.now();
      if (shown === null) channel.write(`${verb} ${total} ${what}\n`);
      else if (now - shown < PLAIN_INTERVAL) return;
      else channel.write(`${verb} ${what}: ${done} of ${total}\n`);
      shown = now;
    },
    end: () => {},
  };
}
