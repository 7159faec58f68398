import type { Catalogue, Rule } from '../kit/catalogue/catalogue.js';
import { KitError } from '../kit/errors.js';
import { KIT_VERSION } from '../kit/version.js';
import { findDifferences } from './compare/differences.js';
import { concludeReport, dishonesty, NO_DEVICE } from './document/conclude.js';
import type { Report, ScenarioReport, WrittenReport } from './document/report.js';
import { parseShard, type Shard } from './document/shard.js';
import { asScenario } from './document/written-report.js';

/** A report of `run --shard I/N`; `name` is what its reader calls it. */
export type ShardReport = { readonly name: string; readonly report: WrittenReport };

type Part = ShardReport & { readonly shard: Shard };

/** What shards of one run may differ in, by the names that `findDifferences` has for it. */
const MAY_DIFFER = ['shard', 'boots', 'problems'];

/**
 * One report from those of all shards of a run, judged anew from their scenarios. It is as the whole run would have
 * written it, but for times, and for `boots`, which is the sum.
 * `waivers` is the file that is going to be held against it, for the command that repeats the run.
 * @throws KitError input/cannot-merge when they are not each shard of one run once, whole and without waivers
 */
export function mergeShards(shards: readonly ShardReport[], catalogue: Catalogue, waivers: string | null = null): Report {
  const parts = shards.map((shard) => requirePart(shard, catalogue));
  const [first] = parts;
  if (first === undefined) throw cannotMerge('there is nothing to merge', 'the reports of all shards of a run', 'none');
  for (const part of parts) requireSameRun(first, part);
  requireEachOnce(first.shard.parts, parts);
  const { seed, challenge, selection, subject, model } = first.report;
  const { boots: _, ...facts } = subject;
  const boots = parts.flatMap(({ report }) => report.subject.boots ?? []);
  const told = new Set([...subject.honesty.map(dishonesty), NO_DEVICE]);
  return concludeReport(
    {
      catalogue,
      subject: facts,
      seed,
      ...(challenge !== undefined && { challenge }),
      selection: { ...selection, shard: null },
      ...(model !== undefined && { model }),
      reproduce: inPlaceOfShard(first, waivers === null ? '' : ` --waivers ${waivers}`),
    },
    {
      scenarios: collectScenarios(parts, catalogue),
      endedBy: 'finished',
      problems: [...new Set(parts.flatMap(({ report }) => report.problems))].filter((problem) => !told.has(problem)),
      time: spanOf(parts),
      boots: boots.length === 0 ? null : boots.reduce((sum, count) => sum + count, 0),
    },
  );
}

function requirePart({ name, report }: ShardReport, { digest, rules }: Catalogue): Part {
  const { kit, ruleSet, footer, waivers, selection } = report;
  if (kit.version !== KIT_VERSION || ruleSet.digest !== digest) {
    const expected = `kit ${KIT_VERSION} with the rules ${digest}, since those judge the merged run`;
    throw cannotMerge(
      `${name} was judged by another kit`,
      expected,
      `kit ${kit.version} with ${ruleSet.digest}`,
      'merge with the kit that judged',
    );
  }
  if (report.rules.some(({ id }, index) => id !== rules[index]?.id) || report.rules.length !== rules.length)
    throw cannotMerge(`${name} is not as a run wrote it`, 'the rules of the set that it names, in their order', 'other rules');
  const shard = parseShard(selection.shard ?? '');
  if (shard === null) throw cannotMerge(`${name} is of no shard`, 'reports of run --shard I/N', 'a report of a run without --shard');
  if (!footer.complete) throw notWhole(name, `a run that was ${footer.endedBy}`);
  if (waivers.length > 0) {
    const attempt = 'run the shards without --waivers, and give --waivers to merge';
    throw cannotMerge(
      `${name} has waivers`,
      'waivers only for the merged run, since a shard does not see the whole rule',
      'a waiver',
      attempt,
    );
  }
  return { name, report, shard };
}

/** A shard of which the end is missing. */
export function notWhole(name: string, received: string): KitError {
  return cannotMerge(`${name} was cut short`, 'a shard that came to its end', received, 'run that shard again');
}

/** A shard that is not what its run wrote. */
export function notUnchanged(name: string, received: string): KitError {
  const attempt = 'the file that the run wrote, or run that shard again';
  return cannotMerge(`${name} was changed after its run`, 'a shard as its run wrote it', received, attempt);
}

