import { readBytesText } from '../../../../kit/bytes-text.js';
import { CANARY, type RecordedBytes } from '../../../../kit/evidence.js';
import type { Block, ByteRow } from './told.js';
import { counted, shown } from './values.js';

/** No more bytes of one piece are told than this. */
const LONGEST = 16_384;
const ROW = 16;
const MOST_ROWS = 64;

/** The bytes that the evidence has in full: all of them, or the first ones where it gives the digest of the rest. */
export function readBytes({ hex }: RecordedBytes): Uint8Array {
  return readBytesText(hex, LONGEST).bytes;
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}

/** A piece of the caller's memory without the guard that the kit keeps behind it, and what became of the guard. */
export function withoutGuard(
  before: Uint8Array,
  after: Uint8Array,
  isWhole: boolean,
): { readonly length: number; readonly guard: 'none' | 'untouched' | 'overwritten' } {
  const length = before.length - CANARY.length;
  if (!isWhole || length < 0 || !before.subarray(length).every((byte) => byte === CANARY.byte))
    return { length: before.length, guard: 'none' };
  return { length, guard: after.subarray(length).every((byte) => byte === CANARY.byte) ? 'untouched' : 'overwritten' };
}

/** Bytes row by row, those marked that were otherwise `before`. `recorded` is as it stands in the evidence, `bytes` what of it is shown. */
export function bytesBlock(title: string, recorded: RecordedBytes, bytes: Uint8Array, before?: Uint8Array, remark = ''): Block {
  const all = rowsOf(bytes, before);
  const rows = all.slice(0, MOST_ROWS);
  const last = rows.at(-1);
  const end = last === undefined ? 0 : Math.min(last.at + ROW * (last.times ?? 1), bytes.length);
  const digest = recorded.sha256 === undefined ? '' : `SHA-256 of all ${recorded.length}: ${shown(recorded.sha256)}`;
  const hidden = bytes.length > end ? `${counted(bytes.length - end, 'byte')} more in report.json` : '';
  return { kind: 'bytes', title, rows, note: [remark, hidden, digest].filter((part) => part !== '').join('; ') };
}

function rowsOf(bytes: Uint8Array, before: Uint8Array | undefined): readonly ByteRow[] {
  const rows: ByteRow[] = [];
  for (let at = 0; at < bytes.length; at += ROW) {
    const row = bytes.subarray(at, at + ROW);
    const changed = before === undefined ? [] : changedIn(row, before.subarray(at, at + ROW));
    const hex = hexOf(row);
    const last = rows.at(-1);
    if (last !== undefined && isLike(last, hex, changed)) rows[rows.length - 1] = { ...last, times: (last.times ?? 1) + 1 };
    else rows.push({ at, hex, ...(changed.length > 0 && { changed }) });
  }
  return rows;
}

function changedIn(row: Uint8Array, before: Uint8Array): readonly number[] {
  return [...row.keys()].filter((index) => row[index] !== before[index]);
}

function isLike(last: ByteRow, hex: string, changed: readonly number[]): boolean {
  return last.hex === hex && (last.changed ?? []).join() === changed.join();
}
