import { openSync, writeSync } from 'node:fs';
import { KitError, messageOf } from '../errors.js';

/**
 * Everything that is said in a conversation, for who looks at it: a line for each message, with the seconds since the
 * beginning, `→` to the adapter or `←` from it, and the message as it stands. Bytes behind a line are left out.
 */
export class Trace {
  readonly #file: number;
  readonly #began = performance.now();

  /** @throws KitError usage/bad-value when the file cannot be written */
  constructor(path: string) {
    try {
      this.#file = openSync(path, 'w');
    } catch (error) {
      const explanation = { summary: `${path} cannot be written`, expected: 'a file that this user can write' };
      throw new KitError('usage/bad-value', { ...explanation, received: messageOf(error), attempt: '--trace conversation.txt' }, error);
    }
  }

  said(line: string): void {
    this.#write('→', line);
  }

  heard(line: string): void {
    this.#write('←', line);
  }

  #write(arrow: string, line: string): void {
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(3);
    writeSync(this.#file, `${seconds.padStart(8)} ${arrow} ${line.trimEnd()}\n`);
  }
}
