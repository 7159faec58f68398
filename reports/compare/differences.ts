import { createHash } from 'node:crypto';
import type { WrittenReport } from '../document/report.js';

/** What a verdict can have changed for. */
export const CAUSES = ['implementation', 'rules', 'kit', 'declaration', 'environment', 'seed', 'selection', 'waivers', 'run'] as const;
export type Cause = (typeof CAUSES)[number];

/** Something that two runs do not have in common, apart from what they found. */
export type Difference = { readonly cause: Cause; readonly what: string; readonly before: string; readonly after: string };

type Fact = { readonly cause: Cause; readonly what: string; readonly told: (report: WrittenReport, other: WrittenReport) => string };

/** What is judged there is a kernel, so that its version is that of the machine. */
const KERNELS: readonly WrittenReport['subject']['kind'][] = ['linux', 'node'];

const FACTS: readonly Fact[] = [
  { cause: 'implementation', what: 'subject', told: ({ subject }) => `${subject.name} (${subject.kind})` },
  { cause: 'implementation', what: 'version', told: ({ subject }) => (KERNELS.includes(subject.kind) ? '' : subject.version) },
  { cause: 'rules', what: 'rule set', told: ({ ruleSet }) => `${ruleSet.name} ${ruleSet.digest}` },
  { cause: 'kit', what: 'kit', told: ({ kit }) => kit.version },
  { cause: 'declaration', what: 'declared there only', told: (report, other) => list(missingIn(other, report.subject.capabilities)) },
  { cause: 'declaration', what: 'honesty', told: ({ subject }) => list(subject.honesty.map((one) => `${one.capability} ${one.finding}`)) },
  { cause: 'declaration', what: 'model', told: ({ model }) => (model === undefined ? 'none' : `${model.name} ${digestOf(model)}`) },
  { cause: 'environment', what: 'kernel', told: ({ subject }) => (KERNELS.includes(subject.kind) ? subject.version : '') },
  { cause: 'environment', what: 'boots', told: ({ subject }) => `${subject.boots ?? 'no machines'}` },
  { cause: 'seed', what: 'seed', told: ({ seed }) => `${seed}` },
  { cause: 'seed', what: 'challenge', told: ({ challenge }) => challenge ?? 'none' },
  { cause: 'selection', what: 'rules', told: ({ selection }) => list(selection.rules, 'all') },
  { cause: 'selection', what: 'devices', told: ({ selection }) => list(selection.devices, 'all') },
  { cause: 'selection', what: 'left out', told: ({ selection }) => list(selection.leftOut) },
  { cause: 'selection', what: 'shard', told: ({ selection }) => selection.shard ?? 'none' },
  { cause: 'waivers', what: 'waivers', told: ({ waivers }) => list(waivers.map(({ rule, state }) => `${rule} ${state}`)) },
  { cause: 'run', what: 'end', told: ({ footer }) => footer.endedBy },
  { cause: 'run', what: 'problems', told: ({ problems }) => list(problems) },
];

/** Everything that differs between the runs and could be why their verdicts do. */
export function findDifferences(a: WrittenReport, b: WrittenReport): readonly Difference[] {
  return FACTS.flatMap(({ cause, what, told }) => {
    const [before, after] = [told(a, b), told(b, a)];
    return before === after ? [] : [{ cause, what, before, after }];
  });
}

function missingIn({ subject }: WrittenReport, capabilities: readonly string[]): readonly string[] {
  return capabilities.filter((capability) => !subject.capabilities.includes(capability));
}

function list(items: readonly string[], none = 'none'): string {
  return items.length === 0 ? none : items.join(', ');
}

function digestOf(value: object): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);
}
