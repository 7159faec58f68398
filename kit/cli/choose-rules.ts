import type { Report } from '../../reports/document/report.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Choice } from './choose-subject.js';
import { readShard } from './option-values.js';
import { badValue, DESTRUCTIVE_RULE, RULE, requireKnown } from './usage-errors.js';

export type RuleOptions = {
  readonly rule: readonly string[];
  readonly shard?: string;
  /** Rules that a node is judged by although they may leave a trace on it. */
  readonly destructive: readonly string[];
};

/** Which part of the rules the subject is to be judged by, and what a node is spared. Who selects a rule by name wants it. */
export function chooseRules(options: RuleOptions, { subject, devices }: Choice, { rules }: Catalogue): Report['selection'] {
  const selected = options.rule.map((id) =>
    requireKnown(
      RULE,
      id,
      rules.map((rule) => rule.id),
    ),
  );
  const destructive = rules.flatMap(({ id, destructive: why }) => (why === undefined ? [] : [id]));
  const asked = options.destructive.map((id) => requireKnown(DESTRUCTIVE_RULE, id, destructive));
  if (asked[0] !== undefined && subject.kind !== 'node')
    throw badValue('--destructive', '--node beside it; nothing else is spared any rule', asked[0], 'the same command without it');
  return {
    rules: [...new Set(selected)],
    devices,
    shard: options.shard === undefined ? null : readShard(options.shard),
    leftOut: subject.kind === 'node' && selected.length === 0 ? destructive.filter((id) => !asked.includes(id)) : [],
  };
}
