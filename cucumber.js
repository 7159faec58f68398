import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the kit reads from its build, plain cucumber reads as it stands; MODEL=cxl for a broken subject that is judged by that model. */
const model = parse(readFileSync(new URL(`devices/${process.env.MODEL ?? 'nvme'}/fwctl-model.yaml`, import.meta.url), 'utf8'));

/** One profile for each kind of subject. TypeScript is loaded as it stands; nothing has to be built first. */
const common = {
  loader: ['ts-node/esm/transpile-only'],
  import: ['kit/run/source-maps.ts', 'steps/**/!(*.test).ts'],
  strict: true,
};

/** `npx cucumber-js`: the reference devices. */
export default { ...common, worldParameters: { subject: { kind: 'reference' }, seed: 1, model } };

/** `BROKEN=name npx cucumber-js -p broken`: one shipped broken subject. */
export const broken = { ...common, worldParameters: { subject: { kind: 'broken', name: process.env.BROKEN ?? '' }, seed: 1, model } };

/** `ODD=name npx cucumber-js -p odd`: a conformant subject that looks odd. */
export const odd = { ...common, worldParameters: { subject: { kind: 'odd', name: process.env.ODD ?? '' }, seed: 1, model } };
