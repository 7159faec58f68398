import type { Region } from '../../kit/subject/memory.js';

/**
 * The address space of the calling task, as far as it has mapped any.
 * Addresses above 2^53 lose their low digits here, which is harmless: nothing can be mapped there.
 */
export class UserMemory {
  readonly #regions: readonly Region[];

  constructor(regions: readonly Region[]) {
    this.#regions = regions;
  }

  /** The bytes mapped from `address` on, at most `length` of them, in place; null when the first one is not mapped. */
  view(address: number, length: number, access: 'read' | 'write'): Uint8Array | null {
    for (const region of this.#regions) {
      const start = address - region.address;
      if (start >= 0 && start < region.bytes.length) {
        if (access === 'write' && region.access === 'read-only') return null;
        return region.bytes.subarray(start, Math.min(start + length, region.bytes.length));
      }
    }
    return null;
  }

  /** copy_from_user: a copy of exactly `length` bytes, or null when one of them cannot be read. */
  read(address: number, length: number): Uint8Array | null {
    const whole = length === 0 ? new Uint8Array(0) : this.view(address, length, 'read');
    if (whole === null) return null;
    if (whole.length === length) return Buffer.from(whole);
    const copy = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const piece = this.view(address + done, length - done, 'read');
      if (piece === null) return null;
      copy.set(piece, done);
      done += piece.length;
    }
    return copy;
  }

  /** copy_to_user: false when a byte cannot be written; those before it have been. */
  write(address: number, bytes: Uint8Array): boolean {
    for (let done = 0; done < bytes.length; ) {
      const piece = this.view(address + done, bytes.length - done, 'write');
      if (piece === null) return false;
      piece.set(piece.length === bytes.length ? bytes : bytes.subarray(done, done + piece.length));
      done += piece.length;
    }
    return true;
  }

  /** clear_user: zeroes `length` bytes; false when one cannot be written. */
  clear(address: number, length: number): boolean {
    for (let done = 0; done < length; ) {
      const piece = this.view(address + done, length - done, 'write');
      if (piece === null) return false;
      piece.fill(0);
      done += piece.length;
    }
    return true;
  }
}
