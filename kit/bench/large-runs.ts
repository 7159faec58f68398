import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '../catalogue/load.js';
import { installLargeSuite, type LargeSuite } from './large-suite.js';
import { type Figure, figure, median, peakMemory, processTime, timeTogether } from './measure.js';

const TURNS = 2;

/** What becomes of a run, of its shards and of what is done with its report when there are very many scenarios. */
export async function benchLargeRuns(): Promise<readonly Figure[]> {
  const base = mkdtempSync(join(tmpdir(), 'fwctl-large-'));
  try {
    const catalogue = await loadCatalogue();
    const large = installLargeSuite(join(base, 'large'), 20_000, catalogue);
    const small = installLargeSuite(join(base, 'small'), 2_000, catalogue);
    const times: { readonly ours: number; readonly floor: number }[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const ours = (await timeTogether([shard(large, 1), shard(large, 2)], large.folder)) + processTime(merge(large), large.folder);
      times.push({ ours, floor: processTime(whole(large), large.folder) });
    }
    requireSame(large);
    for (const words of [whole(small), shard(small, 1), shard(small, 2)]) processTime(words, small.folder);
    const memory = (what: string, words: (suite: LargeSuite) => readonly string[]) =>
      figure(
        `peak memory of ${what}, of ${large.scenarios} scenarios against ${small.scenarios}`,
        'MiB',
        peakMemory(words(large), large.folder),
        peakMemory(words(small), small.folder),
      );
    return [
      figure(
        `${large.scenarios} scenarios in two processes at once and merge, against one process`,
        'ms',
        median(times.map(({ ours }) => ours)),
        median(times.map(({ floor }) => floor)),
      ),
      figure(
        `peak memory of run, of ${large.scenarios} scenarios against a tenth of the same`,
        'MiB',
        peakMemory(whole(large), large.folder),
        peakMemory(shard(large, 1, 10), large.folder),
      ),
      memory('run', whole),
      memory('merge', merge),
      memory('verify', (suite) => [suite.main, 'verify', '--quiet', 'whole']),
      memory('diff', (suite) => [suite.main, 'diff', 'whole', 'merged']),
      memory('render --format html', (suite) => [suite.main, 'render', 'whole', '--format', 'html', '--out', 'page.html']),
    ];
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function whole({ main }: LargeSuite): readonly string[] {
  return [main, 'run', '--quiet', '--out', 'whole'];
}

function shard({ main }: LargeSuite, part: number, parts = 2): readonly string[] {
  return [main, 'run', '--quiet', '--allow-partial', '--shard', `${part}/${parts}`, '--out', `shard-${part}-of-${parts}`];
}

function merge({ main }: LargeSuite): readonly string[] {
  return [main, 'merge', '--quiet', 'shard-1-of-2', 'shard-2-of-2', '--out', 'merged'];
}

/** What is not the same would not have to be as fast. The digest is of everything but the time. */
function requireSame({ folder }: LargeSuite): void {
  const [one, other] = ['whole', 'merged'].map((out) => digestIn(join(folder, out, 'report.json')));
  if (one !== other) throw new Error(`one process wrote a report of digest ${one}, and two wrote one of ${other}`);
}

function digestIn(file: string): string {
  const descriptor = openSync(file, 'r');
  const end = Buffer.alloc(200);
  readSync(descriptor, end, 0, end.length, fstatSync(descriptor).size - end.length);
  closeSync(descriptor);
  const [, digest] = /"sha256": "([0-9a-f]{64})"/.exec(end.toString()) ?? [];
  if (digest === undefined) throw new Error(`${file} does not end with a digest`);
  return digest;
}
