import { buildLinux } from '../../linux/build/build.js';
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
