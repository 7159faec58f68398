import { describe, it } from 'node:test';
import { expect } from 'chai';
import { loadCatalogue } from '../catalogue/load.js';
import { type AllocatingRpc, type HolderRpc, type Model, namedItems } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import { judge } from '../run/judge.js';
import { rememberFeatures } from '../run/run-features.js';
import { subjectFacts } from '../run/subject-facts.js';

const RULES = ['isolation-objects-of-users', 'isolation-objects-of-files'];
const RAID = shippedModel('raid');
const ALLOCATIONS = namedItems(RAID.allocations);
const { allocations: _, ...SILENT } = RAID;

const runFeatures = rememberFeatures();

describe('what somebody holds in the firmware', async () => {
  const catalogue = await loadCatalogue();

  /** The verdicts on both rules, each with the reason where there is one. */
  async function verdicts(model: Model): Promise<readonly string[]> {
    const subject = { kind: 'reference', modelled: 'raid' } as const;
    const report = await judge({
      subject,
      facts: await subjectFacts(subject),
      catalogue,
      model,
      seed: 1,
      selection: { rules: RULES, devices: [], shard: null, leftOut: [] },
      reproduce: '',
      recordCalls: false,
      runFeatures,
    });
    return report.rules
      .filter(({ id }) => RULES.includes(id))
      .map(({ verdict, scenarios }) => [verdict, ...scenarios.map(({ reason }) => reason ?? '')].join(' ').trim());
  }

  const allocating = (change: (rpc: AllocatingRpc) => AllocatingRpc): Model => ({ ...RAID, allocations: ALLOCATIONS.map(change) });
  const using = (change: (use: HolderRpc) => HolderRpc): Model =>
    allocating(({ usedBy = [], ...rpc }) => ({ ...rpc, usedBy: usedBy.map(change) }));

  const cases: { readonly [situation: string]: readonly [model: Model, verdict: RegExp] } = {
    'the model is right': [RAID, /^passed$/],
    'the model says nothing of allocations': [SILENT, /^not-applicable .*usedBy/],
    'the model says why nothing is kept': [
      { ...RAID, allocations: { impossible: 'it forgets' } },
      /^not-applicable the model says: it forgets/,
    ],
    'the model names nothing that only the holder may do': [allocating(({ usedBy: _, ...rpc }) => rpc), /^not-applicable .*usedBy/],
    'nobody is admitted': [
      allocating((rpc) => ({ ...rpc, request: '0306 0000 01000000' })),
      /^not-applicable no RPC that allocates is admitted/,
    ],
    'what is taken does not show': [allocating((rpc) => ({ ...rpc, shownBy: 'list the drives' })), /^not-testable .*does not show/],
    'every answer is a refusal': [using((use) => ({ ...use, refusal: '00' })), /^not-testable .*refused to the holder/],
    'the handle is another': [
      using(({ handle, ...use }) => (handle ? { ...use, handle: { ...handle, inAnswer: 0 } } : use)),
      /^not-testable .*refused to the holder/,
    ],
    'no answer is a refusal': [using(({ refusal: _, ...use }) => use), /^failed /],
  };
  for (const [situation, [model, verdict]] of Object.entries(cases))
    it(`is judged as far as can be when ${situation}`, async () => {
      const found = await verdicts(model);
      expect(found).to.have.length(RULES.length);
      for (const text of found) expect(text).to.match(verdict);
    });
});
