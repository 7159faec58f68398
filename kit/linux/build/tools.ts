import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { KitError } from '../../errors.js';

/** What building the guest needs, and the package of Debian that has it. */
const TOOLS = { cc: 'gcc', make: 'make', flex: 'flex', bison: 'bison', bc: 'bc', xz: 'xz-utils', tar: 'tar' } as const;
/** What fetching a source from Debian needs beside it. */
const FETCHING_TOOLS = { 'apt-get': 'apt', 'dpkg-deb': 'dpkg' } as const;

const AGENT_TOOLS = { cc: 'gcc' } as const;

export type Need = 'agent' | 'build' | 'build and fetch';

const NEEDED: Readonly<Record<Need, Readonly<Record<string, string>>>> = {
  agent: AGENT_TOOLS,
  build: TOOLS,
  'build and fetch': { ...TOOLS, ...FETCHING_TOOLS },
};

/** The tools that are missing, with the packages that have them. */
export function missingTools(need: Need): readonly { readonly tool: string; readonly inPackage: string }[] {
  return Object.entries(NEEDED[need]).flatMap(([tool, inPackage]) => (isThere(tool) ? [] : [{ tool, inPackage }]));
}

/** @throws KitError machine/missing-tools, with the command that installs them */
export function requireTools(need: Need): void {
  if (need !== 'agent' && process.arch !== 'x64') {
    throw new KitError('machine/missing-tools', {
      summary: 'this machine cannot run a guest',
      expected: 'x86-64, which User Mode Linux needs',
      received: process.arch,
      attempt: 'another machine, or run --node on this one',
    });
  }
  const missing = missingTools(need);
  if (missing.length === 0) return;
  throw new KitError('machine/missing-tools', {
    summary: `the ${need === 'agent' ? 'agent' : 'guest'} cannot be built yet`,
    expected: `${missing.map(({ tool }) => tool).join(', ')} on the path`,
    received: 'none of that name',
    attempt: `apt-get install ${[...new Set(missing.map(({ inPackage }) => inPackage))].join(' ')}`,
  });
}

function isThere(tool: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, tool)));
}
