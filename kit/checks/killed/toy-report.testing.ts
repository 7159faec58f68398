import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Judgement } from '../../../reports/document/judgement.js';
import { factsOf, HELD, ruleOf, streamOf, UNMET } from '../../../reports/document/message-stream.testing.js';
import type { Report } from '../../../reports/document/report.js';
import { publish, REPORT_FILES } from '../../../reports/publish.js';
import { MESSAGES, unfinishedReport } from '../../../reports/report-folder.js';
import { prepareReportFolder } from '../../cli/report-folder.js';
import { EvidenceSpool } from '../../run/evidence-spool.js';
import { MessageFile } from '../../run/message-file.js';

export const WHOLE_REPORT: readonly string[] = [MESSAGES, ...REPORT_FILES];

/** Writes what a run writes, in the same order, of a rule that holds or does not, begun at that second. */
export async function writeToyReport(folder: string, second: number, holds: boolean): Promise<Report> {
  const begun = prepareReportFolder(folder);
  const evidence = new EvidenceSpool(unfinishedReport(folder));
  const judgement = new Judgement(factsOf([ruleOf('rpc-a')]), { clock: () => new Date(second * 1000), keepEvidence: evidence.keep });
  const file = new MessageFile(join(unfinishedReport(folder), MESSAGES));
  file.write({ testRunStarted: { timestamp: { seconds: second, nanos: 0 } } });
  const step = holds ? ({ status: 'PASSED' } as const) : ({ status: 'FAILED', type: 'AssertionError', message: 'otherwise' } as const);
  for (const message of streamOf([{ rule: 'rpc-a', steps: [step], evidence: { expectations: [holds ? HELD : UNMET] } }]))
    judgement.accept(message);
  file.write({ testRunFinished: { success: true, timestamp: { seconds: second, nanos: 0 } } });
  file.finish();
  const report = judgement.conclude({ endedBy: 'finished', problems: [] });
  await publish(report, begun);
  evidence.close();
  return report;
}

export function readAll(folder: string): ReadonlyMap<string, string> {
  return new Map(WHOLE_REPORT.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
