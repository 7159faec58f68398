import { constants, openSync, readSync, statSync } from 'node:fs';
import type { KeptText } from '../../reports/document/evidence-text.js';

/** Bytes that are read where they are wanted. */
export type ByteSource = {
  readonly length: number;
  /** Fills the buffer, and says how many bytes there were to do so. */
  readonly fill: (buffer: Buffer, position: number) => number;
};

export function bytesOf(bytes: Buffer): ByteSource {
  return { length: bytes.length, fill: (buffer, position) => bytes.copy(buffer, 0, position) };
}

/**
 * Those of a file, which stays open, so that they are the same for as long as they are asked for, whatever takes its name.
 * Null when it is no file that can be read at any place, such as a pipe. Throws when it cannot be opened.
 */
export function bytesOfFile(file: string): ByteSource | null {
  // Who opens a pipe waits for somebody who writes, and who closes it again drives him away.
  const stat = statSync(file);
  if (!stat.isFile()) return null;
  const near = new NearbyBytes(openSync(file, constants.O_RDONLY | constants.O_NONBLOCK));
  return { length: stat.size, fill: (buffer, position) => near.fill(buffer, position) };
}

/** Reads more of a file than is asked for, since what is asked for next mostly follows. What was read must not change. */
export class NearbyBytes {
  readonly #descriptor: number;
  #bytes: Buffer = Buffer.alloc(0);
  #position = 0;

  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /** Says how many bytes there were to fill the buffer. */
  fill(buffer: Buffer, position: number): number {
    if (buffer.length >= CHUNK) return fillFrom(this.#descriptor, buffer, position);
    if (position < this.#position || position + buffer.length > this.#position + this.#bytes.length) this.#moveTo(position);
    return this.#bytes.copy(buffer, 0, position - this.#position);
  }

  #moveTo(position: number): void {
    const whole = this.#bytes.buffer.byteLength === CHUNK ? Buffer.from(this.#bytes.buffer) : Buffer.allocUnsafeSlow(CHUNK);
    this.#bytes = whole.subarray(0, fillFrom(this.#descriptor, whole, position));
    this.#position = position;
  }
}

function fillFrom(descriptor: number, buffer: Buffer, position: number): number {
  let done = 0;
  for (let read = -1; read !== 0 && done < buffer.length; done += read)
    read = readSync(descriptor, buffer, done, buffer.length - done, position + done);
  return done;
}

/** At the end there may be fewer than asked for. */
export function readAt(source: ByteSource, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, source.fill(bytes, position));
}

/** A text where it is. What holds it must not change. */
export class KeptThere implements KeptText {
  readonly #source: ByteSource;
  readonly #position: number;
  readonly #length: number;

  constructor(source: ByteSource, position: number, length: number) {
    this.#source = source;
    this.#position = position;
    this.#length = length;
  }

  get bytes(): Buffer {
    const bytes = readAt(this.#source, this.#position, this.#length);
    if (bytes.length < this.#length) throw new Error('a file has become shorter while it was read');
    return bytes;
  }
}

const CHUNK = 1 << 18;

/** All of them, in pieces; each is good until the next one is asked for. */
export function* chunksOf(source: ByteSource): Iterable<Buffer> {
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (let position = 0; ; ) {
    const length = source.fill(chunk, position);
    if (length === 0) return;
    yield chunk.subarray(0, length);
    position += length;
  }
}

/** A line with its newline, which the last one may lack; its bytes are good until the next one is asked for. */
export type Line = { readonly position: number; readonly bytes: Buffer };

/** The lines in their order; of one that is longer than `longest`, no more than that and a chunk, and it is the last. */
export function* linesOf(source: ByteSource, longest: number): Iterable<Line> {
  /** Of a line that has not ended. */
  let parts: Buffer[] = [];
  let [position, pending] = [0, 0];
  for (const chunk of chunksOf(source)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const part = chunk.subarray(start, end + 1);
      const bytes = parts.length === 0 ? part : Buffer.concat([...parts, part]);
      yield { position, bytes };
      position += bytes.length;
      start = end + 1;
      [parts, pending] = [[], 0];
    }
    parts.push(Buffer.from(chunk.subarray(start)));
    pending += chunk.length - start;
    if (pending > longest) break;
  }
  if (pending > 0) yield { position, bytes: Buffer.concat(parts) };
}

const NEWLINE = 0x0a;
