import { createHash } from 'node:crypto';
import type { Report, RuleReport, ScenarioReport } from '../document/report.js';

/** A part of a document: text, or text in UTF-8. */
export type Piece = string | Buffer;

/**
 * The report as JSON, piece by piece, so that the document is never in memory as one text.
 * A scenario is one line, since evidence is long; the footer comes last, with the digest of all that is before it but
 * the time. That has a digest of its own, so that it stays all that two runs of one seed differ in.
 */
export function* writeJson({ footer, rules, time: { started, milliseconds }, ...head }: Report): Iterable<Piece> {
  const digest = createHash('sha256').update(open(head, 0));
  const sha256 = digestOfTime({ started, milliseconds });
  yield open({ ...head, time: { started, milliseconds, sha256 } }, 0);
  for (const piece of writeRules(rules)) {
    digest.update(piece);
    yield piece;
  }
  yield `  "footer": ${indent({ ...footer, sha256: digest.digest('hex') }, 2).trimStart()}\n}\n`;
}

export function digestOfTime({ started, milliseconds }: Report['time']): string {
  return createHash('sha256').update(JSON.stringify({ started, milliseconds })).digest('hex');
}

function* writeRules(rules: Report['rules']): Iterable<Piece> {
  yield ',\n  "rules": [';
  for (const [index, rule] of rules.entries()) {
    yield index === 0 ? '\n' : ',\n';
    yield* writeRule(rule);
  }
  yield '\n  ],\n';
}

function* writeRule({ scenarios, ...head }: RuleReport): Iterable<Piece> {
  yield `${open(head, 4)},\n      "scenarios": [`;
  for (const [index, scenario] of scenarios.entries()) {
    yield index === 0 ? '\n        ' : ',\n        ';
    yield* writeScenario(scenario);
  }
  yield `${scenarios.length === 0 ? '' : '\n      '}]\n    }`;
}

/** Evidence is JSON already. */
function* writeScenario({ evidence, ...head }: ScenarioReport): Iterable<Piece> {
  yield `${JSON.stringify(head).slice(0, -1)},"evidence":`;
  yield evidence.bytes;
  yield '}';
}

/** An object whose last brace is still to come. */
function open(value: object, by: number): string {
  const text = indent(value, by);
  return text.slice(0, text.lastIndexOf('\n'));
}

function indent(value: object, by: number): string {
  const blanks = ' '.repeat(by);
  // A text may hold what is the end of a line elsewhere, and has to stay as it is.
  return `${blanks}${JSON.stringify(value, null, 2).replaceAll('\n', `\n${blanks}`)}`;
}
