import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScenarioReport } from '../../reports/document/report.js';
import { loadCatalogue } from '../catalogue/load.js';
import { BROKEN_KERNELS, type BrokenKernel } from '../linux/build/broken-kernels.js';
import { buildBroken } from '../linux/build/build.js';
import { GUEST_PROFILES } from '../linux/subject/guest-devices.js';
import { USUAL_MODEL } from '../model/model.js';
import { shippedModel } from '../model/shipped.js';
import { judge } from '../run/judge.js';
import { subjectFacts } from '../run/subject-facts.js';
import type { DeviceProfile } from '../subject/device-setups.js';
import { isFinding } from './findings.js';

/** `npm run linux:broken`: each broken kernel fails exactly its rule. Words name some of them. */
const wanted = process.argv.slice(2);
const chosen = BROKEN_KERNELS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
let passed = 0;
for (const broken of chosen) {
  const failed = await failures(broken);
  const isRight = failed.join() === broken.rule;
  passed += isRight ? 1 : 0;
  process.stdout.write(
    `${isRight ? 'ok' : 'WRONG'}  ${broken.name} fails ${failed.join(', ') || 'nothing'}${isRight ? '' : `, not ${broken.rule}`}\n`,
  );
}
process.stdout.write(`${passed} passed, ${chosen.length - passed} failed\n`);
process.exitCode = chosen.length > 0 && passed === chosen.length ? 0 : 1;

/** The rules that the kernel does not keep, beside what no Linux keeps. */
async function failures(broken: BrokenKernel): Promise<readonly string[]> {
  const { kernel, agent, version } = await buildBroken(broken);
  const devices = devicesOf(broken);
  const subject = { kind: 'linux', kernel, agent, version, devices } as const;
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-broken-'));
  try {
    const { rules } = await judge(
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
    return rules
      .filter(({ verdict }) => ['failed', 'warned', 'broken'].includes(verdict))
      .filter(({ id, scenarios }) => scenarios.some((scenario) => scenario.verdict !== 'passed' && !isKnown(id, scenario)))
      .map(({ id }) => id);
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
