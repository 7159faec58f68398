/**
 * Text of a subject as it may stand in a report: control characters, and what would turn the direction of the
 * line, are shown by their code point.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
