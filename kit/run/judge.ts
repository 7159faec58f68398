import type { KeepText } from '../../reports/document/evidence-text.js';
import { Judgement } from '../../reports/document/judgement.js';
import { otherRelease } from '../../reports/document/release.js';
import type { Report } from '../../reports/document/report.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Challenge } from '../challenge.js';
import type { Model } from '../model/model.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import type { FeatureSet } from './feature-set.js';
import { featuresFor } from './joined.js';
import { MessageFile } from './message-file.js';
import { requireOneCucumber } from './one-cucumber.js';
import { type RunFeatures, type RunListener, runFeatures } from './run-features.js';
import { runToItsEnd } from './run-to-its-end.js';

export type JudgeRequest = {
  readonly subject: SubjectSpec;
  /** What the report says of the subject. */
  readonly facts: Report['subject'];
  readonly catalogue: Catalogue;
  readonly seed: number;
  /** What seed, order and payloads are mixed with. */
  readonly challenge?: Challenge;
  readonly selection: Report['selection'];
  /** The command that repeats this run. */
  readonly reproduce: string;
  /** The model of the modelled device, for a subject that has one. */
  readonly model?: Model;
  /** Whether the report shows what each scenario asked of the subject; true when absent. */
  readonly recordCalls?: boolean;
  /** The shipped ones when absent. */
  readonly features?: FeatureSet;
  /** How the features are run; read afresh when absent. */
  readonly runFeatures?: RunFeatures;
  /** Milliseconds that a step may keep the thread to itself; 10000 when absent, null when somebody else watches it. */
  readonly longestBlock?: number | null;
};

export type JudgeSinks = {
  /** Where the message stream goes as NDJSON; nowhere when absent. */
  readonly messages?: string;
  /** Where evidence is kept until the report is written, and scenarios until they are run; in memory when absent. */
  readonly keepEvidence?: KeepText;
  readonly signal?: AbortSignal;
  /** How many of the chosen scenarios are through. */
  readonly onProgress?: (done: number, total: number) => void;
  /** The report of a run in whose middle the process ends; nothing can be waited for in it. */
  readonly onCutShort?: (report: Report) => void;
};

/**
 * Judges the subject by the chosen rules, in this process. Whatever happens to the run, the report says so.
 * @throws KitError machine/cannot-write when messages or evidence could not be kept
 */
export async function judge(
  request: JudgeRequest,
  { messages, keepEvidence, signal, onProgress, onCutShort }: JudgeSinks = {},
): Promise<Report> {
  const features = request.features ?? featuresFor(request.subject);
  requireOneCucumber(features);
  const { catalogue, facts, seed, selection, reproduce, model, challenge } = request;
  const about = {
    catalogue,
    subject: facts,
    seed,
    selection,
    reproduce,
    ...(model && { model }),
    ...(challenge !== undefined && { challenge }),
  };
  const judgement = new Judgement(about, { ...(keepEvidence && { keepEvidence }) });
  const file = messages === undefined ? null : new MessageFile(messages);
  const progress = countScenarios(onProgress);
  let lost: unknown = null;
  const end = await runToItsEnd(
    {
      features,
      rules: selection.rules,
      leftOut: [...selection.leftOut, ...catalogue.rules.filter((rule) => otherRelease(rule, facts) !== null).map(({ id }) => id)],
      shard: selection.shard,
      challenge,
      ...(keepEvidence && { keepText: keepEvidence }),
      worldParameters: { subject: request.subject, seed, recordCalls: request.recordCalls ?? true, model, challenge },
    },
    {
      runFeatures: request.runFeatures ?? runFeatures,
      listener: {
        onChosen: progress.onChosen,
        onMessage: (message) => {
          try {
            judgement.accept(message);
            file?.write(message);
          } catch (error) {
            lost ??= error;
            throw error;
          }
          progress.onMessage(message);
        },
      },
      ...(signal && { signal }),
      longestBlock: request.longestBlock === undefined ? 10_000 : request.longestBlock,
      onProcessEnd: (cutShort) => {
        file?.abandon();
        onCutShort?.(judgement.conclude(cutShort));
      },
    },
  );
  // A run of which something could not be kept has nothing to report.
  if (lost !== null) throw lost;
  if (end.endedBy === 'finished') file?.finish();
  else file?.abandon();
  return judgement.conclude(end);
}

function countScenarios(onProgress: JudgeSinks['onProgress']): RunListener {
  let total = 0;
  let done = 0;
  return {
    onChosen: (count) => {
      total = count;
    },
    onMessage: ({ testCaseFinished }) => {
      if (!testCaseFinished) return;
      done += 1;
      onProgress?.(done, total);
    },
  };
}
