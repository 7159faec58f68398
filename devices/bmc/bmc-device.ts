import { encodeIpmiResponse } from '../../kit/formats/ipmi/messages.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { MessageLink } from '../message-link.js';
import { bmcOps } from './driver/ops.js';
import { BMC_DRIVER_PARTS, type BmcDriverParts } from './driver/parts.js';
import { execute } from './firmware/execute.js';
import { createFirmware, resetFirmware, runRelease } from './firmware/firmware.js';
import type { BmcFirmwareParts } from './firmware/parts.js';

/** What a variant replaces in the driver, and in the firmware. */
export type BmcChange = { readonly driver?: Partial<BmcDriverParts>; readonly firmware?: Partial<BmcFirmwareParts> };

/** A baseboard manager with the driver bound to it. */
export function createBmcDevice(instance: number, change: BmcChange = {}): DeviceInstance {
  const firmware = createFirmware(change.firmware);
  const link = new MessageLink({
    execute: (message) => execute(firmware, message),
    refusal: (code) => encodeIpmiResponse(new Uint8Array(0), code, new Uint8Array(0)),
  });
  return {
    ops: bmcOps({ parts: { ...BMC_DRIVER_PARTS, ...change.driver }, link }),
    parent: `platform/bmc.${instance - 1}`,
    firmware: { state: () => link.state(), ...link.fates.access, reset: () => resetFirmware(firmware) },
    runFirmware: (release) => runRelease(firmware, release),
  };
}

/** The manager behind its model file, which is all that the rules know of it. */
export function modelledBmcWith(change: BmcChange): Pick<DeviceFactories, 'modelled'> {
  return { modelled: (_setup, instance) => createBmcDevice(instance, change) };
}
