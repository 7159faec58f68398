import { CSP, NVME_EFFECTS } from '../../kit/formats/nvme/effects.js';
import type { ModelledSetup, NvmeSetup } from '../../kit/subject/device-setups.js';
import type { FirmwareRelease } from '../../kit/subject/operations.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { deviceKind } from '../../reference-impl/device-kind.js';
import { kernelUser } from './driver/kernel-user.js';
import { bindDriver, nvmeOps } from './driver/ops.js';
import { NVME_DRIVER_PARTS, type NvmeDriverParts } from './driver/parts.js';
import { NVME_FIRMWARE_PARTS, type NvmeFirmwareParts } from './firmware/parts.js';
import { createNvmeHardware } from './nvme-hardware.js';

/** What a variant replaces in the driver, and in the firmware. */
export type NvmeChange = { readonly driver?: Partial<NvmeDriverParts>; readonly firmware?: Partial<NvmeFirmwareParts> };

/** An NVMe controller with the driver bound to it, which hears of every reset. */
export async function createNvmeDevice(setup: NvmeSetup, instance: number, change: NvmeChange = {}): Promise<DeviceInstance> {
  const { link, firmware, runFirmware: update, ...seen } = createNvmeHardware(setup, instance, change.firmware);
  const driver = await bindDriver({ ...NVME_DRIVER_PARTS, ...change.driver }, link);
  const hearOf = (): void => {
    if (driver !== null) driver.parts.forgetLogs(driver);
  };
  const reset = (): void => {
    firmware.reset();
    hearOf();
  };
  const runFirmware = (release: FirmwareRelease): void => {
    update(release);
    hearOf();
  };
  const others = driver === null ? {} : { kernelUser: kernelUser(driver) };
  return { ops: driver && nvmeOps(driver), firmware: { ...firmware, reset }, runFirmware, ...seen, ...others };
}

const nvmeKind = deviceKind({ driver: NVME_DRIVER_PARTS, firmware: NVME_FIRMWARE_PARTS }, createNvmeDevice);

/** The device factory of the reference, and of a variant. */
export function nvmeWith(change: NvmeChange): Pick<DeviceFactories, 'nvme'> {
  return { nvme: nvmeKind(() => change) };
}

/** What fwctl-model.yaml speaks of. */
const MODELLED_SETUP: NvmeSetup = {
  commands: [{ opcode: 0xd1, effects: NVME_EFFECTS.CSUPP | CSP.controller }],
  features: [
    { id: 0xc0, effects: NVME_EFFECTS.CSUPP, value: 0x10 },
    { id: 0xc1, effects: NVME_EFFECTS.CSUPP | NVME_EFFECTS.CCC, value: 0x20 },
  ],
};

const modelledKind = deviceKind(
  { driver: NVME_DRIVER_PARTS, firmware: NVME_FIRMWARE_PARTS },
  (_setup: ModelledSetup, instance, change: NvmeChange) => createNvmeDevice(MODELLED_SETUP, instance, change),
);

/** The same behind a model file: for rules that know a device by its model only. */
export function modelledNvmeWith(change: NvmeChange): Pick<DeviceFactories, 'modelled'> {
  return { modelled: modelledKind(() => change) };
}
