import type { Mlx5FunctionSetup } from './functions.js';
import { createFunctions, type HcaFunction } from './functions.js';
import type { FirmwareObject } from './objects.js';
import { FIRST_OBJECT } from './objects.js';
import { MLX5_FIRMWARE_PARTS, type Mlx5FirmwareParts } from './parts.js';
import { createRegisters } from './registers.js';
import type { Release } from './releases.js';
import type { UserContext } from './user-contexts.js';
import { FIRST_UID } from './user-contexts.js';

/** Everything that the firmware of one function holds. */
export type Firmware = {
  readonly parts: Mlx5FirmwareParts;
  /** User contexts by uid, in the order of their creation. */
  readonly contexts: Map<number, UserContext>;
  nextUid: number;
  readonly objects: Map<number, FirmwareObject>;
  nextObject: number;
  readonly functions: ReadonlyMap<number, HcaFunction>;
  /** What the registers hold, by number. */
  readonly registers: Map<number, Uint8Array>;
  /** Congestion control by its selector: priority and protocol. */
  readonly congestion: Map<number, number>;
  diagnosticParams: Uint8Array | null;
  release: Release;
};

/** A firmware as it is after power-on. A broken subject brings the parts that differ. */
export function createFirmware(setup: Mlx5FunctionSetup, changed: Partial<Mlx5FirmwareParts> = {}): Firmware {
  return {
    parts: { ...MLX5_FIRMWARE_PARTS, ...changed },
    contexts: new Map(),
    nextUid: FIRST_UID,
    objects: new Map(),
    nextObject: FIRST_OBJECT,
    functions: createFunctions(setup),
    registers: createRegisters(),
    congestion: new Map(),
    diagnosticParams: null,
    release: 'usual',
  };
}

/** Another release is put on the function, and the reset that follows makes it run. */
export function runRelease(firmware: Firmware, release: Release): void {
  firmware.release = release;
  resetFirmware(firmware);
}

/** A reset forgets every user context and object; settings that waited for it take effect, run-time settings go. */
export function resetFirmware(firmware: Firmware): void {
  firmware.contexts.clear();
  firmware.objects.clear();
  firmware.congestion.clear();
  firmware.diagnosticParams = null;
  for (const [id, bytes] of createRegisters()) firmware.registers.set(id, bytes);
  for (const hcaFunction of firmware.functions.values()) hcaFunction.current = hcaFunction.atReset;
}
