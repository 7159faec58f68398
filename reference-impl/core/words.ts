/** Little-endian words of the uAPI structures. */

export function readU32(bytes: Uint8Array, offset: number): number {
  return (
    ((bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8) | ((bytes[offset + 2] ?? 0) << 16) | ((bytes[offset + 3] ?? 0) << 24)) >>> 0
  );
}

export function writeU32(bytes: Uint8Array, offset: number, value: number): void {
  bytes[offset] = value;
  bytes[offset + 1] = value >>> 8;
  bytes[offset + 2] = value >>> 16;
  bytes[offset + 3] = value >>> 24;
}

/** A user pointer; exact wherever memory can be mapped. */
export function readPointer(bytes: Uint8Array, offset: number): number {
  return readU32(bytes, offset + 4) * 0x1_0000_0000 + readU32(bytes, offset);
}
