import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { loadCatalogue } from '../../catalogue/load.js';
import { KitError, messageOf } from '../../errors.js';
import { lastImage } from '../../linux/build/cache.js';
import { missingTools } from '../../linux/build/tools.js';
import { SHIPPED_FEATURES } from '../../run/feature-set.js';
import { cucumberSeenFrom, requireOneCucumber } from '../../run/one-cucumber.js';
import { subjectFacts } from '../../run/subject-facts.js';
import { DEVICE_PROFILES } from '../../subject/device-setups.js';
import { FAILING_KINDS, findVariants } from '../../subjects/variants.js';

export type Finding = { readonly ok: boolean; readonly what: string; readonly found: string; readonly attempt?: string };

type Manifest = { readonly engines: { readonly node: string }; readonly dependencies: { readonly [name: string]: string } };
type Check = { readonly what: string; readonly attempt: string; readonly look: (cwd: string) => Promise<string> | string };

/** What every way of running needs. Each looks at one thing and throws when it is not as it must be. */
const NEEDS: readonly Check[] = [
  { what: 'Node.js', attempt: 'install a newer Node.js', look: nodeVersion },
  { what: 'packages', attempt: 'npm ci in the folder of the kit', look: packages },
  { what: 'cucumber', attempt: 'npm ls @cucumber/cucumber, and remove all copies but one', look: cucumber },
  { what: 'rules', attempt: 'npm run build in the folder of the kit', look: rules },
  { what: 'reports', attempt: 'run --out with a folder that can be written', look: reports },
];

/** The ways of running that this version of the kit has. */
const WAYS: readonly Check[] = [
  { what: 'run', attempt: 'npm run build in the folder of the kit', look: referenceDevices },
  { what: 'run --broken', attempt: 'npm run build in the folder of the kit', look: brokenSubjects },
  { what: 'linux build', attempt: 'apt-get install gcc make flex bison bc xz-utils', look: linuxTools },
  { what: 'run --linux', attempt: 'linux build', look: linuxGuest },
  { what: 'run --node', attempt: 'docs/nodes.md: what a node needs, and a machine in a lab', look: deviceNodes },
  { what: 'agent', attempt: 'apt-get install gcc', look: agentTools },
];

export async function examine(cwd: string): Promise<{ readonly needs: readonly Finding[]; readonly ways: readonly Finding[] }> {
  return { needs: await lookAt(NEEDS, cwd), ways: await lookAt(WAYS, cwd) };
}

async function lookAt(checks: readonly Check[], cwd: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { what, attempt, look } of checks) {
    try {
      findings.push({ ok: true, what, found: await look(cwd) });
    } catch (thrown) {
      findings.push({ ok: false, what, found: messageOf(thrown), attempt });
    }
  }
  return findings;
}

function manifest(): Manifest {
  return JSON.parse(readFileSync(join(SHIPPED_FEATURES.root, 'package.json'), 'utf8'));
}

function nodeVersion(): string {
  const wanted = manifest().engines.node;
  const [major = 0, minor = 0] = wanted.replace('>=', '').split('.').map(Number);
  const [ourMajor = 0, ourMinor = 0] = process.versions.node.split('.').map(Number);
  if (ourMajor < major || (ourMajor === major && ourMinor < minor)) throw new Error(`${process.versions.node}, but ${wanted} is needed`);
  return `${process.versions.node} (${wanted} is needed)`;
}

function packages(): string {
  const names = Object.keys(manifest().dependencies);
  const require = createRequire(import.meta.url);
  const missing = names.filter(
    (name) => !(require.resolve.paths(name) ?? []).some((folder) => existsSync(join(folder, name, 'package.json'))),
  );
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
  return `all ${names.length} are installed`;
}

function cucumber(): string {
  requireOneCucumber(SHIPPED_FEATURES);
  const file = cucumberSeenFrom(import.meta.url) ?? '';
  const { version }: { readonly version: string } = createRequire(import.meta.url)('@cucumber/cucumber/package.json');
  return `${version}, one copy, ${file}`;
}

async function rules(): Promise<string> {
  const catalogue = await loadCatalogue();
  if (catalogue.rules.length === 0) throw new Error('the catalogue has no rules');
  return `${catalogue.rules.length} in ${catalogue.name}, digest ${catalogue.digest.slice(0, 12)}`;
}

function reports(cwd: string): string {
  const folder = resolve(cwd, 'reports/latest');
  let standing = folder;
  while (!existsSync(standing)) standing = dirname(standing);
  if (!statSync(standing).isDirectory()) throw new Error(`${standing} is not a folder`);
  accessSync(standing, constants.W_OK | constants.X_OK);
  return `can be written to ${folder}`;
}

async function referenceDevices(): Promise<string> {
  const { name, version } = await subjectFacts({ kind: 'reference' });
  return `the ${name} devices ${version}: ${DEVICE_PROFILES.join(', ')}`;
}

function brokenSubjects(): string {
  const { length } = FAILING_KINDS.flatMap(findVariants);
  if (length === 0) throw new Error('there is no broken subject');
  return `${length} broken subjects`;
}

function linuxTools(): string {
  const missing = missingTools('build and fetch');
  if (missing.length > 0) throw new Error(`missing: ${missing.map(({ tool }) => tool).join(', ')}`);
  return 'everything that a guest is built with';
}

function linuxGuest(): string {
  try {
    const { version, source } = lastImage();
    return `Linux ${version} from ${source}`;
  } catch (error) {
    throw error instanceof KitError ? new Error(error.explanation.received) : error;
  }
}

const NODES = '/dev/fwctl';

function deviceNodes(): string {
  if (!existsSync(NODES)) throw new Error(`no ${NODES} on this machine: no device of a driver with fwctl`);
  const nodes = readdirSync(NODES).map((name) => join(NODES, name));
  if (nodes.length === 0) throw new Error(`nothing in ${NODES}`);
  for (const node of nodes) accessSync(node, constants.R_OK | constants.W_OK);
  return nodes.join(', ');
}

function agentTools(): string {
  const missing = missingTools('agent');
  if (missing.length > 0) throw new Error(`missing: ${missing.map(({ tool }) => tool).join(', ')}`);
  return 'a C compiler, which run --node needs on this machine, too';
}
