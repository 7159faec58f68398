import { parseArgs } from 'node:util';
import { killRuns } from './runs.js';
import { tellKills } from './tell.js';

/** `npm run kills -- --kills N --seed S`: 200 kills without more words; ends with 1 when a report was lost, torn or mixed. */
const options = { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } as const;
const { values } = parseArgs({ options });
const result = await killRuns(Number(values.kills), Number(values.seed), (so, done) => {
  if (done % 10 === 0) process.stderr.write(`after ${done} kills: ${tellKills(so)}\n`);
});
process.stdout.write(`${tellKills(result)}\n`);
process.exitCode = result.problems.length === 0 ? 0 : 1;
