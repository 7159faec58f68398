import type { Awaitable, Result } from '../kit/result.js';
import type { DeviceSetups } from '../kit/subject/device-setups.js';
import type { FirmwareRelease } from '../kit/subject/operations.js';
import type { Errno } from '../kit/uapi/errno.js';
import type { FirmwareAccess } from '../reference-impl/device-instance.js';
import { createBnxtHardware } from './bnxt/bnxt-hardware.js';
import { createCxlHardware } from './cxl/cxl-hardware.js';
import { createMlx5Hardware } from './mlx5/mlx5-hardware.js';
import { createPdsHardware } from './pds/pds-hardware.js';

/** A device without a driver: for a driver that is not ours, and sends its messages from elsewhere. */
export type Hardware = {
  readonly parent: string;
  readonly firmware: FirmwareAccess;
  /** Updates the firmware, where there are several releases of it. */
  readonly runFirmware?: (release: FirmwareRelease) => void;
  /** A message of the family goes down, its answer comes up; `room` is how many bytes there are for it, where the message does not say so. */
  readonly send: (message: Uint8Array, room: number) => Awaitable<Result<Uint8Array, Errno>>;
};

const HARDWARE_PROFILES = ['mlx5', 'cxl', 'bnxt', 'pds'] as const;
export type HardwareProfile = (typeof HARDWARE_PROFILES)[number];

/** The hardware there is, by profile. `instance` tells one of a kind from the next. */
export const HARDWARE: { readonly [Profile in HardwareProfile]: (setup: DeviceSetups[Profile], instance: number) => Hardware } = {
  mlx5: (setup, instance) => {
    const { link, ...rest } = createMlx5Hardware(setup, instance);
    return { ...rest, send: (message, room) => link.execute(message, room) };
  },
  cxl: (setup, instance) => {
    const { link, ...rest } = createCxlHardware(setup, instance);
    return { ...rest, send: (message) => link.execute(message) };
  },
  bnxt: (_setup, instance) => {
    const { link, ...rest } = createBnxtHardware(instance);
    return { ...rest, send: (message) => link.send(message) };
  },
  pds: (setup, instance) => {
    const { link, ...rest } = createPdsHardware(setup, instance);
    return { ...rest, send: (message, room) => link.send(message, room) };
  },
};
