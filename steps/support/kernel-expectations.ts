import type { FwctlWorld } from './world.js';

export async function expectTaint(world: FwctlWorld, expected: 'tainted' | 'not tainted'): Promise<void> {
  world.judge.expect('the kernel', expected, (await world.isTainted()) ? 'tainted' : 'not tainted');
}

const LINES_READ = new WeakMap<FwctlWorld, number>();

export async function readLog(world: FwctlWorld): Promise<void> {
  LINES_READ.set(world, (await world.kernelLog()).length);
}

/** What the log has beyond what had been read of it. */
export async function newLines(world: FwctlWorld): Promise<readonly string[]> {
  return (await world.kernelLog()).slice(LINES_READ.get(world)).map(({ text }) => text);
}

const WARNINGS: readonly string[] = ['emerg', 'alert', 'crit', 'err', 'warning'];

/** Lines of the log at level warning and above; below it, a kernel may tell what it likes. */
export async function warnings(world: FwctlWorld): Promise<readonly string[]> {
  return (await world.kernelLog()).filter(({ level }) => WARNINGS.includes(level)).map(({ text }) => text);
}

/** Some line at that level contains those words. */
export async function expectLogLine(world: FwctlWorld, level: string, words: string): Promise<void> {
  const lines = (await world.kernelLog()).filter((line) => line.level === level).map(({ text }) => text);
  const held = lines.some((text) => text.includes(words));
  world.judge.expect(`lines of the kernel log at level ${level}`, `one with "${words}"`, lines.join(' | ') || 'none', held);
}
