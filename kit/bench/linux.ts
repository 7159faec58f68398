import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../catalogue/load.js';
import { KitError } from '../errors.js';
import { lastImage } from '../linux/build/cache.js';
import { type Figure, figure, inTurn, processTime } from './measure.js';

const ROOT = fileURLToPath(PACKAGE_ROOT);
const MAIN = join(ROOT, 'dist/kit/cli/main.js');

/** Real Linux against the reference; nothing where no guest has been built, and standard error says so. */
export function benchLinux(): readonly Figure[] {
  try {
    lastImage();
  } catch (error) {
    if (!(error instanceof KitError)) throw error;
    process.stderr.write(`no figure for Linux: ${error.explanation.summary}; ${error.explanation.attempt}\n`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-bench-'));
  const run = (...options: readonly string[]) =>
    processTime([MAIN, 'run', '--quiet', '--allow-partial', '--out', folder, ...options], ROOT);
  try {
    const times = inTurn(
      1,
      () => run('--linux'),
      () => run(),
    );
    return [figure('judging Linux, boots included, against the reference', 'ms', ...times)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
