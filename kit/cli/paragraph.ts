export const COLUMNS = 80;

/** The text in lines of at most `columns` characters, each after `indent` spaces. A longer word gets a line of its own. */
export function wrap(text: string, indent = 0, columns = COLUMNS): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line !== '' && indent + line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((content) => ' '.repeat(indent) + content);
}

/** A label in the margin and a text beside it; further lines stand below the text. */
export function labelled(label: string, text: string, margin: number): readonly string[] {
  const lines = wrap(text, margin + 2);
  const [first = ''] = lines;
  return [`  ${label.padEnd(margin - 2)}  ${first.trimStart()}`.trimEnd(), ...lines.slice(1)];
}
