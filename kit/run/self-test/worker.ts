import { loadCatalogue } from '../../catalogue/load.js';
import { messageOf } from '../../errors.js';
import { shippedModel } from '../../model/shipped.js';
import { modelOfVariant } from '../../subjects/variants.js';
import { judge } from '../judge.js';
import { rememberFeatures } from '../run-features.js';
import { subjectFacts } from '../subject-facts.js';
import { type Candidate, type Row, rowOf, rowWithout } from './row.js';

const runFeatures = rememberFeatures();

/** The other end is pool.ts: a candidate comes in, its row goes out, one at a time. */
process.on('message', (candidate: Candidate) => {
  void row(candidate).then((answer) => process.send?.(answer));
});
// Ctrl-C goes to the whole process group; the parent ends its workers.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());

async function row(candidate: Candidate): Promise<Row> {
  const subject = { kind: candidate.kind, name: candidate.name };
  try {
    const report = await judge({
      subject,
      facts: await subjectFacts(subject),
      catalogue: await loadCatalogue(),
      model: shippedModel(await modelOfVariant(candidate.kind, candidate.name)),
      seed: 1,
      selection: { rules: [], devices: [], shard: null, leftOut: [] },
      reproduce: '',
      recordCalls: false,
      runFeatures,
    });
    return rowOf(candidate, report);
  } catch (thrown) {
    return rowWithout(candidate, messageOf(thrown));
  }
}
