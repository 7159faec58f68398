import { benchAdapter } from './adapter.js';
import { benchCore } from './core.js';
import { benchLargeRuns } from './large-runs.js';
import { benchLinux } from './linux.js';
import { benchRuns } from './whole-run.js';

/** `npm run bench`: one JSON object a line, those of a part as soon as it has been measured. */
for (const bench of [benchCore, benchAdapter, benchRuns, benchLargeRuns, benchLinux])
  for (const line of await bench()) process.stdout.write(`${JSON.stringify(line)}\n`);
