import { join, resolve } from 'node:path';
import { exitStatus } from '../../../reports/document/exit-status.js';
import type { Report } from '../../../reports/document/report.js';
import { isDevice } from '../../../reports/document/scenario-verdict.js';
import { applyWaivers, type Waiver } from '../../../reports/document/waivers.js';
import { renderText } from '../../../reports/formats/text.js';
import { publish } from '../../../reports/publish.js';
import { MESSAGES, unfinishedReport } from '../../../reports/report-folder.js';
import type { Catalogue } from '../../catalogue/catalogue.js';
import { loadCatalogue } from '../../catalogue/load.js';
import { optimiseLate } from '../../run/engine.js';
import { EvidenceSpool } from '../../run/evidence-spool.js';
import { judge } from '../../run/judge.js';
import { subjectFacts } from '../../run/subject-facts.js';
import { chooseRules, type RuleOptions } from '../choose-rules.js';
import { chooseSubject, type SubjectOptions } from '../choose-subject.js';
import { readChallenge, readSeed, readTimeLimit } from '../option-values.js';
import { showProgress } from '../progress.js';
import { prepareReportFolder, tellReportFolder } from '../report-folder.js';
import { reproduceCommand } from '../reproduce.js';
import type { ExitStatus, Surroundings } from '../surroundings.js';
import { badValue } from '../usage-errors.js';

export type RunOptions = SubjectOptions &
  RuleOptions & {
    readonly seed: string;
    readonly challenge?: string;
    readonly waivers?: string;
    readonly timeLimit: string;
    readonly out: string;
    readonly allowPartial?: boolean;
    readonly quiet?: boolean;
  };

export async function run(options: RunOptions, { cwd, signal, output, messages }: Surroundings): Promise<ExitStatus> {
  const catalogue = await loadCatalogue();
  const choice = await chooseSubject(options, cwd);
  const { subject, model } = choice;
  if (subject.kind === 'reference' || subject.kind === 'broken' || subject.kind === 'unfit') optimiseLate();
  const waivers = await readWaivers(options.waivers, cwd, catalogue);
  const selection = chooseRules(options, choice, catalogue);
  const seed = readSeed(options.seed);
  const challenge = readChallenge(options.challenge);
  const deadline = timeOut(readTimeLimit(options.timeLimit));
  const folder = resolve(cwd, options.out);
  const begun = prepareReportFolder(folder);

  const evidence = new EvidenceSpool(unfinishedReport(folder));
  const facts = await subjectFacts(subject);
  requireModel(facts, options);
  const progress = showProgress(messages, 'judging', 'scenarios', options.quiet ?? false);
  const judged = await judge(
    {
      subject,
      facts,
      catalogue,
      model,
      seed,
      ...(challenge !== undefined && { challenge }),
      selection,
      reproduce: reproduceCommand(subject, selection, seed, options),
    },
    {
      messages: join(unfinishedReport(folder), MESSAGES),
      keepEvidence: evidence.keep,
      signal: AbortSignal.any([signal, deadline]),
      onProgress: progress.update,
      onCutShort: (cutShort) => {
        // Publishing never waits, so this is done when the process is.
        void publish(cutShort, begun);
        progress.end();
        messages.write(renderText(cutShort));
      },
    },
  ).finally(progress.end);

  const report = waivers === null ? judged : applyWaivers(judged, waivers);
  await publish(report, begun);
  if (!options.quiet) output.write(`${renderText(report)}${tellReportFolder(options.out)}`);
  evidence.close();
  return exitStatus(report, { allowPartial: options.allowPartial ?? false });
}

/** An adapter whose device is known by its model only is none of those of the kit, and would be accused by their models. */
function requireModel({ kind, capabilities }: Report['subject'], { model, command }: RunOptions): void {
  const devices = capabilities.filter(isDevice);
  if (kind !== 'adapter' || model !== undefined || devices.join() !== 'device-modelled') return;
  throw badValue(
    '--',
    '--model before it: what the vendor says of the device, since the adapter brings one that only its model describes',
    command.join(' '),
    `run --model fwctl-model.yaml -- ${command.join(' ')}`,
  );
}

/** Aborted when the time is over; keeps no process alive. */
function timeOut(milliseconds: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(`it took longer than ${milliseconds / 1000} s, which --time-limit allows`), milliseconds).unref();
  return controller.signal;
}

/** YAML and schema take their time to be loaded, and most runs need neither. */
async function readWaivers(file: string | undefined, cwd: string, catalogue: Catalogue): Promise<readonly Waiver[] | null> {
  if (file === undefined) return null;
  const { loadWaivers } = await import('../../waivers/load.js');
  return loadWaivers(resolve(cwd, file), catalogue);
}
