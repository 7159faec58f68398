import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { KitError, messageOf } from '../../errors.js';
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
    throw cannotWriteAgent(target, cause);
  }
  output.write(`${target}\n`);
  return EXIT.conformant;
}

function cannotWriteAgent(target: string, cause: unknown): KitError {
  return new KitError(
    'machine/cannot-write',
    {
      summary: `the agent cannot be written to ${target}`,
      expected: 'a file in a folder that this user can write',
      received: messageOf(cause),
      attempt: 'agent with another file',
    },
    cause,
  );
}
