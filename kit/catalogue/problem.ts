/** Something in the catalogue's sources that has to be mended. `at` is `path:line`, the path from the project's root. */
export type Problem = {
  readonly at: string;
  readonly expected: string;
  readonly received: string;
  /** What the author can do about it. */
  readonly attempt: string;
};

export function describeProblem({ at, expected, received, attempt }: Problem): string {
  return `${at}\n  expected  ${expected}\n  received  ${received}\n  try       ${attempt}`;
}
