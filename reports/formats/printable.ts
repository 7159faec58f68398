/**
 * Text of a subject as it may stand in a report: control characters, what would turn the direction of the line, and
 * what the log of a CI would take as a command (`::`, `##[`, `##word[`), are shown by their code point.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{NChar}]|(?<=:):|(?<=#)#(?=\w*\[)/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** The same of which at most `limit` characters are shown, and how many there are. */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return printable(text);
  return `${printable(text.slice(0, limit))} ... (${text.length} characters, all in report.json)`;
}

/** JSON of a value, for people and programs: the same characters, and lone surrogates, are escaped in it. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]|(?<=#)#(?=\w*\[)/gu, (character) =>
    Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''),
  );
}
