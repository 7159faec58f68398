import type { Draft } from '../../steps/support/call-draft.js';
import type { Capability } from '../subject/capabilities.js';
import type { CallerState, DeviceState, MachineState } from './oracle/state.js';
import { type CallerName, type Command, otherThan } from './program.js';

/** What a program has going on beside the state of the machine. */
export type Situation = {
  readonly machine: MachineState;
  readonly capabilities: ReadonlySet<Capability>;
  /** The call that the driver has and does not answer. */
  readonly begun: Draft | null;
};

/** What a subject must be able to for a command, beside what every subject is. */
const NEEDS: { readonly [Name in Command['do']]?: Capability } = {
  unregister: 'unregister',
  script: 'script-driver',
  rights: 'caller-capabilities',
  memory: 'memory-pressure',
  share: 'shared-files',
  exit: 'process-death',
  begin: 'hold-operations',
  poke: 'threads',
  both: 'hold-operations',
};

/** Whether the subject can do what the command wants, and whether it makes sense where it stands. */
export function isApplicable(command: Command, situation: Situation): boolean {
  const need = NEEDS[command.do];
  return (need === undefined || situation.capabilities.has(need)) && makesSense(command, situation);
}

/** What would have to wait for the call that was begun makes none. */
function makesSense(command: Command, { machine, begun }: Situation): boolean {
  const caller = (name: CallerName): CallerState | undefined => {
    const found = machine.callers.get(name);
    return found?.isAlive ? found : undefined;
  };
  const lastFile = (name: CallerName) => caller(name)?.files.at(-1);
  const first = machine.devices.get('the device');
  const mayCall = (name: CallerName): boolean => {
    const isBusy = begun !== null && name === 'the caller';
    return !isBusy && lastFile(name) !== undefined && lastFile(name)?.device.phase !== 'leaving';
  };
  switch (command.do) {
    case 'register':
      return !machine.devices.has(command.device);
    case 'register-many':
      return !machine.devices.has('device 0');
    case 'unregister':
      return machine.devices.get(command.device)?.phase === 'registered';
    case 'script':
      return first !== undefined && first.phase !== 'gone';
    case 'memory':
      return machine.memoryAvailable !== command.available;
    case 'rights':
      return caller(command.caller) !== undefined;
    case 'open':
      return caller(command.caller) !== undefined && machine.devices.has(command.device);
    case 'open-many':
      return caller('the caller') !== undefined && begun === null && isOpenable(machine, first);
    case 'close': {
      const file = lastFile(command.caller);
      return file !== undefined && (file.device.phase !== 'leaving' || file.callsUnderWay > 0 || file.holders > 1);
    }
    case 'share': {
      const [file, other] = [lastFile(command.caller), caller(otherThan(command.caller))];
      return file !== undefined && other !== undefined && !other.files.includes(file);
    }
    case 'exit': {
      const isBusy = begun !== null && (command.caller === 'the caller' || first?.phase === 'leaving');
      return caller(command.caller) !== undefined && !isBusy;
    }
    case 'call':
      return mayCall(command.caller);
    case 'begin':
      return begun === null && mayCall('the caller') && lastFile('the caller')?.device === first;
    case 'poke': {
      const mapping = begun?.name !== 'FWCTL_RPC' ? undefined : command.word === 'size' ? begun.structure : begun.requestMemory;
      return mapping?.kind === 'mapped';
    }
    case 'go-on':
      return begun !== null;
    case 'both': {
      const files = [lastFile('the caller'), lastFile('the second caller')];
      const isQuiet = begun === null && machine.memoryAvailable && first?.phase === 'registered';
      return (
        isQuiet && first.setup.rpcErrno === null && first.setup.response === 'the request' && files.every((file) => file?.device === first)
      );
    }
  }
}

function isOpenable(machine: MachineState, device: DeviceState | undefined): boolean {
  return device?.phase === 'registered' && device.setup.openErrno === null && machine.memoryAvailable;
}
