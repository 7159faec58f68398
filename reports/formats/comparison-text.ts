import type { Attribution } from '../compare/attribution.js';
import type { Comparison, RuleChange, RuleMention, RunSummary } from '../compare/compare.js';
import type { Cause, Difference } from '../compare/differences.js';
import type { Direction } from '../compare/direction.js';
import { labelled, labelledCommand, wrap } from './wrap.js';

const SIGNS = { worse: '✖', better: '✔', neither: '-' } as const satisfies Record<Direction, string>;
const DIRECTIONS = ['worse', 'better', 'neither'] as const satisfies readonly Direction[];

/** Of many scenarios or rules that are alike, how many are told in full. */
const TOLD = 3;

const CAUSE_WORDS = {
  implementation: 'the implementation',
  rules: 'the rules',
  kit: 'the kit',
  declaration: 'what the subject declares',
  environment: 'the environment',
  seed: 'the seed',
  selection: 'the selection',
  waivers: 'the waivers',
  run: 'how the run ended',
} as const satisfies Record<Cause, string>;

/** Two reports compared, as plain text of 72 columns: the result first, then what differs, then each rule, the worse ones first. */
export function renderComparison(comparison: Comparison): string {
  const { a, b, differences, changes, added, gone } = comparison;
  const paragraphs = [
    [...run('A', a), ...run('B', b)],
    [...result(comparison), '', ...counts(comparison)],
    differences.flatMap(difference),
    forged(comparison),
    ...DIRECTIONS.flatMap((direction) => alike(changes.filter((one) => one.direction === direction)).flatMap(toldTogether)),
    mentions('only in B', added),
    mentions('only in A', gone),
    labelledCommand('repeat', b.reproduce),
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function run(name: string, { subject, kit, ruleSet, footer }: RunSummary): readonly string[] {
  const ended = footer.complete ? '' : `; its run was ${footer.endedBy}, so it decides nothing`;
  return wrap(
    `${subject.name} ${subject.version} (${subject.kind}), kit ${kit.version}, rules ${ruleSet.name}${ended}`,
    '   ',
    `${name}  `,
  );
}

function result({ result: { before, after, direction } }: Comparison): readonly string[] {
  if (before === after) return wrap(`result: ${after}, in both`, '');
  return wrap(`result: ${before}, now ${after}${direction === 'neither' ? '' : `: ${direction}`}`, '');
}

function counts({ changes, added, gone, unchanged }: Comparison): readonly string[] {
  const [worse, better, neither] = DIRECTIONS.map((direction) => changes.filter((one) => one.direction === direction).length);
  return [
    `  worse ${worse}   better ${better}   changed otherwise ${neither}`,
    `  unchanged ${unchanged}   only in A ${gone.length}   only in B ${added.length}`,
  ];
}

function difference({ cause, what, before, after }: Difference): readonly string[] {
  return [
    ...wrap(`${CAUSE_WORDS[cause]}: ${what}`, '  ', '~ '),
    ...labelled('A', before.trim() || 'nothing'),
    ...labelled('B', after.trim() || 'nothing'),
  ];
}

function forged({ hasSameDigestOfOtherRules }: Comparison): readonly string[] {
  if (!hasSameDigestOfOtherRules) return [];
  return wrap('both name the same digest of the rules and list different rules: one of them is not as a run wrote it', '  ', '! ');
}

/** Changes that have the same reason in the run as a whole stand together. */
function alike(changes: readonly RuleChange[]): readonly (readonly RuleChange[])[] {
  const groups = new Map<string, RuleChange[]>();
  for (const one of changes) {
    const { id, before, after, attribution } = one;
    const key = JSON.stringify(attribution.kind === 'certain' ? [before, after, attribution] : id);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function toldTogether(group: readonly RuleChange[]): readonly (readonly string[])[] {
  const [first] = group;
  if (first === undefined || group.length <= TOLD) return group.map(change);
  const { before, after, direction, attribution } = first;
  const ids = group.slice(0, TOLD).map(({ id }) => id);
  return [
    [
      ...wrap(`${group.length} rules: ${before}, now ${after}`, '  ', `${SIGNS[direction]} `),
      ...labelled('rules', `${ids.join(', ')} and ${group.length - TOLD} more`),
      ...labelled('because', attributed(attribution)),
    ],
  ];
}

function change({ id, level, title, before, after, direction, attribution, scenarios }: RuleChange): readonly string[] {
  const untold = scenarios.length - TOLD;
  return [
    ...wrap(title, '  ', `${SIGNS[direction]} `),
    ...labelled('rule', `${id} (${level})`),
    ...labelled('verdict', `${before}, now ${after}`),
    ...labelled('because', attributed(attribution)),
    ...scenarios
      .slice(0, TOLD)
      .flatMap(({ name, location, reason }) => [
        ...labelled('scenario', name),
        ...labelled('', location),
        ...(reason === undefined ? [] : labelled('reason', reason)),
      ]),
    ...(untold > 0 ? labelled('', `and ${untold} more of its scenarios`) : []),
  ];
}

function attributed(attribution: Attribution): string {
  switch (attribution.kind) {
    case 'certain':
      return `of ${CAUSE_WORDS[attribution.cause]}: ${attribution.why}`;
    case 'only':
      return `of ${CAUSE_WORDS[attribution.cause]}: nothing else differs that the reports record`;
    case 'one-of':
      return `of one of these, and the reports do not tell which: ${attribution.causes.map((cause) => CAUSE_WORDS[cause]).join(', ')}`;
    case 'unknown':
      return 'nobody can tell: nothing differs that the reports record. The subject changed and its version did not, or it does not always answer alike';
  }
}

function mentions(where: string, rules: readonly RuleMention[]): readonly string[] {
  return rules.flatMap(({ id, level, verdict }) => wrap(`${where}: ${id} (${level}), ${verdict}`, '  ', '- '));
}
