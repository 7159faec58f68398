import { commands } from './commands.js';
import { describeOutcome } from './expectations.js';
import type { HexBytes } from './parameter-types.js';
import type { FwctlWorld } from './world.js';

/** How many commands reached the firmware with the last call: all of the caller's, or none. */
export async function expectArrived(world: FwctlWorld, count: number): Promise<void> {
  world.judge.expectNumber('commands that reached the firmware', count, (await commands(world).arrived()).length);
}

/** Whether the last call failed, which is judged to be right where another rule says what has to succeed. */
export function hasFailed(world: FwctlWorld): boolean {
  const { outcome } = world.caller.takeResult();
  if (!outcome.ok) world.judge.expect('the outcome of the call', 'success or an errno', describeOutcome(outcome), true);
  return !outcome.ok;
}

/** For the last call; what may fail, and how, is the matter of another rule. */
export function unlessItFailed(world: FwctlWorld, expect: () => void): void {
  if (!hasFailed(world)) expect();
}

export function expectOutLen(world: FwctlWorld, length: number): void {
  world.judge.expectNumber('out_len', length, world.caller.judgedResult.reportedLength);
}

/** What lies behind the firmware's answer, up to `end` or the end of the caller's room. */
export function expectZeroFrom(world: FwctlWorld, offset: number, end?: number): void {
  const rest = world.caller.judgedResult.data.slice(offset, end);
  world.judge.expectBytes('the response behind the answer', new Uint8Array(rest.length), rest);
}

/** The response to the call that was judged last holds these bytes; where there is null, any byte will do. */
export function expectBeginsWith(world: FwctlWorld, bytes: HexBytes): void {
  const { data } = world.caller.judgedResult;
  const expected = Uint8Array.from(bytes, (byte, index) => byte ?? data[index] ?? 0);
  world.judge.expectBytes('the beginning of the response', expected, data.subarray(0, bytes.length));
}
