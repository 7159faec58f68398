import type { Subject } from '../subject/port.js';
import type { Errno } from '../uapi/errno.js';
import type { Command, Program } from './program.js';
import { type Performed, type ProgramResult, runProgram } from './run-program.js';

/** Something in a program that may fail: an answer of the driver, or memory that the core asks for. */
type Failure = { readonly index: number; readonly what: 'open' | 'info' | 'rpc' | 'memory' };

/** Errnos that drivers refuse with, in turn. */
const REFUSALS: readonly Errno[] = ['EIO', 'ENOMEM', 'EBUSY', 'EAGAIN'];

/** What has been let fail must leave nothing behind: the next open and the next call are as good as any. */
const AFTERWARDS: Program = [
  { do: 'go-on' },
  { do: 'open', caller: 'the caller', device: 'the device', mode: 'read-write' },
  { do: 'call', caller: 'the caller', call: { name: 'FWCTL_RPC' } },
  { do: 'close', caller: 'the caller' },
];

/** Runs the program, and then again for each thing in it that may fail, with that one failing. Ends at the first difference. */
export async function runWithEveryFailure(subject: Subject, program: Program): Promise<ProgramResult> {
  const plain = await runProgram(subject, [...program.filter(failsNothing), ...AFTERWARDS]);
  if (plain.difference !== null) return plain;
  const commands = plain.performed.map(({ command }) => command);
  let { expectations } = plain;
  for (const [number, failure] of failuresIn(plain.performed).entries()) {
    const result = await runProgram(subject, withFailure(commands, failure, REFUSALS[number % REFUSALS.length] ?? 'EIO'));
    expectations += result.expectations;
    if (result.difference !== null) return { ...result, expectations };
  }
  return { ...plain, expectations };
}

/** A program that is swept lets nothing fail by itself, and does nothing in which many things might. */
function failsNothing(command: Command): boolean {
  if (command.do === 'script') return !('refuses' in command.script);
  return !['memory', 'open-many', 'register-many', 'both'].includes(command.do);
}

/** In the order in which they come. */
export function failuresIn(performed: readonly Performed[]): readonly Failure[] {
  return performed.flatMap((one, index) => failuresOf(one).map((what) => ({ index, what })));
}

function failuresOf({ command, told }: Performed): readonly Failure['what'][] {
  const calls = told.flatMap((prediction) => prediction.calls).filter(({ device }) => device.id === 'the device');
  // A call that is held is answered when the driver goes on.
  if (command.do === 'go-on') return ['rpc'];
  return calls.flatMap(({ operation, request }): readonly Failure['what'][] => {
    if (operation === 'open_uctx') return ['memory', 'open'];
    if (operation === 'info') return ['info'];
    if (operation !== 'fw_rpc') return [];
    const memory = request !== undefined && request.length > 0 ? (['memory'] as const) : [];
    return command.do === 'begin' ? memory : [...memory, 'rpc'];
  });
}

function withFailure(commands: Program, { index, what }: Failure, errno: Errno): Program {
  const [fail, mend]: readonly [Command, Command] =
    what === 'memory'
      ? [
          { do: 'memory', available: false },
          { do: 'memory', available: true },
        ]
      : [
          { do: 'script', script: { refuses: what, errno } },
          { do: 'script', script: { refuses: 'nothing' } },
        ];
  return [...commands.slice(0, index), fail, ...commands.slice(index, index + 1), mend, ...commands.slice(index + 1)];
}
