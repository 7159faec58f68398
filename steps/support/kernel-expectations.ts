import { isWarning } from '../../kit/subject/log-levels.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

export async function expectTaint(world: FwctlWorld, expected: 'tainted' | 'not tainted'): Promise<void> {
  world.judge.expect('the kernel', expected, (await world.isTainted()) ? 'tainted' : 'not tainted');
}

const LINES_READ = new ScenarioMemory<number>();

export async function readLog(world: FwctlWorld): Promise<void> {
  LINES_READ.set(world, (await world.kernelLog()).length);
}

/** What the log has beyond what had been read of it. */
export async function newLines(world: FwctlWorld): Promise<readonly string[]> {
  return (await world.kernelLog()).slice(LINES_READ.get(world)).map(({ text }) => text);
}

export async function warnings(world: FwctlWorld): Promise<readonly string[]> {
  return (await world.kernelLog()).filter(isWarning).map(({ text }) => text);
}

/** Some line at that level contains those words. */
export async function expectLogLine(world: FwctlWorld, level: string, words: string): Promise<void> {
  const lines = (await world.kernelLog()).filter((line) => line.level === level).map(({ text }) => text);
  const held = lines.some((text) => text.includes(words));
  world.judge.expect(`lines of the kernel log at level ${level}`, `one with "${words}"`, lines.join(' | ') || 'none', held);
}
