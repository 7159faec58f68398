import { allSentences, type Coverage, type CoveredDocument, type CoveredSentence, type WithoutSentence, wantedOf } from './coverage.js';

const HEAD = `# Every sentence, and what becomes of it

Made of [features/sources/](../features/sources/README.md) by \`npm run sources\`. A
sentence is held by rules, or no program can judge it and a reason says why, or it
is open: a rule is wanted and not there. The rest asks for nothing.

To see the sentences themselves, with a kernel tree at hand:

    npx fwctl-conformance drift --all --sources linux/
`;

/** docs/sources.md. */
export function documentText(coverage: Coverage): string {
  const orderOf = ({ shelf, document }: CoveredDocument): string => `${shelf} ${document}`;
  const documents = [...coverage.documents].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return [
    HEAD,
    overview(documents, coverage),
    openOnes({ ...coverage, documents }),
    withoutSentence(coverage.withoutSentence),
    ...documents.map(oneDocument),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

const COUNTS = ['held', 'held in part', 'excluded', 'open', 'not normative'] as const;

function countsOf(sentences: readonly CoveredSentence[]): readonly number[] {
  return COUNTS.map((count) => sentences.filter((one) => kindOf(one) === count).length);
}

function kindOf(sentence: CoveredSentence): (typeof COUNTS)[number] {
  const { kind } = sentence.judgement;
  return kind === 'held' && wantedOf(sentence) !== null ? 'held in part' : kind;
}

function overview(documents: readonly CoveredDocument[], coverage: Coverage): string {
  const row = (name: string, sentences: readonly CoveredSentence[]): string =>
    `| ${name} | ${sentences.length} | ${countsOf(sentences).join(' | ')} |`;
  return [
    `| document | sentences | ${COUNTS.join(' | ')} |`,
    `| --- | ---: |${' ---: |'.repeat(COUNTS.length)}`,
    ...documents.map(({ document, sentences }) => row(`\`${document}\``, sentences)),
    row('all', allSentences(coverage)),
    '',
  ].join('\n');
}

function oneDocument({ document, sentences }: CoveredDocument): string {
  const places = [...new Set(sentences.map(placeOf))];
  return [`## ${document}`, '', ...places.flatMap((place) => onePlace(place, sentences)), ''].join('\n');
}

function placeOf({ where }: CoveredSentence): string {
  return where.join('; ');
}

function onePlace(place: string, sentences: readonly CoveredSentence[]): readonly string[] {
  const here = sentences.filter((one) => placeOf(one) === place);
  const rest = notNormative(here);
  return [
    `- **${place}** (${here.length})${rest === '' ? '' : `: ${rest}`}`,
    ...here.flatMap((one) => fateOf(one).map((fate) => `  - ${fate}`)),
  ];
}

function fateOf({ judgement }: CoveredSentence): readonly string[] {
  switch (judgement.kind) {
    case 'not normative':
      return [];
    case 'excluded':
      return [`${judgement.about}: *excluded*: ${judgement.reason}`];
    case 'open':
      return [`${judgement.about}: **open**: ${judgement.wanted}`];
    case 'held':
      return [`${judgement.about}: ${listed(judgement.rules)}${judgement.wanted === null ? '' : `; **open**: ${judgement.wanted}`}`];
  }
}

function listed(rules: readonly string[]): string {
  return rules.map((id) => `\`${id}\``).join(', ');
}

function notNormative(sentences: readonly CoveredSentence[]): string {
  const kinds = sentences.flatMap(({ judgement }) => (judgement.kind === 'not normative' ? [judgement.what] : []));
  return [...new Set(kinds)].map((kind) => `${kind} ${kinds.filter((one) => one === kind).length}`).join(', ');
}

/** What is wanted, each once, with the places that want it. */
function openOnes(coverage: Coverage): string {
  const places = new Map<string, Set<string>>();
  for (const one of allSentences(coverage)) {
    const wanted = wantedOf(one);
    if (wanted !== null) places.set(wanted, (places.get(wanted) ?? new Set()).add(`${one.document}, ${placeOf(one)}`));
  }
  return [
    '## What is open',
    '',
    ...(places.size === 0 ? ['Nothing: rules hold each sentence as a whole, or it is excluded for a reason.'] : []),
    ...[...places].flatMap(([wanted, wanting]) => [`- ${wanted}`, ...[...wanting].map((place) => `  - ${place}`)]),
    '',
  ].join('\n');
}

function withoutSentence(groups: readonly WithoutSentence[]): string {
  return [
    '## Rules that no sentence leads to',
    '',
    ...groups.flatMap(({ reason, rules }) => [`- ${reason}`, `  ${listed(rules)}`]),
    '',
  ].join('\n');
}
