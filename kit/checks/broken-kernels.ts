import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScenarioReport, WrittenReport } from '../../reports/document/report.js';
import { writeJson } from '../../reports/formats/json.js';
import { loadCatalogue } from '../catalogue/load.js';
import { BROKEN_KERNELS, type BrokenKernel } from '../linux/build/broken-kernels.js';
import { buildBroken } from '../linux/build/build.js';
import { lastImage } from '../linux/build/cache.js';
import { GUEST_PROFILES } from '../linux/subject/guest-devices.js';
import { USUAL_MODEL } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import { judge } from '../run/judge.js';
import { subjectFacts } from '../run/subject-facts.js';
import type { DeviceProfile } from '../subject/device-setups.js';
import { isFinding } from './findings.js';
import { type Shown, tryProgram } from './program-in-guest.js';

/**
 * `npm run linux:broken`: each broken kernel fails exactly its rule, and where there is a program that shows it on a node, that
 * fails on the broken kernel and holds on the one that is not. Words name some of them.
 */
const wanted = process.argv.slice(2);
/** How many have to be shown by a program when all kernels are tried. */
const fewestShown = wanted.length === 0 ? 5 : 0;
const chosen = BROKEN_KERNELS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
let passed = 0;
let shown = 0;
for (const broken of chosen) {
  const { failed, program } = await judgeBroken(broken);
  const isRight = failed.join() === broken.rule && program.isRight;
  passed += isRight ? 1 : 0;
  shown += program.isShown ? 1 : 0;
  process.stdout.write(
    `${isRight ? 'ok' : 'WRONG'}  ${broken.name} fails ${failed.join(', ') || 'nothing'}${failed.join() === broken.rule ? '' : `, not ${broken.rule}`}; ${program.told}\n`,
  );
}
process.stdout.write(`${shown} of them are shown by a program\n${passed} passed, ${chosen.length - passed} failed\n`);
process.exitCode = chosen.length > 0 && passed === chosen.length && shown >= fewestShown ? 0 : 1;

type Judged = { readonly failed: readonly string[]; readonly program: Shown };

/** The rules that the kernel does not keep, beside what no Linux keeps, and what became of the program for its rule. */
async function judgeBroken(broken: BrokenKernel): Promise<Judged> {
  const { kernel, agent, version } = await buildBroken(broken);
  const devices = devicesOf(broken);
  const subject = { kind: 'linux', kernel, agent, version, devices } as const;
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-broken-'));
  try {
    const report = await judge(
      {
        subject,
        facts: await subjectFacts(subject),
        catalogue: await loadCatalogue(),
        model: shippedModel(USUAL_MODEL),
        seed: 1,
        selection: { rules: [], devices, shard: null, leftOut: [] },
        reproduce: '',
      },
      { messages: join(folder, 'messages.ndjson'), onProgress: () => {}, onCutShort: () => {} },
    );
    const failed = report.rules
      .filter(({ verdict }) => ['failed', 'warned', 'broken'].includes(verdict))
      .filter(({ id, scenarios }) => scenarios.some((scenario) => scenario.verdict !== 'passed' && !isKnown(id, scenario)))
      .map(({ id }) => id);
    const written: WrittenReport = JSON.parse([...writeJson(report)].join(''));
    return { failed, program: await tryProgram(written, broken.rule, [subject, lastImage()], join(folder, 'program')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(kernel, { force: true });
  }
}

function isKnown(rule: string, { verdict, reason = '' }: ScenarioReport): boolean {
  return isFinding({ rule, other: verdict, reason });
}

/** The core is judged with the plain device; a driver with that and its own. */
function devicesOf({ rule }: BrokenKernel): readonly DeviceProfile[] {
  const [family] = rule.split('-');
  return ['plain', ...GUEST_PROFILES.filter((profile) => profile === family)];
}
