import { describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from '../kit/errors.js';
import { KIT_VERSION } from '../kit/version.js';
import type { RunFacts } from './document/conclude.js';
import { Judgement, type RunEnd } from './document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf, type ToyScenario, UNMET } from './document/message-stream.testing.js';
import type { Report, WrittenReport } from './document/report.js';
import { writeJson } from './formats/json.js';
import { mergeShards, type ShardReport } from './merge.js';

const GOOD: ToyScenario = { rule: 'rpc-a', steps: [{ status: 'PASSED' }], evidence: { expectations: [HELD] } };
const SCENARIOS: readonly ToyScenario[] = [
  GOOD,
  { ...GOOD, steps: [{ status: 'FAILED', type: 'AssertionError' }], evidence: { expectations: [UNMET], boots: 1 } },
  GOOD,
  { ...GOOD, rule: 'rpc-b', evidence: { expectations: [HELD], boots: 2 } },
  { ...GOOD, rule: 'rpc-b' },
  { ...GOOD, rule: 'rpc-c', steps: [{ status: 'SKIPPED' }], evidence: { missing: 'observe-log' } },
  { ...GOOD, rule: 'rpc-c' },
];
const RULES = ['rpc-a', 'rpc-b', 'rpc-c'].map((id) =>
  ruleOf(id, {
    scenarios: SCENARIOS.flatMap(({ rule }, index) =>
      rule === id ? [{ name: `scenario ${index}`, location: `features/a.feature:${index + 1}` }] : [],
    ),
  }),
);
const FACTS = factsOf(RULES);
const { catalogue, subject, selection } = FACTS;
const FINISHED: RunEnd = { endedBy: 'finished', problems: [] };

/** The report of a shard, as a run writes it; null for the whole run. */
function reportOf(shard: string | null, facts: Partial<RunFacts> = {}, end = FINISHED): Report {
  const [part = 1, parts = 1] = shard?.split('/').map(Number) ?? [];
  const command = `npx fwctl-conformance run${shard === null ? '' : ` --shard ${shard}`} --seed 1`;
  const own = { ...FACTS, selection: { ...selection, shard }, reproduce: command, ...facts };
  const judgement = new Judgement(own, { clock: () => new Date(part * 1000) });
  for (const message of streamOf(SCENARIOS)) {
    const id = message.testCase?.id ?? message.testCaseStarted?.id ?? JSON.stringify(message).match(/"testCaseStartedId":"([^"]+)"/)?.[1];
    const number = id?.replace(/\D+/, '');
    const isLeftOut = own.selection.leftOut.includes(SCENARIOS[Number(number)]?.rule ?? '');
    if (number === undefined || (Number(number) % parts === part - 1 && !isLeftOut)) judgement.accept(message);
  }
  return judgement.conclude(end);
}

function shardOf(shard: string | null, facts?: Partial<RunFacts>, end?: RunEnd): ShardReport {
  return { name: `${shard}`, report: JSON.parse([...writeJson(reportOf(shard, facts, end))].join('')) };
}

function changed({ name, report }: ShardReport, changes: Partial<WrittenReport>): ShardReport {
  return { name: `${name}, changed`, report: { ...report, ...changes } };
}

function withoutTimes(report: Report): string {
  return [...writeJson({ ...report, time: { started: '', milliseconds: 0 } })].join('');
}

function refusal(shards: readonly ShardReport[]): KitError {
  try {
    mergeShards(shards, catalogue);
  } catch (error) {
    if (error instanceof KitError) return error;
    throw error;
  }
  throw new Error('they were merged');
}

