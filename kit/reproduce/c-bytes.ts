/** A byte that comes at least as often in a row is set by memset. */
const RUN = 16;

/** Bytes that may stand in a program one by one. */
const MOST_LITERAL = 16_384;

type Piece = { readonly offset: number; readonly bytes: Uint8Array; readonly isRun: boolean };

/** Statements that fill the memory at `pointer` with the bytes; null when that would be too long to be read. */
export function fillStatements(pointer: string, bytes: Uint8Array): readonly string[] | null {
  const pieces = split(bytes);
  const literal = pieces.reduce((sum, piece) => sum + (piece.isRun ? 0 : piece.bytes.length), 0);
  if (literal > MOST_LITERAL) return null;
  return pieces.flatMap(({ offset, bytes: piece, isRun }) =>
    isRun
      ? [`memset(${pointer} + ${offset}, ${hex(piece[0] ?? 0)}, ${piece.length});`]
      : [`memcpy(${pointer} + ${offset}, (unsigned char[]){`, ...byteLines(piece), `}, ${piece.length});`],
  );
}

/** Lines of at most twelve bytes, as they stand in an initialiser. */
export function byteLines(bytes: Uint8Array): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 12) lines.push(`\t${[...bytes.subarray(at, at + 12)].map(hex).join(', ')},`);
  return lines;
}

function split(bytes: Uint8Array): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    let end = at + 1;
    while (end < bytes.length && bytes[end] === bytes[at]) end += 1;
    if (end - at >= RUN) {
      if (at > start) pieces.push({ offset: start, bytes: bytes.subarray(start, at), isRun: false });
      pieces.push({ offset: at, bytes: bytes.subarray(at, end), isRun: true });
      start = end;
    }
    at = end;
  }
  if (start < bytes.length) pieces.push({ offset: start, bytes: bytes.subarray(start), isRun: false });
  return pieces;
}

function hex(byte: number): string {
  return `0x${byte.toString(16).padStart(2, '0')}`;
}
