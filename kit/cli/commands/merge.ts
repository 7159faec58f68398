import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exitStatus } from '../../../reports/document/exit-status.js';
import { applyWaivers } from '../../../reports/document/waivers.js';
import { renderText } from '../../../reports/formats/text.js';
import { mergeShards, notUnchanged, notWhole, type ShardReport } from '../../../reports/merge.js';
import { publish } from '../../../reports/publish.js';
import { MESSAGES } from '../../../reports/report-folder.js';
import { loadCatalogue } from '../../catalogue/load.js';
import { KitError } from '../../errors.js';
import { loadReport } from '../../report-file/load.js';
import { loadWaivers } from '../../waivers/load.js';
import { prepareReportFolder, tellReportFolder } from '../report-folder.js';
import type { ExitStatus, Surroundings } from '../surroundings.js';

export type MergeOptions = {
  readonly out: string;
  readonly waivers?: string;
  readonly allowPartial?: boolean;
  readonly quiet?: boolean;
};

/** Joins the reports of all shards of a run into the one of the run, and ends as that would have ended. */
export async function merge(paths: readonly string[], options: MergeOptions, { cwd, output }: Surroundings): Promise<ExitStatus> {
  const catalogue = await loadCatalogue();
  const folder = resolve(cwd, options.out);
  requireNoMessages(folder);
  requireNoShard(folder, paths, cwd);
  const waivers = options.waivers === undefined ? null : loadWaivers(resolve(cwd, options.waivers), catalogue);
  const merged = mergeShards(
    paths.map((path) => loadShard(path, cwd)),
    catalogue,
    options.waivers,
  );
  const report = waivers === null ? merged : applyWaivers(merged, waivers);
  await publish(report, prepareReportFolder(folder));
  if (!options.quiet) output.write(`${renderText(report)}${tellReportFolder(options.out)}`);
  return exitStatus(report, { allowPartial: options.allowPartial ?? false });
}

function loadShard(path: string, cwd: string): ShardReport {
  const read = loadReport(resolve(cwd, path));
  if (read.kind === 'cut-short') throw notWhole(path, `a report that ends before its footer, at ${read.where}`);
  const change = read.findChange();
  if (change !== null) throw notUnchanged(path, `${change.what}, at ${change.where}`);
  return { name: path, report: read.report };
}

/** A merged report has no message stream; that of a run would go when the merged report takes its place. */
function requireNoMessages(folder: string): void {
  const messages = join(folder, MESSAGES);
  if (!existsSync(messages)) return;
  throw new KitError('usage/in-the-way', {
    summary: `the messages of another run are in ${folder}`,
    expected: 'a folder of its own for the merged report',
    received: messages,
    attempt: '--out with another folder',
  });
}

/** A shard would be gone when the merged report takes its place. */
function requireNoShard(folder: string, paths: readonly string[], cwd: string): void {
  const taken = [folder, join(folder, 'report.json')].flatMap(realPath);
  const shard = paths.find((path) => realPath(resolve(cwd, path)).some((place) => taken.includes(place)));
  if (shard === undefined) return;
  throw new KitError('usage/in-the-way', {
    summary: `the report of a shard is in ${folder}`,
    expected: 'a folder of its own for the merged report',
    received: shard,
    attempt: '--out with another folder',
  });
}

/** Without links on the way; none where nothing is. */
function realPath(path: string): readonly string[] {
  return existsSync(path) ? [realpathSync(path)] : [];
}
