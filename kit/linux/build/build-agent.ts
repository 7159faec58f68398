import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, TESTBED, testbedDigest } from './cache.js';
import { runCommand } from './commands.js';
import { requireTools } from './tools.js';

const FLAGS = ['-std=gnu11', '-O2', '-Wall', '-Wextra', '-static', '-pthread'];

/**
 * Builds the agent if it is not in the cache, and gives its path. It needs nothing else on the machine that it runs on.
 * @throws KitError machine/missing-tools, machine/build-failed
 */
export async function buildAgent(tell: (what: string) => void): Promise<string> {
  const agent = cacheFolder('agents', testbedDigest('agent'));
  if (existsSync(agent)) return agent;
  requireTools('agent');
  tell('building the agent');
  mkdirSync(cacheFolder('agents'), { recursive: true });
  await runCommand('sh', ['-c', `cc ${FLAGS.join(' ')} *.c -o "$0"`, `${agent}.partial`], { cwd: join(TESTBED, 'agent') });
  renameSync(`${agent}.partial`, agent);
  return agent;
}