describe('mergeShards', () => {
  for (const parts of [1, 2, 3, 7, 9]) {
    it(`makes of ${parts} shards what the whole run says, in whatever order they come`, () => {
      const shards = Array.from({ length: parts }, (_, index) => shardOf(`${index + 1}/${parts}`));
      for (const order of [shards, [...shards].reverse()])
        expect(withoutTimes(mergeShards(order, catalogue))).to.equal(withoutTimes(reportOf(null)));
    });
  }

  it('does not miss what was left out on a real device', () => {
    const leavingOut = (shard: string | null) => ({ selection: { ...selection, shard, leftOut: ['rpc-b'] } });
    const shards = ['1/2', '2/2'].map((shard) => shardOf(shard, leavingOut(shard)));
    expect(withoutTimes(mergeShards(shards, catalogue))).to.equal(withoutTimes(reportOf(null, leavingOut(null))));
  });

  it('judges rules that no shard has seen whole', () => {
    const shards = ['1/2', '2/2'].map((shard) => shardOf(shard));
    expect(shards.map(({ report }) => report.rules[1]?.verdict)).to.deep.equal(['not-testable', 'not-testable']);
    expect(mergeShards(shards, catalogue).rules[1]?.verdict).to.equal('passed');
  });

  it('lasts from the first start to the last end', () => {
    const shards = ['2/2', '1/2'].map((shard) => shardOf(shard));
    expect(mergeShards(shards, catalogue).time).to.deep.equal({ started: '1970-01-01T00:00:01.000Z', milliseconds: 1000 });
  });

  it('keeps what was wrong with a shard, and says it once', () => {
    const dishonest = { ...subject, honesty: [{ capability: 'reset', finding: 'declared-but-absent' } as const] };
    const end: RunEnd = { endedBy: 'finished', problems: ['a stray error'] };
    const shards = ['1/2', '2/2'].map((shard) => shardOf(shard, { subject: dishonest }, end));
    expect(mergeShards(shards, catalogue)).to.deep.include({
      result: 'inconclusive',
      problems: ['the subject declares reset, and cannot do it', 'a stray error'],
    });
  });

  it('names the waivers that are going to be held against the run', () => {
    const { reproduce } = mergeShards([shardOf('1/1')], catalogue, 'waivers$&.yaml');
    expect(reproduce).to.equal('npx fwctl-conformance run --waivers waivers$&.yaml --seed 1');
  });

  const one = shardOf('1/2');
  const two = shardOf('2/2');
  const [rule, ...rules] = two.report.rules;
  const waiver = { rule: 'rpc-a', state: 'not in play', reason: 'it is known', link: '', owner: '', expires: '' } as const;
  const refused: { readonly [what: string]: readonly [readonly ShardReport[], summary: string, received: string] } = {
    nothing: [[], 'there is nothing to merge', 'none'],
    'a gap': [[shardOf('3/3'), shardOf('1/3')], 'a shard is missing', '2 of 3; the first that is missing is 2/3'],
    'a very large gap': [[shardOf('1/999999999')], 'a shard is missing', '1 of 999999999; the first that is missing is 2/999999999'],
    'an overlap': [[one, two, two], '2/2 and 2/2 are of the same shard', '2/2 twice'],
    'a whole run': [[shardOf(null)], 'null is of no shard', 'a report of a run without --shard'],
    'parts of different size': [[one, shardOf('2/3')], '1/2 and 2/3 are of two runs', 'one of 3'],
    'another seed': [[one, shardOf('2/2', { seed: 2 })], '1/2 and 2/2 are of two runs', '2'],
    'another challenge': [[one, shardOf('2/2', { challenge: 'a nonce' })], '1/2 and 2/2 are of two runs', 'a nonce'],
    'other rules left out': [
      [one, shardOf('2/2', { selection: { ...selection, shard: '2/2', leftOut: ['rpc-b'] } })],
      '1/2 and 2/2 are of two runs',
      'rpc-b',
    ],
    'another subject': [[one, shardOf('2/2', { subject: { ...subject, name: 'b' } })], '1/2 and 2/2 are of two runs', 'b (reference)'],
    'another version': [[one, shardOf('2/2', { subject: { ...subject, version: '2' } })], '1/2 and 2/2 are of two runs', '2'],
    'other capabilities': [
      [one, shardOf('2/2', { subject: { ...subject, capabilities: ['reset'] } })],
      '1/2 and 2/2 are of two runs',
      'reset',
    ],
    'another selection': [
      [one, shardOf('2/2', { selection: { rules: ['rpc-a'], devices: [], shard: '2/2', leftOut: [] } })],
      '1/2 and 2/2 are of two runs',
      'rpc-a',
    ],
    'another command': [
      [one, shardOf('2/2', { reproduce: 'npx fwctl-conformance run --model b --shard 2/2' })],
      '1/2 and 2/2 are of two runs',
      'npx fwctl-conformance run --model b',
    ],
    'no command of a shard': [[shardOf('1/1', { reproduce: 'run' })], '1/1 is not as a run wrote it', 'run'],
    'other rules': [
      [one, shardOf('2/2', { catalogue: { ...catalogue, digest: 'd2' } })],
      '2/2 was judged by another kit',
      `kit ${KIT_VERSION} with d2`,
    ],
    'another kit': [
      [changed(one, { kit: { name: 'fwctl-conformance', version: '0.0.1' } }), two],
      '1/2, changed was judged by another kit',
      'kit 0.0.1 with d1',
    ],
    'a shard that was interrupted': [
      [one, shardOf('2/2', {}, { endedBy: 'interrupted', problems: [] })],
      '2/2 was cut short',
      'a run that was interrupted',
    ],
    'a shard with waivers': [[one, changed(two, { waivers: [waiver] })], '2/2, changed has waivers', 'a waiver'],
    'a rule that is gone': [[one, changed(two, { rules })], '2/2, changed is not as a run wrote it', 'other rules'],
    'a scenario that is gone': [
      [one, changed(two, { rules: [...(rule ? [{ ...rule, scenarios: [] }] : []), ...rules] })],
      'no shard has all of rpc-a',
      'none',
    ],
    'a scenario of another rule': [
      [
        one,
        changed(two, { rules: rules[0] && rule ? [{ ...rule, scenarios: [...rule.scenarios, ...rules[0].scenarios] }, ...rules] : [] }),
      ],
      '2/2, changed is not as a run wrote it',
      'features/a.feature:4',
    ],
    'a scenario that two shards have': [
      [one, changed(two, { rules: one.report.rules })],
      '1/2 and 2/2, changed overlap',
      'features/a.feature:1 in both',
    ],
  };
  for (const [what, [shards, summary, received]] of Object.entries(refused)) {
    it(`refuses ${what}`, () => {
      const { code, explanation } = refusal(shards);
      expect({ code, summary: explanation.summary, received: explanation.received }).to.deep.equal({
        code: 'input/cannot-merge',
        summary: `the reports cannot be merged: ${summary}`,
        received,
      });
    });
  }
});
