import { HARDWARE, type Hardware, type HardwareProfile } from '../../devices/hardware.js';
import { type Result, refuse } from '../result.js';
import type { DeviceSetups } from '../subject/device-setups.js';
import type { Errno } from '../uapi/errno.js';
import type { DeviceCall } from './message-reader.js';

/** The devices behind a driver that runs in an adapter, by the number that the driver knows them by. */
export class DrivenDevices {
  readonly #devices = new Map<number, Hardware>();

  add<Profile extends HardwareProfile>(profile: Profile, setup: DeviceSetups[Profile], device: number): Hardware {
    const hardware = HARDWARE[profile](setup, device);
    this.#devices.set(device, hardware);
    return hardware;
  }

  clear(): void {
    this.#devices.clear();
  }

  /** ENODEV when the driver has no such device, or none that messages go to. */
  async send({ device, message, room }: DeviceCall): Promise<Result<Uint8Array, Errno>> {
    return this.#devices.get(device)?.send(message, room) ?? refuse('ENODEV');
  }
}
