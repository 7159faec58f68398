import { benchAdapter } from './adapter.js';
import { benchCore } from './core.js';
import { benchLargeRuns } from './large-runs.js';
import { benchLinux } from './linux.js';
import { benchRuns } from './whole-run.js';

/** `npm run bench`: one JSON object a line. */
for (const line of [
  ...(await benchCore()),
  ...(await benchAdapter()),
  ...(await benchRuns()),
  ...(await benchLargeRuns()),
  ...benchLinux(),
])
  process.stdout.write(`${JSON.stringify(line)}\n`);
