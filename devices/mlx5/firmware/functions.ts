import { HCA_CAP, UCTX_CAP_OFFSET } from '../../../kit/formats/mlx5/hca-capabilities.js';
import { readU16, writeU32 } from '../../../kit/formats/mlx5/words.js';
import type { Command } from './command.js';
import type { Firmware } from './firmware.js';

/** What is known of the function and of those below it before power-on. */
export type Mlx5FunctionSetup = { readonly userContextCapabilities: number; readonly otherFunctions: readonly number[] };

/** A function of the device and its general capabilities; those for the next reset are set by SET_HCA_CAP. */
export type HcaFunction = { readonly maximum: Uint8Array; current: Uint8Array; atReset: Uint8Array };

export const OWN_FUNCTION = 0;

function createFunction(userContextCapabilities: number): HcaFunction {
  const maximum = new Uint8Array(HCA_CAP.pageLength);
  writeU32(maximum, UCTX_CAP_OFFSET, userContextCapabilities);
  return { maximum, current: maximum, atReset: maximum };
}

export function createFunctions(setup: Mlx5FunctionSetup): ReadonlyMap<number, HcaFunction> {
  const ids = [OWN_FUNCTION, ...setup.otherFunctions];
  return new Map(ids.map((id) => [id, createFunction(setup.userContextCapabilities)]));
}

/** Whether the command concerns another function than the one that it was sent through. */
export function concernsOtherFunction(command: Command): boolean {
  return ((command.request[HCA_CAP.otherFunction] ?? 0) & HCA_CAP.otherFunctionBit) !== 0;
}

/** The function that the command concerns, or undefined when this one has no such function below it. */
export function findFunction(firmware: Firmware, command: Command): HcaFunction | undefined {
  if (!concernsOtherFunction(command)) return firmware.functions.get(OWN_FUNCTION);
  return findOther(firmware, readU16(command.request, HCA_CAP.functionId));
}

export function findOther(firmware: Firmware, id: number): HcaFunction | undefined {
  return id === OWN_FUNCTION ? undefined : firmware.functions.get(id);
}
