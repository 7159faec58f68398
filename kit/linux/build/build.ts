import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { KitError } from '../../errors.js';
import { BROKEN_KERNELS, type BrokenKernel, breakText } from './broken-kernels.js';
import { ALL_FOLDERS, cacheFolder, keepImage, type LinuxImage, lastImage, TESTBED, testbedDigest } from './cache.js';
import { runCommand } from './commands.js';
import { fetchDebianSource } from './debian-source.js';
import { requireTools } from './tools.js';

export type BuildOptions = {
  /** A kernel tree or a tarball of one; Debian's newest without it. */
  readonly source?: string;
  /** Which of Debian's sources, such as 6.18. */
  readonly debian?: string;
  readonly tell: (what: string) => void;
};

/** The same sources give the same kernel, whoever builds it. */
const REPRODUCIBLE = { KBUILD_BUILD_TIMESTAMP: '2026-01-01', KBUILD_BUILD_USER: 'kit', KBUILD_BUILD_HOST: 'kit', LC_ALL: 'C' };
const FRAGMENT = join(TESTBED, 'kernel', 'uml.config');
const AGENT_FLAGS = ['-std=gnu11', '-O2', '-Wall', '-Wextra', '-static', '-pthread'];

/**
 * Builds the guest's kernel and its agent, as far as they are not in the cache.
 * @throws KitError machine/missing-tools, machine/build-failed, input/bad-kernel-source
 */
export async function buildLinux({ source, debian, tell }: BuildOptions): Promise<LinuxImage> {
  requireTools(source === undefined ? 'build and fetch' : 'build');
  const tree = source === undefined ? await debianTree(debian ?? null, tell) : await treeOf(resolve(source), tell);
  const version = (await runCommand('make', ['-s', '-C', tree.folder, 'ARCH=um', 'kernelversion'])).trim();
  const kernel = await buildKernel(tree.folder, version, tell);
  const agent = await buildAgent(tell);
  const image = { kernel, agent, version, source: tree.from, testbed: testbedDigest(...ALL_FOLDERS) };
  keepImage(image);
  return image;
}

type Tree = { readonly folder: string; readonly from: string };

async function debianTree(version: string | null, tell: BuildOptions['tell']): Promise<Tree> {
  const { file } = await fetchDebianSource(version, tell);
  const from = basename(file, '.deb');
  const folder = cacheFolder('source', from);
  if (!existsSync(folder)) {
    tell(`unpacking ${from}`);
    await unpack(folder, [
      'sh',
      '-c',
      `dpkg-deb --fsys-tarfile "$0" | tar -xO --wildcards './usr/src/linux-source-*.tar.xz' | tar -xJ --strip-components=1`,
      file,
    ]);
  }
  return { folder, from };
}

/** A tree of somebody else's is copied as far as it is needed to build it, and never written to. */
async function treeOf(path: string, tell: BuildOptions['tell']): Promise<Tree> {
  if (!existsSync(path)) throw badSource(path, 'nothing');
  const folder = cacheFolder('source', `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`);
  tell(`copying ${path}`);
  rmSync(folder, { recursive: true, force: true });
  if (statSync(path).isDirectory()) await unpack(folder, ['cp', '-a', '--reflink=auto', `${path}/.`, '.']);
  else await unpack(folder, ['tar', '-xf', path, '--strip-components=1']);
  if (!existsSync(join(folder, 'drivers/fwctl/main.c'))) throw badSource(path, 'a tree without drivers/fwctl/main.c');
  return { folder, from: path };
}

/**
 * Builds the last image's kernel once more, with one edit in its source.
 * @throws KitError machine/no-linux, machine/build-failed
 */
export async function buildBroken(broken: BrokenKernel, tell: BuildOptions['tell']): Promise<LinuxImage> {
  const image = lastImage();
  const kernel = `${image.kernel}-${broken.name}`;
  const tree = cacheFolder('source', basename(image.kernel).replace(/-[0-9a-f]{16}$/, ''));
  mend(tree);
  const path = join(tree, broken.file);
  const text = breakText(readFileSync(path, 'utf8'), broken);
  tell(`breaking ${broken.file}: ${broken.name}`);
  renameSync(path, `${path}${RIGHT}`);
  writeFileSync(path, text);
  try {
    await compile(tree, kernel);
  } finally {
    mend(tree);
  }
  return { ...image, kernel };
}

/** Where the right text of a file lies while it is broken. */
const RIGHT = '.right';

