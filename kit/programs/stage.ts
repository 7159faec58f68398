import type { Draft } from '../../steps/support/call-draft.js';
import type { CallOutcome } from '../subject/operations.js';
import type { Subject } from '../subject/port.js';
import type { LaidOutCall } from './laid-out-call.js';
import type { Delivered } from './oracle/rpc.js';
import type { CallerState, DeviceState, MachineState } from './oracle/state.js';
import type { CallerName, DeviceName } from './program.js';
import type { Referee } from './referee.js';

/** A call that the driver has and does not answer. */
export type HeldCall = {
  readonly draft: Draft;
  readonly laidOut: LaidOutCall;
  readonly delivered: Delivered;
  readonly outcome: Promise<CallOutcome>;
  isBack: boolean;
};

/** Where a program is played: the subject, what the rules say it is in, and what is going on. */
export type Stage = {
  readonly subject: Subject;
  readonly machine: MachineState;
  readonly referee: Referee;
  begun: HeldCall | null;
  /** The first device while it waits for the call that was begun. */
  leaving: { isGone: boolean; readonly gone: Promise<void> } | null;
  /** How many files were opened or tried to. */
  files: number;
};

export function callerOn({ machine }: Stage, name: CallerName): CallerState {
  return present(machine.callers.get(name), name);
}

export function deviceOn({ machine }: Stage, name: DeviceName): DeviceState {
  return present(machine.devices.get(name), name);
}

export function lastFileOf(caller: CallerState): CallerState['files'][number] {
  return present(caller.files.at(-1), 'a file');
}

function present<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`the program has no ${name}`);
  return value;
}
