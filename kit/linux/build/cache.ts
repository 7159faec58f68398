import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../../catalogue/load.js';
import { KitError } from '../../errors.js';
import type { LinkProfile } from '../subject/link.js';

/** What `linux build` has made: a kernel and the agent for it, as paths. */
export type LinuxImage = {
  readonly kernel: string;
  readonly agent: string;
  /** As the kernel's own Makefile says it, such as 7.2.13. */
  readonly version: string;
  /** Those for which it has drivers. */
  readonly devices: readonly LinkProfile[];
  /** Where the source is from, for people. */
  readonly source: string;
  /** The tree that it was built from, in the cache. */
  readonly tree: string;
  readonly flavour: 'plain' | 'sanitized';
  /** Of testbed/, which went into it. */
  readonly testbed: string;
};

export const TESTBED = fileURLToPath(new URL('testbed/', PACKAGE_ROOT));

/** Below XDG_CACHE_HOME, or ~/.cache. */
export function cacheFolder(...below: readonly string[]): string {
  const home = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(home, 'fwctl-conformance', 'linux', ...below);
}

/** A digest of everything in these folders of testbed/. */
export function testbedDigest(...folders: readonly string[]): string {
  const digest = createHash('sha256');
  for (const folder of folders) {
    for (const name of readdirSync(join(TESTBED, folder)).sort()) {
      digest.update(`${folder}/${name}\0`).update(readFileSync(join(TESTBED, folder, name)));
    }
  }
  return digest.digest('hex').slice(0, 16);
}

export const ALL_FOLDERS = ['kernel', 'link', 'agent'] as const;

/** The image that was built last becomes the one that is used. */
export function keepImage(image: LinuxImage): void {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(cacheFolder('image.json'), `${JSON.stringify(image, null, 2)}\n`);
}

/**
 * The image that was built last.
 * @throws KitError machine/no-linux when there is none, it is of another version of the kit, or it has been deleted
 */
export function lastImage(): LinuxImage {
  const file = cacheFolder('image.json');
  let image: LinuxImage;
  try {
    image = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw noLinux(`no ${file}`);
  }
  if (image.testbed !== testbedDigest(...ALL_FOLDERS)) throw noLinux('one that another version of the kit has built');
  const gone = [image.kernel, image.agent].find((path) => !existsSync(path));
  if (gone !== undefined) throw noLinux(`no ${gone} any more`);
  return image;
}

function noLinux(received: string): KitError {
  return new KitError('machine/no-linux', {
    summary: 'there is no Linux to judge yet',
    expected: 'a guest kernel with its agent, as linux build makes them',
    received,
    attempt: 'fwctl-conformance linux build, which takes some minutes',
  });
}
