/** Characters of what somebody else said that are enough to know what it was. */
const ENOUGH = 2_000;

/** A text that anybody may have written, and that is told many times. */
export function shortened(text: string): string {
  return text.length <= ENOUGH ? text : `${text.slice(0, ENOUGH)}... (${text.length} characters)`;
}
