import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** The least that finds what repeats itself far away, such as a pattern in a buffer of megabytes. */
const QUALITY = 2;

/** Bytes that a report may hold compressed in one place, whoever wrote it. */
const LARGEST = 1 << 26;

/** Bytes as text that is short when they repeat themselves: compressed by Brotli, in base64. */
export function compress(bytes: Uint8Array): string {
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).toString('base64');
}

/** Undoes `compress`. Throws on what `compress` does not give, or what becomes longer than 64 MiB. */
export function decompress(text: string): Buffer {
  return brotliDecompressSync(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST });
}