/** Undoes whatever an edit has left, also one that was killed in the middle. Files get a new time, so that they are built again. */
function mend(tree: string): void {
  for (const file of new Set(BROKEN_KERNELS.map((broken) => join(tree, broken.file)))) {
    if (!existsSync(`${file}${RIGHT}`)) continue;
    writeFileSync(file, readFileSync(`${file}${RIGHT}`));
    rmSync(`${file}${RIGHT}`);
  }
}

/** Under another name until it is whole. */
async function unpack(folder: string, [program = '', ...words]: readonly string[]): Promise<void> {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  await runCommand(program, words, { cwd: partial });
  renameSync(partial, folder);
}

async function buildKernel(tree: string, version: string, tell: BuildOptions['tell']): Promise<string> {
  const key = `${basename(tree)}-${testbedDigest('kernel', 'link')}`;
  const kernel = cacheFolder('kernels', key);
  if (existsSync(kernel)) return kernel;
  mend(tree);
  graft(tree);
  const build = buildFolder(tree);
  mkdirSync(build, { recursive: true });
  if (!existsSync(join(build, '.config'))) {
    tell(`configuring Linux ${version}`);
    await make(tree, 'allnoconfig');
    requireConfig(join(build, '.config'));
  }
  tell(`building Linux ${version}, which takes some minutes the first time`);
  await compile(tree, kernel);
  return kernel;
}

function buildFolder(tree: string): string {
  return cacheFolder('build', `${basename(tree)}-${testbedDigest('kernel')}`);
}

function make(tree: string, ...words: readonly string[]): Promise<string> {
  const env = { ...REPRODUCIBLE, KCONFIG_ALLCONFIG: FRAGMENT };
  return runCommand('make', ['-s', '-C', tree, 'ARCH=um', `O=${buildFolder(tree)}`, ...words], { env });
}

async function compile(tree: string, kernel: string): Promise<void> {
  await make(tree, `-j${availableParallelism()}`, 'linux');
  mkdirSync(cacheFolder('kernels'), { recursive: true });
  await runCommand('strip', ['-s', '-o', `${kernel}.partial`, join(buildFolder(tree), 'linux')]);
  renameSync(`${kernel}.partial`, kernel);
}

const GRAFTS = { Makefile: 'obj-$(CONFIG_FWCTL_KIT) += kit/\n', Kconfig: 'source "drivers/fwctl/kit/Kconfig"\n' } as const;

/** Puts the link beside the drivers of fwctl, where the kernel's own build finds it. */
function graft(tree: string): void {
  const fwctl = join(tree, 'drivers/fwctl');
  cpSync(join(TESTBED, 'link'), join(fwctl, 'kit'), { recursive: true, preserveTimestamps: true });
  for (const [file, line] of Object.entries(GRAFTS)) {
    const path = join(fwctl, file);
    if (!readFileSync(path, 'utf8').includes(line)) appendFileSync(path, line);
  }
}

/** Kconfig leaves out in silence what it cannot have. */
function requireConfig(file: string): void {
  const config = new Set(readFileSync(file, 'utf8').split('\n'));
  const wanted = readFileSync(FRAGMENT, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('CONFIG_'));
  const missing = wanted.filter((line) => !config.has(line));
  if (wanted.length > 0 && missing.length === 0) return;
  rmSync(file);
  throw new KitError('machine/build-failed', {
    summary: 'this kernel cannot be configured as the guest needs it',
    expected: missing.join(', '),
    received: 'a configuration without them',
    attempt: 'a source of Linux 6.18 or later',
  });
}

async function buildAgent(tell: BuildOptions['tell']): Promise<string> {
  const agent = cacheFolder('agents', testbedDigest('agent'));
  if (existsSync(agent)) return agent;
  tell('building the agent');
  mkdirSync(cacheFolder('agents'), { recursive: true });
  await runCommand('sh', ['-c', `cc ${AGENT_FLAGS.join(' ')} *.c -o "$0"`, `${agent}.partial`], { cwd: join(TESTBED, 'agent') });
  renameSync(`${agent}.partial`, agent);
  return agent;
}

function badSource(path: string, received: string): KitError {
  return new KitError('input/bad-kernel-source', {
    summary: `that is no kernel source with fwctl: ${path}`,
    expected: 'a tree of Linux 6.15 or later, or a tarball of one',
    received,
    attempt: 'linux build without --source, which fetches one',
  });
}