function requireSameRun(first: Part, part: Part): void {
  const [difference] = findDifferences(first.report, part.report).filter(({ what }) => !MAY_DIFFER.includes(what));
  if (difference !== undefined) {
    const { cause, what, before, after } = difference;
    throw cannotMerge(`${first.name} and ${part.name} are of two runs`, `the same ${cause}: ${what} ${before}`, after);
  }
  if (part.shard.parts !== first.shard.parts)
    throw cannotMerge(`${first.name} and ${part.name} are of two runs`, `a shard of ${first.shard.parts}`, `one of ${part.shard.parts}`);
  const [ours, theirs] = [inPlaceOfShard(first, ''), inPlaceOfShard(part, '')];
  if (ours !== theirs) throw cannotMerge(`${first.name} and ${part.name} are of two runs`, `the command ${ours}`, theirs);
}

function requireEachOnce(count: number, parts: readonly Part[]): void {
  const seen = new Map<number, Part>();
  for (const part of parts) {
    const { shard, name } = part;
    const earlier = seen.get(shard.part);
    if (earlier !== undefined)
      throw cannotMerge(`${earlier.name} and ${name} are of the same shard`, 'each shard once', `${shard.part}/${count} twice`);
    seen.set(shard.part, part);
  }
  if (seen.size === count) return;
  let missing = 1;
  while (seen.has(missing)) missing += 1;
  const received = `${seen.size} of ${count}; the first that is missing is ${missing}/${count}`;
  throw cannotMerge('a shard is missing', `all ${count} shards`, received, `run --shard ${missing}/${count}`);
}

/** Every scenario that the catalogue has for the selected rules, once, and in its order. */
function collectScenarios(parts: readonly Part[], { rules }: Catalogue): ReadonlyMap<string, readonly ScenarioReport[]> {
  const chosen = new Set(parts[0]?.report.selection.rules);
  const leftOut = new Set(parts[0]?.report.selection.leftOut);
  return new Map(
    rules.map((rule, index) => {
      const found = parts.flatMap(({ name, report }) => (report.rules[index]?.scenarios ?? []).map((scenario) => ({ name, scenario })));
      const isChosen = (chosen.size === 0 || chosen.has(rule.id)) && !leftOut.has(rule.id);
      const expected = isChosen ? rule.scenarios : [];
      return [rule.id, inOrder({ ...rule, scenarios: expected }, found)];
    }),
  );
}

type Found = { readonly name: string; readonly scenario: WrittenReport['rules'][number]['scenarios'][number] };

function inOrder({ id, scenarios }: Rule, found: readonly Found[]): readonly ScenarioReport[] {
  const byLocation = new Map<string, Found>();
  for (const one of found) {
    const { location } = one.scenario;
    const earlier = byLocation.get(location);
    if (earlier !== undefined)
      throw cannotMerge(`${earlier.name} and ${one.name} overlap`, 'each scenario in one shard', `${location} in both`);
    byLocation.set(location, one);
  }
  const ordered = scenarios.map(({ name, location }): ScenarioReport => {
    const one = byLocation.get(location);
    if (one?.scenario.name !== name) throw cannotMerge(`no shard has all of ${id}`, `the scenario at ${location}`, 'none');
    byLocation.delete(location);
    return asScenario(one.scenario);
  });
  const [odd] = byLocation.values();
  if (odd !== undefined) throw cannotMerge(`${odd.name} is not as a run wrote it`, `scenarios of ${id} only`, odd.scenario.location);
  return ordered;
}

/** From the first start to the last end. */
function spanOf(parts: readonly Part[]): Report['time'] {
  const times = parts.map(({ report: { time } }) => ({ ...time, start: Date.parse(time.started) }));
  const earliest = times.reduce((one, other) => (other.start < one.start ? other : one));
  const end = Math.max(...times.map(({ start, milliseconds }) => start + milliseconds));
  return { started: earliest.started, milliseconds: end - earliest.start };
}

/** The command of the run, with another option in the place of `--shard`. */
function inPlaceOfShard({ name, report: { reproduce, selection } }: Part, option: string): string {
  const shard = ` --shard ${selection.shard}`;
  if (reproduce.includes(shard)) return reproduce.replace(shard, () => option);
  throw cannotMerge(`${name} is not as a run wrote it`, `a command with${shard}`, reproduce);
}

/** What a report says may be empty. */
function cannotMerge(
  summary: string,
  expected: string,
  received: string,
  attempt = 'the reports of every shard of one run, each once',
): KitError {
  const explanation = { summary: `the reports cannot be merged: ${summary}`, expected, received: received.trim() || 'nothing', attempt };
  return new KitError('input/cannot-merge', explanation);
}
