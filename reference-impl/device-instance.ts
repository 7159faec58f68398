import type { Awaitable } from '../kit/result.js';
import type { DeviceProfile, DeviceSetups, PlainSetup } from '../kit/subject/device-setups.js';
import type { FirmwareFault, FirmwareRelease, FirmwareState, HostNotice, Reset } from '../kit/subject/operations.js';
import type { FwctlOps, KernelUser } from './driver-ops.js';

/** What befalls a message, by what the scenario has planned for it; null for nothing. */
export type FateOfMessages = (planned: FirmwareFault | null) => FirmwareFault | null;

/** The far end of a driver, as the scenarios can see and disturb it. */
export interface FirmwareAccess {
  state(): FirmwareState;
  /** How the next message ends. */
  fault(fault: FirmwareFault): void;
  /** From now on every message ends as `decide` says. */
  interfere(decide: FateOfMessages): void;
  reset(reset: Reset): void;
}

/** One device behind the reference core: its driver's operations, and what is known of the world behind them. */
export type DeviceInstance = {
  /** null when the driver finds nothing that user space may use, and so registers no fwctl device. */
  readonly ops: FwctlOps | null;
  /** Where the `device` link of the class entry leads, below /sys/devices. */
  readonly parent: string;
  readonly firmware?: FirmwareAccess;
  readonly kernelUser?: KernelUser;
  /** Updates the firmware, where there are several releases of it. */
  readonly runFirmware?: (release: FirmwareRelease) => void;
  /** What others in the host have noticed of the device; only where there is a model of them. */
  readonly notices?: () => readonly HostNotice[];
  /** How many buffers the driver has given the device to work on; only where there is a model of the host's memory. */
  readonly buffers?: () => number;
  /** Only for the plain device. */
  readonly script?: (setup: Partial<PlainSetup>) => void;
};

/** The devices that a subject can register, by profile. `instance` tells one of a kind from the next. */
export type DeviceFactories = {
  readonly [Profile in DeviceProfile]: (setup: DeviceSetups[Profile], instance: number) => Awaitable<DeviceInstance>;
};
