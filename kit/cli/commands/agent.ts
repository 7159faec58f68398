import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cannotWriteFile } from '../../errors.js';
import { buildAgent } from '../../linux/build/build-agent.js';
import { EXIT, type ExitStatus, type Surroundings } from '../surroundings.js';

/**
 * Writes the program that makes system calls for the kit on another machine.
 * @throws KitError machine/missing-tools, machine/build-failed, machine/cannot-write
 */
export async function agent(file: string, { cwd, output, messages }: Surroundings): Promise<ExitStatus> {
  const built = await buildAgent((what) => messages.write(`${what}\n`));
  const target = resolve(cwd, file);
  try {
    copyFileSync(built, target);
  } catch (cause) {
    throw cannotWriteFile('the agent', target, 'agent with another file', cause);
  }
  output.write(`${target}\n`);
  return EXIT.conformant;
}
