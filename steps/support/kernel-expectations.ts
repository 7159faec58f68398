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

/** The lines of which the scenario speaks as "that line": those that have told all that was asked for so far. */
const THAT_LINE = new ScenarioMemory<readonly string[]>();

/** Some line at that level contains those words, and is what later steps call "that line". */
export async function expectLogLine(world: FwctlWorld, level: string, words: string): Promise<void> {
  const lines = (await world.kernelLog()).filter((line) => line.level === level).map(({ text }) => text);
  THAT_LINE.set(world, expectAmong(world, `lines of the kernel log at level ${level}`, lines, words));
}

/** The same line contains those words, too. */
export function expectThatLine(world: FwctlWorld, words: string): void {
  const lines = THAT_LINE.get(world);
  if (lines === undefined) throw new Error('the scenario speaks of a line of the kernel log that no step has found');
  THAT_LINE.set(world, expectAmong(world, 'that line of the kernel log', lines, words));
}

function expectAmong(world: FwctlWorld, what: string, lines: readonly string[], words: string): readonly string[] {
  const found = lines.filter((text) => text.includes(words));
  world.judge.expect(what, `one with "${words}"`, lines.join(' | ') || 'none', found.length > 0);
  return found;
}

/** A warning names the one device, and none names the other. */
export async function expectWarningOf(world: FwctlWorld, one: string, other: string): Promise<void> {
  await expectLogLine(world, 'warning', one);
  const naming = (await warnings(world)).filter((text) => text.includes(other));
  world.judge.expectNothing(`warnings that name ${other}`, naming);
}
