import { resolve } from 'node:path';
import { exitStatus } from '../../../reports/document/exit-status.js';
import { renderText } from '../../../reports/formats/text.js';
import { publish } from '../../../reports/publish.js';
import { loadCatalogue } from '../../catalogue/load.js';
import { EvidenceSpool } from '../../run/evidence-spool.js';
import { judge } from '../../run/judge.js';
import { subjectFacts } from '../../run/subject-facts.js';
import { chooseSubject, type SubjectOptions } from '../choose-subject.js';
import { readSeed, readShard } from '../option-values.js';
import { showProgress } from '../progress.js';
import { MESSAGES, prepareReportFolder } from '../report-folder.js';
import { reproduceCommand } from '../reproduce.js';
import type { ExitStatus, Surroundings } from '../surroundings.js';
import { RULE, requireKnown } from '../usage-errors.js';

export type RunOptions = SubjectOptions & {
  readonly rule: readonly string[];
  readonly seed: string;
  readonly shard?: string;
  readonly out: string;
  readonly allowPartial?: boolean;
  readonly quiet?: boolean;
};

export async function run(options: RunOptions, { cwd, signal, output, messages }: Surroundings): Promise<ExitStatus> {
  const catalogue = await loadCatalogue();
  const { subject, model } = await chooseSubject(options, cwd);
  const known = catalogue.rules.map(({ id }) => id);
  const selection = {
    rules: [...new Set(options.rule.map((id) => requireKnown(RULE, id, known)))],
    devices: subject.kind === 'reference' ? (subject.devices ?? []) : [],
    shard: options.shard === undefined ? null : readShard(options.shard),
  };
  const seed = readSeed(options.seed);
  const folder = resolve(cwd, options.out);
  prepareReportFolder(folder);

  const evidence = new EvidenceSpool(folder);
  const progress = showProgress(messages, 'judging', 'scenarios', options.quiet ?? false);
  const report = await judge(
    {
      subject,
      facts: await subjectFacts(subject),
      catalogue,
      model,
      seed,
      selection,
      reproduce: reproduceCommand(subject, selection, seed, options.model),
    },
    {
      messages: resolve(folder, MESSAGES),
      keepEvidence: evidence.keep,
      signal,
      onProgress: progress.update,
      onCutShort: (cutShort) => {
        // Publishing never waits, so this is done when the process is.
        void publish(cutShort, folder);
        progress.end();
        messages.write(renderText(cutShort));
      },
    },
  ).finally(progress.end);

  await publish(report, folder);
  if (!options.quiet) output.write(renderText(report));
  evidence.close();
  return exitStatus(report, { allowPartial: options.allowPartial ?? false });
}
