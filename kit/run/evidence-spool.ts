import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptText } from '../../reports/document/evidence-text.js';
import { cannotWrite } from '../errors.js';
import { type ByteSource, KeptThere, NearbyBytes } from '../report-file/byte-source.js';

const CHUNK = 1 << 18;

/**
 * Keeps the evidence of a run in a file until the report is written, and what else a long run would hold in memory, so
 * that it needs no more of it. The file has no name from the start: whatever happens to the process, nothing is left behind.
 */
export class EvidenceSpool implements ByteSource {
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

  /** Nothing can be read back once the spool is closed. */
  readonly keep = (text: string): KeptText => {
    const bytes = Buffer.from(text);
    const position = this.length;
    this.#pending.push(bytes);
    this.#pendingLength += bytes.length;
    if (this.#pendingLength >= CHUNK) this.#flush();
    return new KeptThere(this, position, bytes.length);
  };

  get length(): number {
    return this.#written + this.#pendingLength;
  }

  readonly fill = (buffer: Buffer, position: number): number => {
    if (position + buffer.length > this.#written) this.#flush();
    return this.#reader.fill(buffer, position);
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
}
