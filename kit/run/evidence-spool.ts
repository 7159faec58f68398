import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cannotWrite } from '../errors.js';
import { NearbyBytes } from '../report-file/byte-source.js';

const CHUNK = 1 << 18;

/**
 * Keeps the evidence of a run in a file until the report is written, and what else a long run would hold in memory, so
 * that it needs no more of it. The file has no name from the start: whatever happens to the process, nothing is left behind.
 */
export class EvidenceSpool {
  readonly #folder: string;
  readonly #descriptor: number;
  readonly #reader: NearbyBytes;
  #pending: Buffer[] = [];
  #pendingLength = 0;
  #written = 0;

  /** `folder` exists and can be written to. */
  constructor(folder: string) {
    this.#folder = folder;
    const path = join(folder, '.evidence.partial');
    this.#descriptor = openSync(path, 'w+', 0o600);
    this.#reader = new NearbyBytes(this.#descriptor);
    rmSync(path);
  }

  /** Gives the way back to the text; it leads nowhere once the spool is closed. */
  readonly keep = (text: string): (() => Buffer) => {
    const bytes = Buffer.from(text);
    const position = this.#written + this.#pendingLength;
    this.#pending.push(bytes);
    this.#pendingLength += bytes.length;
    if (this.#pendingLength >= CHUNK) this.#flush();
    const { length } = bytes;
    return () => this.#read(position, length);
  };

  close(): void {
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const chunk = Buffer.concat(this.#pending);
    try {
      for (let done = 0; done < chunk.length; ) done += writeSync(this.#descriptor, chunk, done, chunk.length - done, this.#written + done);
    } catch (cause) {
      throw cannotWrite(this.#folder, cause);
    }
    this.#written += chunk.length;
    this.#pending = [];
    this.#pendingLength = 0;
  }

  #read(position: number, length: number): Buffer {
    if (position + length > this.#written) this.#flush();
    const bytes = Buffer.allocUnsafe(length);
    if (this.#reader.fill(bytes, position) < length) throw new Error('the file that held the evidence has become shorter');
    return bytes;
  }
}
