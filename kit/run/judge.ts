import type { Envelope } from '@cucumber/messages';
import { Judgement } from '../../reports/document/judgement.js';
import type { Report } from '../../reports/document/report.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { EVIDENCE_MEDIA_TYPE } from '../evidence.js';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { type RunFeatures, requireOneCucumber, runFeatures } from './cucumber.js';
import { type FeatureSet, SHIPPED_FEATURES } from './feature-set.js';
import { MessageFile } from './message-file.js';
import { runToItsEnd } from './run-to-its-end.js';

export type JudgeRequest = {
  readonly subject: SubjectSpec;
  /** What the report says of the subject. */
  readonly facts: Report['subject'];
  readonly catalogue: Catalogue;
  readonly seed: number;
  readonly selection: Report['selection'];
  /** The command that repeats this run. */
  readonly reproduce: string;
  /** Whether the report shows what each scenario asked of the subject; true when absent. */
  readonly recordCalls?: boolean;
  /** The shipped ones when absent. */
  readonly features?: FeatureSet;
  /** How the features are run; once, by cucumber, when absent. */
  readonly runFeatures?: RunFeatures;
  /** Milliseconds that a step may keep the thread to itself; 10000 when absent. */
  readonly longestBlock?: number;
};

export type JudgeSinks = {
  /** Where the message stream goes as NDJSON; nowhere when absent. */
  readonly messages?: string;
  readonly signal?: AbortSignal;
  /** How many of the chosen scenarios are through. */
  readonly onProgress?: (done: number, total: number) => void;
  /** The report of a run in whose middle the process ends; nothing can be waited for in it. */
  readonly onCutShort?: (report: Report) => void;
};

/** Judges the subject by the chosen rules, in this process. Whatever happens to the run, the report says so. */
export async function judge(request: JudgeRequest, { messages, signal, onProgress, onCutShort }: JudgeSinks = {}): Promise<Report> {
  const features = request.features ?? SHIPPED_FEATURES;
  requireOneCucumber(features);
  const judgement = new Judgement({
    catalogue: request.catalogue,
    subject: request.facts,
    seed: request.seed,
    selection: request.selection,
    reproduce: request.reproduce,
  });
  const file = messages === undefined ? null : new MessageFile(messages);
  const count = countScenarios(onProgress);
  const end = await runToItsEnd(
    {
      features,
      tagExpression: request.selection.rules.map((rule) => `@${rule}`).join(' or '),
      shard: request.selection.shard,
      worldParameters: { subject: request.subject, seed: request.seed, recordCalls: request.recordCalls ?? true },
    },
    {
      runFeatures: request.runFeatures ?? runFeatures,
      accept: (message) => {
        judgement.accept(message);
        file?.write(message);
        count(message);
        forgetEvidence(message);
      },
      ...(signal && { signal }),
      longestBlock: request.longestBlock ?? 10_000,
      onProcessEnd: (cutShort) => {
        file?.abandon();
        onCutShort?.(judgement.conclude(cutShort));
      },
    },
  );
  if (end.endedBy === 'finished') file?.finish();
  else file?.abandon();
  return judgement.conclude(end);
}

/** Cucumber keeps every message until the run ends, and evidence is by far the largest part of them. */
function forgetEvidence({ attachment }: Envelope): void {
  if (attachment?.mediaType === EVIDENCE_MEDIA_TYPE) attachment.body = '';
}

function countScenarios(onProgress: JudgeSinks['onProgress']): (message: Envelope) => void {
  let total = 0;
  let done = 0;
  return ({ testCase, testCaseFinished }) => {
    if (testCase) total += 1;
    if (!testCaseFinished) return;
    done += 1;
    onProgress?.(done, total);
  };
}
