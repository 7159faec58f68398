import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KitError } from '../../errors.js';
import { cacheFolder } from './cache.js';
import { runCommand } from './commands.js';

const MIRROR = 'http://deb.debian.org/debian';
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
/** Where the newest kernels are, and where they are after that. */
const SUITES = ['sid', 'testing', 'stable-backports', 'stable'] as const;
/** Where they are before that; nobody gets one of these who has not asked for it. */
const EARLIEST_SUITE = 'experimental';

/** Debian's kernel source, as a package on this machine. */
export type DebianSource = { readonly name: string; readonly file: string };

/** An apt of its own: the machine's sources, lists and cache are not touched. */
class PrivateApt {
  readonly #folder = cacheFolder('apt');
  readonly #config = join(this.#folder, 'apt.conf');

  constructor(suites: readonly string[]) {
    for (const below of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(join(this.#folder, below), { recursive: true });
    const signed = existsSync(KEYRING) ? `[signed-by=${KEYRING}] ` : '';
    const sources = join(this.#folder, 'sources.list');
    writeFileSync(sources, suites.map((suite) => `deb ${signed}${MIRROR} ${suite} main\n`).join(''));
    const settings = {
      'Dir::Etc::sourcelist': sources,
      'Dir::Etc::sourceparts': '-',
      'Dir::State': join(this.#folder, 'state'),
      'Dir::State::status': '/var/lib/dpkg/status',
      'Dir::Cache': join(this.#folder, 'cache'),
      'Acquire::Languages': 'none',
      'APT::Sandbox::User': 'root',
    };
    writeFileSync(
      this.#config,
      Object.entries(settings)
        .map(([name, value]) => `${name} "${value}";\n`)
        .join(''),
    );
  }

  run(program: 'apt-get' | 'apt-cache', ...words: readonly string[]): Promise<string> {
    return this.#runIn(cacheFolder(), program, ...words);
  }

  /** Which file would be fetched; asked where it is not, since apt-get says nothing of what is there. */
  async fileOf(name: string): Promise<string | null> {
    return fileToFetch(await this.#runIn(this.#folder, 'apt-get', '-qq', '--print-uris', 'download', name));
  }

  #runIn(cwd: string, program: string, ...words: readonly string[]): Promise<string> {
    return runCommand(program, words, { cwd, env: { APT_CONFIG: this.#config, LC_ALL: 'C' } });
  }
}

/**
 * Fetches the newest kernel source of Debian's suites, or the one of that version.
 * @throws KitError machine/build-failed when there is none
 */
export async function fetchDebianSource(version: string | null, tell: (what: string) => void): Promise<DebianSource> {
  mkdirSync(cacheFolder(), { recursive: true });
  const suites = version === null ? SUITES : [...SUITES, EARLIEST_SUITE];
  const apt = new PrivateApt(suites);
  tell(`asking ${MIRROR} which kernel sources there are`);
  await apt.run('apt-get', '-qq', 'update');
  const names = (await apt.run('apt-cache', 'pkgnames', 'linux-source-')).split('\n');
  const name = newest(names, version);
  if (name === null) throw noSource(names, version, suites);
  tell(`fetching ${name}`);
  const file = await apt.fileOf(name);
  if (file === null) throw noSource(names, version, suites);
  await apt.run('apt-get', '-qq', 'download', name);
  return { name, file: cacheFolder(file) };
}

/** The name of the file from what apt-get says that it would fetch. Other releases of the same package may lie beside it. */
export function fileToFetch(printed: string): string | null {
  return /^'[^']+' (\S+\.deb) /m.exec(printed)?.[1] ?? null;
}

/** The highest version among package names such as linux-source-7.2; suites change, so no name is known beforehand. */
export function newest(names: readonly string[], version: string | null): string | null {
  const versions = names.flatMap((name) => {
    const [, major, minor] = /^linux-source-(\d+)\.(\d+)$/.exec(name) ?? [];
    return major === undefined || minor === undefined ? [] : [{ name, major: Number(major), minor: Number(minor) }];
  });
  const wanted = version === null ? versions : versions.filter(({ name }) => name === `linux-source-${version}`);
  return wanted.sort((a, b) => b.major - a.major || b.minor - a.minor)[0]?.name ?? null;
}

function noSource(names: readonly string[], version: string | null, suites: readonly string[]): KitError {
  return new KitError('machine/build-failed', {
    summary: 'there is no kernel source to build',
    expected: `the package linux-source-${version ?? 'N.M'} in ${suites.join(', ')}`,
    received: names.filter((name) => name !== '').join(', ') || 'no such package',
    attempt: 'linux build --source with a tree or a tarball of your own',
  });
}
