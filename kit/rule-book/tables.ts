/** The body of the first Markdown table under a heading, cell by cell; empty when there is no such heading or table. */
export function tableUnder(markdown: string, heading: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('#'));
  return tableRows(rest.slice(0, end < 0 ? rest.length : end)).slice(1);
}

/** Every row of the tables in these lines, also heads, but not the line below a head. */
export function tableRows(lines: readonly string[]): readonly (readonly string[])[] {
  return lines
    .filter((line) => line.startsWith('|') && !/^\|[ :|-]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}
