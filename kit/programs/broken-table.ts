import { ENOUGH, type Found, SEEDS } from './find-broken.js';

const BEGINNING = '## Which broken subjects they find\n';

/** The document with its last section, from that heading on, written anew. */
export function withTable(document: string, found: readonly Found[]): string {
  const at = document.indexOf(BEGINNING);
  if (at === -1) throw new Error(`the document has no line "${BEGINNING.trim()}"`);
  return `${document.slice(0, at)}${BEGINNING}\n${section(found)}`;
}

function section(found: readonly Found[]): string {
  const missed = found.filter(isMissed);
  const verdict =
    missed.length === 0
      ? `All ${found.length} broken subjects of the core are found with each seed.`
      : `Of ${found.length} broken subjects of the core, ${missed.length} are not found with each seed: ${missed.map(({ name }) => name).join(', ')}.`;
  const heads = ['Broken subject', 'Rule', ...SEEDS.map((seed) => `Seed ${seed}`), 'Commands', 'What differed first'];
  const rows = found.map(({ name, rule, programs, smallest, what }) => [
    name,
    rule,
    ...programs.map((count) => count ?? 'not found'),
    smallest?.length ?? '',
    what,
  ]);
  return `${verdict} The numbers say in which of
at most ${ENOUGH} programs, and how many commands that program has when it is as small as it gets.
\`npm run programs:broken\` holds this section to what it finds; with \`-- --write\` it writes it.

${[heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}
`;
}

export function isMissed({ programs }: Found): boolean {
  return programs.includes(null);
}
