/** Where a subject did otherwise than the rules say. */
export type Difference = { readonly what: string; readonly expected: string; readonly actual: string };

/** Ends a program at the first difference. */
export class Disagreement extends Error {
  readonly difference: Difference;

  constructor(difference: Difference) {
    super(`${difference.what}: expected ${difference.expected}, but got ${difference.actual}`);
    this.difference = difference;
  }
}

const SHOWN = 16;

export function showBytes(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, SHOWN)).toString('hex');
  return `${bytes.length} bytes${bytes.length === 0 ? '' : ` ${hex}${bytes.length > SHOWN ? '...' : ''}`}`;
}
