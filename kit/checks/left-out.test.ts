import { describe, it } from 'node:test';
import { expect } from 'chai';
import { loadCatalogue } from '../catalogue/load.js';
import { USUAL_MODEL } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import { judge } from '../run/judge.js';
import { rememberFeatures } from '../run/run-features.js';
import { subjectFacts } from '../run/subject-facts.js';
import { CAPABILITIES, type Capability, FACILITIES } from '../subject/capabilities.js';

const runFeatures = rememberFeatures();

/** What `Machine.glance` asks for, which is no use of it; what a rule needs otherwise, the check of its record knows. */
const GLANCED_AT: readonly Capability[] = ['observe-firmware'];

describe('a subject that is right and cannot do everything', async () => {
  const catalogue = await loadCatalogue();

  /** The verdicts on those rules, as `id: verdict`. */
  async function verdicts(rules: readonly string[], without?: Capability): Promise<readonly string[]> {
    const subject = { kind: 'reference', ...(without && { without }) } as const;
    const report = await judge({
      subject,
      facts: await subjectFacts(subject),
      catalogue,
      model: shippedModel(USUAL_MODEL),
      seed: 1,
      selection: { rules, devices: [], shard: null, leftOut: [] },
      reproduce: '',
      recordCalls: false,
      runFeatures,
    });
    return report.rules.filter(({ id }) => rules.includes(id)).map(({ id, verdict }) => `${id}: ${verdict}`);
  }

  const all = catalogue.rules.map(({ id }) => id);
  const whole = await verdicts(all);
  const applicable = catalogue.rules.filter(({ id }) => whole.includes(`${id}: passed`));

  for (const capability of CAPABILITIES) {
    const leftOpen = capability.startsWith('device-') || capability in FACILITIES ? 'not-applicable' : 'not-testable';
    it(`finds ${leftOpen} without ${capability} what needs it, and nothing wrong`, async () => {
      const looked = applicable.filter(({ needs }) => needs.includes(capability) || GLANCED_AT.includes(capability));
      const due = looked.map(({ id, needs }) => `${id}: ${needs.includes(capability) ? leftOpen : 'passed'}`);
      expect(due).to.have.length.greaterThan(0);
      expect(
        await verdicts(
          looked.map(({ id }) => id),
          capability,
        ),
      ).to.deep.equal(due);
    });
  }
});
