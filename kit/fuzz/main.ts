import { parseArgs } from 'node:util';
import { loadCatalogue } from '../catalogue/load.js';
import { fuzz } from './fuzz.js';
import { fuzzTargets } from './targets.js';

/** `npm run fuzz -- --cases N --seed S`: a million cases without more words. */
const options = { cases: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } } as const;
const { values } = parseArgs({ options });
for (const target of fuzzTargets(await loadCatalogue())) {
  const began = performance.now();
  const tried = fuzz(target, Math.ceil((Number(values.cases) * target.share) / 100), Number(values.seed));
  process.stdout.write(`${target.name}: ${tried} cases in ${((performance.now() - began) / 1000).toFixed(1)} s, nothing went wrong\n`);
}
