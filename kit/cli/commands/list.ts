import type { Catalogue } from '../../catalogue/catalogue.js';
import { loadCatalogue } from '../../catalogue/load.js';
import { wrap } from '../paragraph.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

export type ListOptions = { readonly json?: boolean; readonly csv?: boolean; readonly broken?: boolean };

type BrokenSubject = { readonly name: string; readonly rules: readonly string[]; readonly summary: string };

export async function list({ json, csv, broken }: ListOptions, { output }: Surroundings): Promise<ExitStatus> {
  if (csv) {
    output.write(linksCsv(await loadCatalogue(), await brokenSubjects()));
  } else if (broken) {
    const subjects = await brokenSubjects();
    output.write(json ? asJson(subjects) : brokenText(subjects));
  } else {
    const catalogue = await loadCatalogue();
    output.write(json ? asJson(catalogue) : rulesText(catalogue));
  }
  return EXIT.conformant;
}

async function brokenSubjects(): Promise<readonly BrokenSubject[]> {
  const { FAILING_KINDS, loadVariants, violatedRules } = await import('../../subjects/variants.js');
  const loaded = (await Promise.all(FAILING_KINDS.map(loadVariants))).flat();
  return loaded.map((subject) => ({ name: subject.name, rules: violatedRules(subject), summary: subject.variant.summary }));
}

/** From each rule to what it comes from, what judges it and what breaks it, a line each; RFC 4180. */
function linksCsv({ rules }: Catalogue, subjects: readonly BrokenSubject[]): string {
  const lines = rules.flatMap((rule) =>
    [
      ...rule.sources.map(({ document, where }) => ['source', document, where, '', '']),
      ...rule.sentences.map(({ document, where, about, sha256 }) => ['sentence', document, where, about, sha256]),
      ...rule.scenarios.map(({ location, name }) => ['scenario', location, '', name, '']),
      ...subjects
        .filter((subject) => subject.rules.includes(rule.id))
        .map(({ name, summary }) => ['broken subject', name, '', summary, '']),
    ].map((link) => [rule.id, rule.level, ...link]),
  );
  return [['rule', 'level', 'link', 'to', 'place', 'text', 'sha256'], ...lines]
    .map((fields) => `${fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\r\n`)
    .join('');
}

function rulesText({ name, rules }: Catalogue): string {
  const families = [...new Set(rules.map(({ family }) => family))];
  return [
    ...families.flatMap((family) => [
      family,
      ...rules
        .filter((rule) => rule.family === family)
        .flatMap(({ id, level, title }) => [`  ${level.padEnd(6)}  ${id}`, ...wrap(title, 10)]),
      '',
    ]),
    `${rules.length} rules in ${name}; fwctl-conformance explain ID tells all about one`,
    '',
  ].join('\n');
}

function brokenText(subjects: readonly BrokenSubject[]): string {
  return [
    ...subjects.flatMap(({ name, rules, summary }) => [name, ...wrap(`breaks ${rules.join(', ')}`, 2), ...wrap(summary, 2), '']),
    `${subjects.length} broken subjects; fwctl-conformance run --broken NAME judges one`,
    '',
  ].join('\n');
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
