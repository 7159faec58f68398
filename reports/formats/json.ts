import type { Report } from '../document/report.js';

/** The report as JSON, piece by piece: the document is never in memory as one text. The footer comes last. */
export function* writeJson({ rules, footer, ...head }: Report): Iterable<string> {
  yield `${JSON.stringify(head, null, 2).slice(0, -'\n}'.length)},\n  "rules": [`;
  for (const [index, rule] of rules.entries()) yield `${index === 0 ? '' : ','}\n${indent(rule, 4)}`;
  yield `\n  ],\n  "footer": ${indent(footer, 2).trimStart()}\n}\n`;
}

function indent(value: object, by: number): string {
  return JSON.stringify(value, null, 2).replace(/^/gm, ' '.repeat(by));
}
