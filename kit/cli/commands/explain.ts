import type { Rule } from '../../catalogue/catalogue.js';
import { citationOf } from '../../catalogue/documents.js';
import { loadCatalogue } from '../../catalogue/load.js';
import { FAILING_KINDS, loadVariants, violatedRules } from '../../subjects/variants.js';
import { labelled, wrap } from '../paragraph.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';
import { RULE, requireKnown } from '../usage-errors.js';

const MARGIN = 12;

type BrokenSubject = { readonly name: string; readonly summary: string };

export async function explain(id: string, { output }: Surroundings): Promise<ExitStatus> {
  const { rules } = await loadCatalogue();
  const known = requireKnown(
    RULE,
    id,
    rules.map((rule) => rule.id),
  );
  const broken = (await Promise.all(FAILING_KINDS.map(loadVariants)))
    .flat()
    .filter((subject) => violatedRules(subject).includes(known))
    .map(({ name, variant }) => ({ name, summary: variant.summary }));
  for (const rule of rules.filter((candidate) => candidate.id === known)) output.write(explanation(rule, broken));
  return EXIT.conformant;
}

function releases({ since, until }: Rule): readonly string[] {
  return [
    ...(since === undefined ? [] : labelled('since', `Linux ${since}; not applicable to an earlier one`, MARGIN)),
    ...(until === undefined ? [] : labelled('until', `Linux ${until}; not applicable to that or a later one`, MARGIN)),
  ];
}

/** Fits 80 columns, but for a single word that is longer. */
export function explanation(rule: Rule, broken: readonly BrokenSubject[]): string {
  return [
    `${rule.id} · ${rule.level}`,
    '',
    ...wrap(rule.title, 2),
    '',
    ...wrap(rule.statement, 2),
    '',
    ...labelled('accepted', rule.accepted.join(', ') || 'as the statement says', MARGIN),
    ...labelled('needs', rule.needs.join(', ') || 'nothing beyond open, ioctl and close', MARGIN),
    ...releases(rule),
    ...(rule.destructive === undefined ? [] : labelled('on a node', `only with --destructive ${rule.id}. ${rule.destructive}`, MARGIN)),
    ...rule.sources.flatMap((source) => labelled('source', citationOf(source), MARGIN)),
    ...rule.sentences.flatMap((sentence) => [
      ...labelled('sentence', `${citationOf(sentence)}: ${sentence.about}`, MARGIN),
      ...labelled('', sentence.sha256, MARGIN),
    ]),
    '',
    `  Scenarios (${rule.scenarios.length})`,
    ...rule.scenarios.flatMap(({ location, name }) => [`    ${location}`, ...wrap(name, 6)]),
    '',
    `  Broken subjects (${broken.length})`,
    ...(broken.length === 0 ? ['    none: nothing shows that this rule bites'] : []),
    ...broken.flatMap(({ name, summary }) => [`    ${name}`, ...wrap(summary, 6)]),
    '',
    '  Judge the reference by it alone; your own with --driver and --model, too',
    `    npx fwctl-conformance run --rule ${rule.id}`,
    '',
  ].join('\n');
}
