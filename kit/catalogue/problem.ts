/** Something in the catalogue's sources that has to be mended: where, what was expected, what is there. */
export type Problem = { readonly at: string; readonly expected: string; readonly received: string };

export function describeProblem({ at, expected, received }: Problem): string {
  return `${at}\n  expected  ${expected}\n  received  ${received}`;
}
