import type { Rule } from '../catalogue/catalogue.js';
import { nameDocument } from '../catalogue/documents.js';
import type { BrokenSubject, Example, ToldRule } from './book.js';
import { nameOf } from './example-names.js';
import { type Finding, whatHappens } from './findings.js';
import { bullet, code, paragraph, plain, slugOf } from './markdown-text.js';

/** The lines of one rule, from its anchor to its sources. */
export function ruleLines(rule: ToldRule): readonly string[] {
  return [
    `<a id="${rule.id}"></a>`,
    '',
    `#### ${plain(rule.title)}`,
    '',
    `**${rule.level}** · ${code(rule.id)}`,
    '',
    ...paragraph(plain(rule.statement)),
    ...releaseLines(rule),
    ...(rule.accepted.length > 1 ? ['', ...paragraph(`Accepted: ${rule.accepted.map(plain).join('; ')}.`)] : []),
    ...rule.findings.flatMap((finding) => ['', ...paragraph(findingText(finding))]),
    '',
    ...(rule.examples.length === 1 ? ['Scenario:'] : ['Scenarios:']),
    '',
    ...rule.examples.flatMap((example) => bullet(exampleText(example))),
    '',
    ...brokenLines(rule.broken),
    ...(rule.sources.length === 1 ? ['Source:'] : ['Sources:']),
    '',
    ...sourceLines(rule.sources),
    '',
  ];
}

function releaseLines({ since, until }: ToldRule): readonly string[] {
  return [...(since === undefined ? [] : ['', `Since Linux ${since}.`]), ...(until === undefined ? [] : ['', `Until Linux ${until}.`])];
}

function findingText(finding: Finding): string {
  return `**Linux deviates.** ${whatHappens(finding)} ([${plain(finding.title)}](linux-findings.md#${slugOf(finding.title)}))`;
}

function exampleText(example: Example): string {
  const { parts, count, titles } = nameOf(example);
  const name = parts.map(({ kind, text }) => (kind === 'varies' ? `*${plain(text)}*` : plain(text))).join('');
  if (count === 1) return name;
  return titles.length === 0 ? `${name} (${count} examples)` : `${name} (${count} examples: ${titles.map(sentencePart).join('; ')})`;
}

/** The title of a table inside a sentence: its first letter small, unless the first word is a name such as FWCTL_INFO or CXL. */
function sentencePart(title: string): string {
  const small = /^[A-Z](?![A-Z_])/.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;
  return plain(small);
}

function brokenLines(broken: readonly BrokenSubject[]): readonly string[] {
  if (broken.length === 0) return ['No broken subject shows that this rule bites.', ''];
  return [
    broken.length === 1 ? 'A subject that breaks it:' : 'Subjects that break it:',
    '',
    ...broken.flatMap(({ name, summary }) => bullet(`${code(name)}: ${plain(summary)}`)),
    '',
  ];
}

/** A document stands once, with all its places. */
function sourceLines(sources: Rule['sources']): readonly string[] {
  const documents = [...new Set(sources.map(({ document }) => document))];
  return documents.flatMap((document) => {
    const places = sources.filter((source) => source.document === document).map(({ where }) => plain(where));
    const named = nameDocument(document);
    return bullet(`${named.kind === 'kernel' ? code(named.path) : plain(named.title)}: ${places.join('; ')}`);
  });
}
