import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { KitError } from '../../errors.js';
import { LINK_PROFILES, type LinkProfile } from '../subject/link.js';
import { BROKEN_KERNELS, type BrokenKernel, breakText } from './broken-kernels.js';
import { cacheFolder, TESTBED, testbedDigest } from './cache.js';
import { runCommand } from './commands.js';

/** How a kernel is configured: as it would be, or with the checks of itself that User Mode Linux has. */
const FLAVOURS = { plain: ['uml.config'], sanitized: ['uml.config', 'sanitized.config'] } as const;
export type Flavour = keyof typeof FLAVOURS;

/** The same sources give the same kernel, whoever builds it. */
const REPRODUCIBLE = { KBUILD_BUILD_TIMESTAMP: '2026-01-01', KBUILD_BUILD_USER: 'kit', KBUILD_BUILD_HOST: 'kit', LC_ALL: 'C' };
const GRAFTS = { Makefile: 'obj-$(CONFIG_FWCTL_KIT) += kit/\n', Kconfig: 'source "drivers/fwctl/kit/Kconfig"\n' } as const;
/** What later releases of Linux call what the fragments ask for: 7.3 has dropped the option for /proc/sys in favour of the one for sysctl. */
const LATER_NAMES: ReadonlyMap<string, string> = new Map([['CONFIG_PROC_SYSCTL=y', 'CONFIG_SYSCTL=y']]);
/** What a kernel has if it has the driver of that family; some are younger than fwctl. */
const DRIVERS: Readonly<Record<Exclude<LinkProfile, 'plain'>, string>> = {
  mlx5: 'drivers/fwctl/mlx5/main.c',
  cxl: 'drivers/cxl/core/features.c',
  bnxt: 'drivers/fwctl/bnxt/main.c',
  pds: 'drivers/fwctl/pds/main.c',
};
/** Where the right text of a file lies while it is broken. */
const RIGHT = '.right';

/** A tree in the cache, and what is built from it. */
export class KernelBuild {
  readonly #tree: string;
  readonly #flavour: Flavour;
  readonly #folder: string;
  /** Where the kernel is, or will be; by what it is made of when the building begins. */
  readonly kernel: string;

  constructor(tree: string, flavour: Flavour) {
    this.#tree = tree;
    this.#flavour = flavour;
    this.#folder = cacheFolder('build', `${basename(tree)}-${flavour}-${testbedDigest('kernel')}`);
    this.kernel = cacheFolder('kernels', `${basename(tree)}-${flavour}-${testbedDigest('kernel', 'link')}`);
  }

  /** The devices for which the tree has drivers, and the plain one, whose driver is in the link. */
  get devices(): readonly LinkProfile[] {
    return LINK_PROFILES.filter((profile) => profile === 'plain' || existsSync(join(this.#tree, DRIVERS[profile])));
  }

  /** As the tree's own Makefile says it. */
  async version(): Promise<string> {
    return (await runCommand('make', ['-s', '-C', this.#tree, 'ARCH=um', 'kernelversion'])).trim();
  }

  /**
   * Builds the kernel unless it is there.
   * @throws KitError machine/build-failed
   */
  async make(tell: (what: string) => void): Promise<void> {
    if (existsSync(this.kernel)) return;
    this.#mend();
    this.#graft();
    mkdirSync(this.#folder, { recursive: true });
    if (!existsSync(join(this.#folder, '.config'))) {
      tell('configuring it');
      await this.#configure();
    }
    tell('building it, which takes some minutes the first time');
    await this.#compile(this.kernel);
  }

  /** Builds the kernel once more, elsewhere, with one edit in its source. */
  async makeBroken(broken: BrokenKernel, kernel: string): Promise<void> {
    this.#mend();
    const path = join(this.#tree, broken.file);
    const text = breakText(readFileSync(path, 'utf8'), broken);
    renameSync(path, `${path}${RIGHT}`);
    writeFileSync(path, text);
    try {
      await this.#compile(kernel);
    } finally {
      this.#mend();
    }
  }

  /** Undoes whatever an edit has left, also one that was killed in the middle. Files get a new time, so that they are built again. */
  #mend(): void {
    for (const file of new Set(BROKEN_KERNELS.map((broken) => join(this.#tree, broken.file)))) {
      if (!existsSync(`${file}${RIGHT}`)) continue;
      writeFileSync(file, readFileSync(`${file}${RIGHT}`));
      rmSync(`${file}${RIGHT}`);
    }
  }

  /** Puts the link beside the drivers of fwctl, where the kernel's own build finds it. */
  #graft(): void {
    const fwctl = join(this.#tree, 'drivers/fwctl');
    cpSync(join(TESTBED, 'link'), join(fwctl, 'kit'), { recursive: true, preserveTimestamps: true });
    for (const [file, line] of Object.entries(GRAFTS)) {
      const path = join(fwctl, file);
      if (!readFileSync(path, 'utf8').includes(line)) appendFileSync(path, line);
    }
  }

  /** Kconfig leaves out in silence what it cannot have. */
  async #configure(): Promise<void> {
    const wanted = FLAVOURS[this.#flavour].map((name) => readFileSync(join(TESTBED, 'kernel', name), 'utf8')).join('');
    const fragment = join(this.#folder, 'wanted.config');
    writeFileSync(fragment, [wanted, ...LATER_NAMES.values(), ''].join('\n'));
    await this.#run({ KCONFIG_ALLCONFIG: fragment }, 'allnoconfig');
    const config = new Set(readFileSync(join(this.#folder, '.config'), 'utf8').split('\n'));
    const lines = wanted.split('\n').filter((line) => line.startsWith('CONFIG_'));
    const missing = lines.filter((line) => !config.has(line) && !config.has(LATER_NAMES.get(line) ?? line));
    if (lines.length > 0 && missing.length === 0) return;
    rmSync(join(this.#folder, '.config'));
    throw new KitError('machine/build-failed', {
      summary: 'this kernel cannot be configured as the guest needs it',
      expected: missing.join(', '),
      received: 'a configuration without them',
      attempt: 'a source of Linux 7.2 or 7.3',
    });
  }

  async #compile(kernel: string): Promise<void> {
    await this.#run({}, `-j${availableParallelism()}`, 'linux');
    mkdirSync(cacheFolder('kernels'), { recursive: true });
    await runCommand('strip', ['-s', '-o', `${kernel}.partial`, join(this.#folder, 'linux')]);
    renameSync(`${kernel}.partial`, kernel);
  }

  #run(env: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<string> {
    const families = this.devices.filter((profile) => profile !== 'plain').join(' ');
    const settings = ['ARCH=um', `O=${this.#folder}`, `FWCTL_FAMILIES=${families}`];
    return runCommand('make', ['-s', '-C', this.#tree, ...settings, ...words], { env: { ...REPRODUCIBLE, ...env } });
  }
}
