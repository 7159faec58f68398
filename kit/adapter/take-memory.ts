import type { Region } from '../subject/memory.js';
import { AdapterProblem } from './problem.js';

/**
 * What an ioctl wrote goes into the regions that it was given; the outcome is what the call came to.
 * @throws AdapterProblem wrong-result, and then no region has changed
 */
export function takeMemory(result: unknown, memory: readonly Region[]) {
  const { outcome, memory: written } = Object(result);
  const changes = Object.entries<Uint8Array>(written).map(([name, now]) => {
    const region = memory.find((candidate) => candidate.name === name);
    if (region === undefined) throw wrong(`a region "${name}", but the call had ${memory.map((given) => given.name).join(', ') || 'none'}`);
    if (now.length !== region.bytes.length) throw wrong(`${now.length} bytes for region "${name}", which has ${region.bytes.length}`);
    return { into: region.bytes, now };
  });
  for (const { into, now } of changes) into.set(now);
  return outcome;
}

function wrong(came: string): AdapterProblem {
  return new AdapterProblem('wrong-result', `the adapter gave back ${came}`);
}
