const SLAB = 1 << 16;
/** Longer pieces get memory of their own. */
const LONGEST = 1 << 12;

let slab = new Uint8Array(0);

/** So many bytes of zero that nobody else has. Pieces of one buffer cost a scenario much less than a buffer each. */
export function zeroed(length: number): Uint8Array {
  if (length > LONGEST) return new Uint8Array(length);
  if (length > slab.length) slab = new Uint8Array(SLAB);
  const piece = slab.subarray(0, length);
  // Every piece begins at a multiple of eight, as a buffer does.
  slab = slab.subarray((length + 7) & ~7);
  return piece;
}

/** A copy that nobody else has. */
export function copyOf(bytes: Uint8Array): Uint8Array {
  const copy = zeroed(bytes.length);
  copy.set(bytes);
  return copy;
}
