import type { CommandOutcome } from '../../kit/subject/operations.js';
import type { RpcDraft } from './call-draft.js';
import type { Caller } from './caller.js';
import { describeOutcome, expectOpened, expectSuccess } from './expectations.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** How often each caller asks again; far more than a line of callers is long. */
const MOST_CALLS = 24;

type Contention = { readonly outcome: CommandOutcome; readonly isInTime: boolean };

const CONTENTION_OF_WORLD = new ScenarioMemory<Contention>();

/** So many processes, each with a file of the device. */
export async function openByMany(world: FwctlWorld, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const name = `caller ${index + 1}`;
    await (await world.addCaller(name)).open(world.device.node);
    expectOpened(world, name);
  }
}

/**
 * All of them send the RPC again and again, as soon as they have an answer, until the kernel has one to its own command;
 * it gives that as soon as one of them has an answer, while the others wait.
 */
export async function contend(world: FwctlWorld, count: number, draft: RpcDraft, command: Uint8Array): Promise<void> {
  const callers = Array.from({ length: count }, (_, index) => world.callerNamed(`caller ${index + 1}`));
  for (const caller of callers) caller.begin(draft);
  await Promise.race(callers.map((caller) => caller.back));
  let isServed = false;
  const kernel = world.device.kernelCommand(command, draft.room).finally(() => {
    isServed = true;
  });
  kernel.catch(() => undefined);
  const isInTime = await Promise.all(callers.map((caller) => askAgain(world, caller, draft, () => isServed)));
  CONTENTION_OF_WORLD.set(world, { outcome: await kernel, isInTime: isInTime.every(Boolean) });
}

/** Whether the kernel was served before the caller had asked often enough. */
async function askAgain(world: FwctlWorld, caller: Caller, draft: RpcDraft, isServed: () => boolean): Promise<boolean> {
  for (let made = 1; ; made += 1) {
    await caller.finish();
    world.results.push(caller.takeResult());
    if (isServed()) return true;
    if (made === MOST_CALLS) return false;
    caller.begin(draft);
  }
}

function contention(world: FwctlWorld): Contention {
  const found = CONTENTION_OF_WORLD.get(world);
  if (found === undefined) throw new Error('the scenario judges a command that the kernel did not give');
  return found;
}

/** The kernel has its answer, and the callers had not stopped asking by then. */
export function expectServed(world: FwctlWorld): void {
  const { outcome, isInTime } = contention(world);
  expectSuccess(world, "the outcome of the kernel's command", outcome);
  world.judge.expect(
    'when the kernel was served',
    'while the callers asked',
    isInTime ? 'while the callers asked' : 'when they had stopped',
  );
}

/** To the same command the kernel gets the answer that the callers get. */
export function expectSameAnswer(world: FwctlWorld): void {
  const { outcome } = contention(world);
  const [first] = world.results;
  if (!outcome.ok || first === undefined) throw new Error(`there are no two answers to compare: ${describeOutcome(outcome)}`);
  const length = Math.min(outcome.bytes.length, first.data.length);
  world.judge.expectBytes("the answer to the kernel's command", first.data.subarray(0, length), outcome.bytes.subarray(0, length));
}
