import type { FwctlWorld } from './world.js';

export async function expectTaint(world: FwctlWorld, expected: 'tainted' | 'not tainted'): Promise<void> {
  world.judge.expect('the kernel', expected, (await world.isTainted()) ? 'tainted' : 'not tainted');
}

/** Some line at that level contains those words. */
export async function expectLogLine(world: FwctlWorld, level: string, words: string): Promise<void> {
  const lines = (await world.kernelLog()).filter((line) => line.level === level).map(({ text }) => text);
  const held = lines.some((text) => text.includes(words));
  world.judge.expect(`lines of the kernel log at level ${level}`, `one with "${words}"`, lines.join(' | ') || 'none', held);
}
