/** The part-th of `parts` parts of a run, counted from 1. */
export type Shard = { readonly part: number; readonly parts: number };

/** `I/N` with 1 <= I <= N; null when the text is anything else. */
export function parseShard(text: string): Shard | null {
  const [, part, parts] = /^(\d{1,9})\/(\d{1,9})$/.exec(text)?.map(Number) ?? [];
  return part === undefined || parts === undefined || part < 1 || part > parts ? null : { part, parts };
}
