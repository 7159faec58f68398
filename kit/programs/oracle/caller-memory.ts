import type { Region } from '../../subject/memory.js';
import type { PredictedRegion, Span } from './prediction.js';

/** `now` is copied when it is first written to; `written` is from the first to the last byte that was. */
type Piece = { readonly region: Region; now: Uint8Array; written: Span | null };

/** The caller's memory as a call sees and changes it. The regions themselves stay as they are. */
export class CallerMemory {
  readonly #pieces: readonly Piece[];

  constructor(regions: readonly Region[]) {
    this.#pieces = regions.map((region) => ({ region, now: region.bytes, written: null }));
  }

  /** Exactly `length` bytes, or null when one of them is not mapped. No byte is looked at when there is none. */
  read(address: number, length: number): Uint8Array | null {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const mapped = this.#mappedFrom(address + done)?.subarray(0, length - done);
      if (mapped === undefined) return null;
      bytes.set(mapped, done);
      done += mapped.length;
    }
    return bytes;
  }

  /** False when a byte cannot be written; which of the others have been is open then. */
  write(address: number, bytes: Uint8Array): boolean {
    for (let done = 0; done < bytes.length; ) {
      const writable = this.#writable(address + done, bytes.length - done);
      if (writable === null) return false;
      const part = bytes.subarray(done, done + writable.length);
      writable.set(part);
      done += part.length;
    }
    return true;
  }

  /** Writes `length` zeros; false when one cannot be written. */
  clear(address: number, length: number): boolean {
    for (let done = 0; done < length; ) {
      const writable = this.#writable(address + done, length - done);
      if (writable === null) return false;
      writable.fill(0);
      done += writable.length;
    }
    return true;
  }

  /** Front to back, what comes first: a byte that is not zero, a byte that is not mapped, or neither. */
  firstTrouble(address: number, length: number): 'not zero' | 'not mapped' | null {
    for (let done = 0; done < length; ) {
      const mapped = this.#mappedFrom(address + done)?.subarray(0, length - done);
      if (mapped === undefined) return 'not mapped';
      if (mapped.some((byte) => byte !== 0)) return 'not zero';
      done += mapped.length;
    }
    return null;
  }

  /** `failed` when the call ends with EFAULT, so that nobody knows how far it came. */
  predicted(end: 'complete' | 'failed'): readonly PredictedRegion[] {
    return this.#pieces.map(({ region, now, written }) => ({ name: region.name, after: now, halfWay: end === 'failed' ? written : null }));
  }

  #mappedFrom(address: number): Uint8Array | null {
    const piece = this.#pieceAt(address);
    return piece === null ? null : piece.now.subarray(address - piece.region.address);
  }

  /** At most so many bytes, which are going to be written. */
  #writable(address: number, atMost: number): Uint8Array | null {
    const piece = this.#pieceAt(address);
    if (piece === null || piece.region.access === 'read-only') return null;
    if (piece.now === piece.region.bytes) piece.now = new Uint8Array(piece.region.bytes);
    const from = address - piece.region.address;
    const writable = piece.now.subarray(from, from + atMost);
    const to = from + writable.length;
    piece.written =
      piece.written === null ? { from, to } : { from: Math.min(piece.written.from, from), to: Math.max(piece.written.to, to) };
    return writable;
  }

  #pieceAt(address: number): Piece | null {
    return this.#pieces.find(({ region }) => address >= region.address && address < region.address + region.bytes.length) ?? null;
  }
}
