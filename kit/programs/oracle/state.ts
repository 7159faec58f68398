import type { PlainSetup } from '../../subject/device-setups.js';
import type { CallerRights, FileId } from '../../subject/operations.js';

/** What the rules say a device is. Its driver's behaviour is what the program has set. */
export type DeviceState = {
  readonly id: string;
  readonly number: number;
  setup: PlainSetup;
  /** `leaving`: no node any more, but a call is still with the driver. */
  phase: 'registered' | 'leaving' | 'gone';
  /** Files of which the user context lives. */
  readonly files: Set<FileState>;
  /** Open files, whether or not the device has gone. */
  open: number;
};

export type FileState = {
  readonly id: FileId;
  readonly device: DeviceState;
  /** How many processes have it. */
  holders: number;
  callsUnderWay: number;
  /** The number of its user context, once the subject has told it. */
  context: number | null;
};

export type CallerState = { readonly comm: string; rights: CallerRights; readonly files: FileState[]; isAlive: boolean };

/** The machine as the rules say it is. */
export type MachineState = {
  readonly devices: Map<string, DeviceState>;
  readonly callers: Map<string, CallerState>;
  /** Numbers that a device has, or that a file of a device that has gone still keeps. */
  readonly numbers: Set<number>;
  memoryAvailable: boolean;
  isTainted: boolean;
  /** For each line of the log, words that it must hold. */
  readonly log: (readonly string[])[];
};

export const UNPRIVILEGED: CallerRights = { capabilities: [], userNamespace: 'initial' };

export function bootedMachine(): MachineState {
  return { devices: new Map(), callers: new Map(), numbers: new Set(), memoryAvailable: true, isTainted: false, log: [] };
}

export function deviceName({ number }: Pick<DeviceState, 'number'>): string {
  return `fwctl${number}`;
}

/** Devices that have a class entry and a node. */
export function registeredDevices(machine: MachineState): readonly DeviceState[] {
  return [...machine.devices.values()].filter(({ phase }) => phase === 'registered');
}
