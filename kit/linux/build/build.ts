import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { KitError } from '../../errors.js';
import type { BrokenKernel } from './broken-kernels.js';
import { buildAgent } from './build-agent.js';
import { ALL_FOLDERS, cacheFolder, keepImage, type LinuxImage, lastImage, testbedDigest } from './cache.js';
import { runCommand } from './commands.js';
import { fetchDebianSource } from './debian-source.js';
import { type Flavour, KernelBuild } from './kernel-build.js';
import { requireTools } from './tools.js';

export type BuildOptions = {
  /** A kernel tree or a tarball of one; Debian's newest without it. */
  readonly source?: string;
  /** Which of Debian's sources, such as 6.18. */
  readonly debian?: string;
  readonly flavour?: Flavour;
  readonly tell: (what: string) => void;
};

/**
 * Builds the guest's kernel and its agent, as far as they are not in the cache.
 * @throws KitError machine/missing-tools, machine/build-failed, input/bad-kernel-source
 */
export async function buildLinux({ source, debian, flavour = 'plain', tell }: BuildOptions): Promise<LinuxImage> {
  if (source !== undefined && !existsSync(source)) throw badSource(resolve(source), 'nothing');
  requireTools(source === undefined ? 'build and fetch' : 'build');
  const tree = source === undefined ? await debianTree(debian ?? null, tell) : await treeOf(resolve(source), tell);
  if (!existsSync(join(tree.folder, 'drivers/fwctl/main.c'))) {
    rmSync(tree.folder, { recursive: true, force: true });
    throw badSource(source === undefined ? tree.from : resolve(source), 'a tree without drivers/fwctl/main.c');
  }
  const build = new KernelBuild(tree.folder, flavour);
  const version = await build.version();
  tell(`Linux ${version} from ${tree.from}`);
  await build.make(tell);
  const { kernel } = build;
  const agent = await buildAgent(tell);
  const testbed = testbedDigest(...ALL_FOLDERS);
  const image = { kernel, agent, version, devices: build.devices, flavour, source: tree.from, tree: tree.folder, testbed };
  keepImage(image);
  return image;
}

/**
 * Builds the last image's kernel once more, with one edit in its source.
 * @throws KitError machine/no-linux, machine/build-failed
 */
export async function buildBroken(broken: BrokenKernel): Promise<LinuxImage> {
  const image = lastImage();
  const kernel = `${image.kernel}-${broken.name}`;
  await new KernelBuild(image.tree, image.flavour).makeBroken(broken, kernel);
  return { ...image, kernel };
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
  const folder = cacheFolder('source', `${basename(path)}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`);
  tell(`copying ${path}`);
  rmSync(folder, { recursive: true, force: true });
  if (statSync(path).isDirectory()) await unpack(folder, ['cp', '-a', '--reflink=auto', `${path}/.`, '.']);
  else await unpack(folder, ['tar', '-xf', path, '--strip-components=1']);
  return { folder, from: path };
}

/** Under another name until it is whole. */
async function unpack(folder: string, [program = '', ...words]: readonly string[]): Promise<void> {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  await runCommand(program, words, { cwd: partial });
  renameSync(partial, folder);
}

function badSource(path: string, received: string): KitError {
  return new KitError('input/bad-kernel-source', {
    summary: `that is no kernel source with fwctl: ${path}`,
    expected: 'a tree of Linux 6.15 or later, or a tarball of one',
    received,
    attempt: 'linux build alone, which fetches one',
  });
}
