import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { publish } from '../../reports/publish.js';
import { MESSAGES, unfinishedReport } from '../../reports/report-folder.js';
import { loadCatalogue } from '../catalogue/load.js';
import { prepareReportFolder } from '../cli/report-folder.js';
import { USUAL_MODEL } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import { EvidenceSpool } from '../run/evidence-spool.js';
import { SHIPPED_FEATURES } from '../run/feature-set.js';
import { judge } from '../run/judge.js';
import { subjectFacts } from '../run/subject-facts.js';

/** Judges the reference by all features below the folder named on the command line, and publishes as `run` does. */
const [, , folder = ''] = process.argv;
const out = mkdtempSync(join(tmpdir(), 'fwctl-many-'));
const begun = prepareReportFolder(out);
const subject = { kind: 'reference' } as const;
const report = await judge(
  {
    subject,
    facts: await subjectFacts(subject),
    catalogue: await loadCatalogue(),
    model: shippedModel(USUAL_MODEL),
    seed: 1,
    selection: { rules: [], devices: [], shard: null, leftOut: [] },
    reproduce: '',
    features: { ...SHIPPED_FEATURES, features: relative(SHIPPED_FEATURES.root, folder) },
  },
  { messages: join(unfinishedReport(out), MESSAGES), keepEvidence: new EvidenceSpool(unfinishedReport(out)).keep },
);
await publish(report, begun);
rmSync(out, { recursive: true });
const scenarios = report.rules.flatMap((rule) => rule.scenarios);
const passed = scenarios.filter(({ verdict }) => verdict === 'passed').length;
process.stdout.write(`${passed} scenarios passed\n`);
process.exitCode = passed > 0 && scenarios.every(({ verdict }) => verdict === 'passed' || verdict === 'not-applicable') ? 0 : 1;
