import { closeSync, fstatSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { cannotWrite } from '../errors.js';
import { messageText } from './unread-message.js';

const CHUNK = 1 << 16;

/**
 * The message stream as NDJSON. It is written under a temporary name and gets its own when it is whole,
 * so a file of that name is never a torn one. Writing is synchronous: what was said before a crash is on the disk.
 */
export class MessageFile {
  readonly #path: string;
  readonly #descriptor: number;
  #pending = '';
  #open = true;

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(partialName(path), 'w');
  }

  write(message: object): void {
    if (!this.#open) return;
    this.#pending += `${messageText(message)}\n`;
    if (this.#pending.length >= CHUNK) this.#flush();
  }

  /** The stream is whole: the file takes its name. */
  finish(): void {
    const { ino } = fstatSync(this.#descriptor);
    this.abandon();
    try {
      // Another run that began in the same folder has taken this one's files away.
      if (statSync(partialName(this.#path)).ino !== ino) throw new Error('another run writes there');
      renameSync(partialName(this.#path), this.#path);
    } catch (cause) {
      throw cannotWrite(dirname(this.#path), cause);
    }
  }

  /** The stream broke off: what there is stays under the temporary name. */
  abandon(): void {
    if (!this.#open) return;
    this.#flush();
    this.#open = false;
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#pending);
    try {
      for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written);
    } catch (cause) {
      this.#open = false;
      throw cannotWrite(dirname(this.#path), cause);
    }
    this.#pending = '';
  }
}

/** Where the messages are while the run is under way. */
export function partialName(path: string): string {
  return `${path}.partial`;
}
