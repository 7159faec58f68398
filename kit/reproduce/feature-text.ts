import { readFileSync } from 'node:fs';
import { generateMessages } from '@cucumber/gherkin';
import { IdGenerator, type Pickle, type PickleStep, SourceMediaType } from '@cucumber/messages';
import type { Level } from '../catalogue/catalogue.js';
import { PACKAGE_ROOT } from '../catalogue/load.js';

export type FeatureHead = { readonly rule: string; readonly level: Level; readonly title: string };

/** The scenario alone, as a feature file that holds nothing else; `location` is `path:line` of one of the shipped ones. */
export function writeFeature(location: string, { rule, level, title }: FeatureHead): string {
  const pickle = pickleAt(location);
  return [
    `# ${location}`,
    `Feature: ${title}`,
    '',
    `  @${level.toLowerCase()} @${rule}`,
    `  Rule: ${title}`,
    '',
    `    Example: ${pickle.name}`,
    ...pickle.steps.flatMap((step, index) => stepLines(step, pickle.steps[index - 1])),
    '',
  ].join('\n');
}

function pickleAt(location: string): Pickle {
  const colon = location.lastIndexOf(':');
  const [path, line] = [location.slice(0, colon), Number(location.slice(colon + 1))];
  const messages = generateMessages(
    readFileSync(new URL(path, PACKAGE_ROOT), 'utf8'),
    path,
    SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN,
    {
      defaultDialect: 'en',
      includePickles: true,
      newId: IdGenerator.incrementing(),
    },
  );
  const pickle = messages.flatMap((message) => message.pickle ?? []).find((candidate) => candidate.location?.line === line);
  if (pickle === undefined) throw new Error(`there is no scenario at ${location}`);
  return pickle;
}

const KEYWORDS = { Context: 'Given', Action: 'When', Outcome: 'Then', Unknown: '*' } as const;

function stepLines({ text, type, argument }: PickleStep, before: PickleStep | undefined): readonly string[] {
  const keyword = before !== undefined && before.type === type ? 'And' : KEYWORDS[type ?? 'Unknown'];
  const rows = argument?.dataTable?.rows ?? [];
  return [
    `      ${keyword} ${text}`,
    ...rows.map(
      ({ cells }) => `        | ${cells.map(({ value }) => value.replace(/[\\|]/g, '\\$&').replaceAll('\n', '\\n')).join(' | ')} |`,
    ),
    ...(argument?.docString === undefined
      ? []
      : ['        """', ...argument.docString.content.split('\n').map((line) => `        ${line}`), '        """']),
  ];
}
