import type { BnxtSetup } from '../../kit/subject/device-setups.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { deviceKind } from '../../reference-impl/device-kind.js';
import { createBnxtHardware } from './bnxt-hardware.js';
import { bnxtOps } from './driver/ops.js';
import { BNXT_DRIVER_PARTS, type BnxtDriverParts } from './driver/parts.js';

/** A bnxt function with the driver bound to it. */
export function createBnxtDevice({ linux }: BnxtSetup, instance: number, change: Partial<BnxtDriverParts> = {}): DeviceInstance {
  const { link, parent, firmware } = createBnxtHardware(instance);
  return { ops: bnxtOps({ parts: { ...BNXT_DRIVER_PARTS, ...change }, link, linux }), parent, firmware };
}

const bnxtKind = deviceKind({ driver: BNXT_DRIVER_PARTS }, (setup: BnxtSetup, instance, { driver }) =>
  createBnxtDevice(setup, instance, driver),
);

/** The device factory of the reference, and of a variant by what it replaces in the driver. */
export function bnxtWith(change: Partial<BnxtDriverParts>): Pick<DeviceFactories, 'bnxt'> {
  return { bnxt: bnxtKind(() => ({ driver: change })) };
}
