import { encodeRaidResponse, RAID_HOST } from '../../kit/formats/raid/messages.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { MessageLink } from '../message-link.js';
import { kernelUser } from './driver/kernel-user.js';
import { raidOps } from './driver/ops.js';
import { RAID_DRIVER_PARTS, type RaidDriver, type RaidDriverParts } from './driver/parts.js';
import { execute } from './firmware/execute.js';
import { createFirmware, resetFirmware, runRelease } from './firmware/firmware.js';
import type { RaidFirmwareParts } from './firmware/parts.js';

/** What a variant replaces in the driver, and in the firmware. */
export type RaidChange = { readonly driver?: Partial<RaidDriverParts>; readonly firmware?: Partial<RaidFirmwareParts> };

/** A HW RAID controller with the driver bound to it. */
export function createRaidDevice(instance: number, change: RaidChange = {}): DeviceInstance {
  const firmware = createFirmware(change.firmware);
  const link = new MessageLink<[owner: number]>({
    execute: (message, owner) => execute(firmware, message, owner),
    refusal: (status) => encodeRaidResponse(status, new Uint8Array(0)),
  });
  const driver: RaidDriver = { parts: { ...RAID_DRIVER_PARTS, ...change.driver }, link, claimed: new Set(), lastOwner: RAID_HOST };
  return {
    ops: raidOps(driver),
    parent: `pci0000:40/0000:${(0x40 + instance).toString(16)}:00.0`,
    firmware: { state: () => link.state(), ...link.fates.access, reset: () => resetFirmware(firmware) },
    runFirmware: (release) => runRelease(firmware, release),
    kernelUser: kernelUser(driver),
  };
}

/** The controller behind its model file, which is all that the rules know of it. */
export function modelledRaidWith(change: RaidChange): Pick<DeviceFactories, 'modelled'> {
  return { modelled: (_setup, instance) => createRaidDevice(instance, change) };
}
