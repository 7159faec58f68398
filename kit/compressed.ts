import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** The least that makes lists short, and the least that makes buffers of megabytes short, which hold little but patterns. */
const QUALITY = 2;
const QUALITY_OF_LONG = 1;
const LONG = 1 << 20;

/** Bytes that a report may hold compressed in one place, whoever wrote it. */
const LARGEST = 1 << 26;

/** Bytes as text that is short when they repeat themselves: compressed by Brotli, in base64. */
export function compress(bytes: Uint8Array): string {
  const quality = bytes.length < LONG ? QUALITY : QUALITY_OF_LONG;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).toString('base64');
}

/** Undoes `compress`. Throws on what `compress` does not give, or what becomes longer than 64 MiB. */
export function decompress(text: string): Buffer {
  return brotliDecompressSync(Buffer.from(text, 'base64'), { maxOutputLength: LARGEST });
}
