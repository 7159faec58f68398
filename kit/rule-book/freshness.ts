/** Says where a generated text and the committed one begin to differ, or nothing when they are the same. */
export function staleness(path: string, committed: string | undefined, generated: string): string | undefined {
  if (committed === generated) return undefined;
  if (committed === undefined) return `${path} is missing: npm run rule-book`;
  const before = committed.split('\n');
  const after = generated.split('\n');
  const line = after.findIndex((text, index) => text !== before[index]);
  const at = line < 0 ? after.length : line;
  const found = before[at] ?? 'the end';
  return `${path} is stale from line ${at + 1} on: npm run rule-book\n  it has    ${found}\n  should be ${after[at] ?? 'the end'}`;
}
