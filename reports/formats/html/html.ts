/** Text that is HTML already; everything else is escaped when it is put into a page. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Content = string | number | Html | readonly Content[];

/** HTML with values in it, which may stand between tags and in attributes with double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(parts.map((part, index) => (index === 0 ? part : textOf(values[index - 1] ?? '') + part)).join(''));
}

function textOf(content: Content): string {
  if (content instanceof Html) return content.text;
  if (typeof content === 'string') return escapeText(content);
  return typeof content === 'number' ? String(content) : content.map(textOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Text in which backticks mark code, and nothing else is markup. */
export function withCode(text: string): Html {
  return html`${text.split('`').map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

/** Text of an outline, in which `<column>` stands for a value. */
export function withColumns(text: string, columns: readonly string[]): Html {
  return html`${text
    .split(/<([^<>]*)>/)
    .map((part, index) => (index % 2 === 0 ? part : columns.includes(part) ? html`<var>${part}</var>` : `<${part}>`))}`;
}
