import { buildLinux } from '../../linux/build/build.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

export type LinuxBuildOptions = { readonly source?: string; readonly debian?: string };

/** Makes the kernel and the agent that `run --linux` boots. */
export async function linuxBuild(options: LinuxBuildOptions, { output, messages }: Surroundings): Promise<ExitStatus> {
  const began = performance.now();
  const image = await buildLinux({ ...options, tell: (what) => messages.write(`${what}\n`) });
  const seconds = Math.round((performance.now() - began) / 1000);
  output.write(`Linux ${image.version} from ${image.source}, ready after ${seconds} s:\n  ${image.kernel}\n  ${image.agent}\n`);
  return EXIT.conformant;
}
