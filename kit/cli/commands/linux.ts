import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLinux } from '../../linux/build/build.js';
import { lastImage, TESTBED } from '../../linux/build/cache.js';
import { bootWords } from '../../linux/subject/guest.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

export type LinuxBuildOptions = { readonly source?: string; readonly debian?: string; readonly sanitize?: boolean };

/** Makes the kernel and the agent that `run --linux` boots. */
export async function linuxBuild(options: LinuxBuildOptions, { output, messages }: Surroundings): Promise<ExitStatus> {
  const began = performance.now();
  const image = await buildLinux({
    ...options,
    flavour: options.sanitize === true ? 'sanitized' : 'plain',
    tell: (what) => messages.write(`${what}\n`),
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  output.write(
    `Linux ${image.version} (${image.flavour}) from ${image.source}, ready after ${seconds} s:\n  ${image.kernel}\n  ${image.agent}\n`,
  );
  return EXIT.conformant;
}

/**
 * A shell in the guest, on this terminal.
 * @throws KitError machine/no-linux
 */
export function linuxShell(): ExitStatus {
  const { kernel, agent } = lastImage();
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-guest-'));
  try {
    const [command = '', ...words] = bootWords(kernel, join(TESTBED, 'guest', 'shell.sh'), folder);
    const withTerminal = words.map((word) => (word.startsWith('con0=') ? 'con0=fd:0,fd:1' : word));
    const { status } = spawnSync(command, [...withTerminal, `FWCTL_AGENT=${agent}`], { stdio: 'inherit' });
    return status === 0 ? EXIT.conformant : EXIT.error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
