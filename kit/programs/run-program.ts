import type { Subject } from '../subject/port.js';
import { isApplicable } from './applicability.js';
import { draftOfCall } from './call.js';
import { type Difference, Disagreement } from './disagreement.js';
import { callerId } from './laid-out-call.js';
import type { Prediction } from './oracle/prediction.js';
import { bootedMachine, type MachineState, UNPRIVILEGED } from './oracle/state.js';
import { begin, both, call, goOn, poke, reachesDriver } from './perform-calls.js';
import { register, registerMany, script, unregister } from './perform-devices.js';
import { close, exit, open, openMany, setMemory, setRights, share } from './perform-files.js';
import { CALLERS, type Command, type Program } from './program.js';
import { Referee } from './referee.js';
import type { Stage } from './stage.js';

/** A command that was carried out, and what the rules said of each of its operations. */
export type Performed = { readonly command: Command; readonly told: readonly Prediction[] };

export type ProgramResult = {
  /** The first thing in which the subject did otherwise than the rules say. */
  readonly difference: Difference | null;
  /** The commands that made sense where they stood, as far as the program went. */
  readonly performed: readonly Performed[];
  /** The machine as the rules say it is at the end. */
  readonly machine: MachineState;
  /** How many things were compared. */
  readonly expectations: number;
};

/** What follows every program: nothing stays with the driver, and no process stays. */
const EPILOGUE: Program = [{ do: 'go-on' }, ...CALLERS.map((caller) => ({ do: 'exit', caller, how: 'exit' }) as const)];

/** Runs the program on a fresh kernel, and looks at all there is to see after each command. */
export async function runProgram(subject: Subject, program: Program): Promise<ProgramResult> {
  const stage = await boot(subject);
  const { machine, referee } = stage;
  const performed: Performed[] = [];
  const result = (difference: Difference | null): ProgramResult => ({
    difference,
    performed,
    machine,
    expectations: referee.expectations,
  });
  try {
    for (const command of [...program, ...EPILOGUE]) {
      if (!isApplicable(command, { machine, capabilities: subject.capabilities, begun: stage.begun?.draft ?? null })) continue;
      const actual = asItStands(stage, command);
      const before = referee.told.length;
      try {
        await perform(stage, actual);
      } finally {
        performed.push({ command: actual, told: referee.told.slice(before) });
      }
    }
    return result(null);
  } catch (error) {
    if (error instanceof Disagreement) return result(error.difference);
    throw error;
  }
}

async function boot(subject: Subject): Promise<Stage> {
  const machine = bootedMachine();
  await subject.perform({ op: 'boot' });
  for (const name of CALLERS) {
    const comm = `caller-${callerId(name)}`;
    await subject.perform({ op: 'spawn', caller: callerId(name), name: comm, ...UNPRIVILEGED });
    machine.callers.set(name, { comm, rights: UNPRIVILEGED, files: [], isAlive: true });
  }
  return { subject, machine, referee: new Referee(subject, machine), begun: null, leaving: null, files: 0 };
}

/** A call that the driver would not get cannot be held by it, and is made as any other. */
function asItStands(stage: Stage, command: Command): Command {
  if (command.do !== 'begin' || reachesDriver(stage, draftOfCall(command.call))) return command;
  return { do: 'call', caller: 'the caller', call: command.call };
}

function perform(stage: Stage, command: Command): Promise<void> {
  switch (command.do) {
    case 'register':
      return register(stage, command);
    case 'register-many':
      return registerMany(stage, command.count);
    case 'unregister':
      return unregister(stage, command.device);
    case 'script':
      return script(stage, command.script);
    case 'rights':
      return setRights(stage, command.caller, { capabilities: command.capabilities, userNamespace: command.userNamespace });
    case 'memory':
      return setMemory(stage, command.available);
    case 'open':
      return open(stage, command);
    case 'open-many':
      return openMany(stage, command.count);
    case 'close':
      return close(stage, command.caller);
    case 'share':
      return share(stage, command.caller);
    case 'exit':
      return exit(stage, command.caller, command.how);
    case 'call':
      return call(stage, command.caller, draftOfCall(command.call));
    case 'begin':
      return begin(stage, draftOfCall(command.call));
    case 'poke':
      return poke(stage, command);
    case 'go-on':
      return goOn(stage);
    case 'both':
      return both(stage);
  }
}
