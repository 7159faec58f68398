import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import { createBnxtHardware } from './bnxt-hardware.js';
import { bnxtOps } from './driver/ops.js';
import { BNXT_DRIVER_PARTS, type BnxtDriverParts } from './driver/parts.js';

/** A bnxt function with the driver bound to it. */
export function createBnxtDevice(instance: number, change: Partial<BnxtDriverParts> = {}): DeviceInstance {
  const { link, parent, firmware } = createBnxtHardware(instance);
  return { ops: bnxtOps({ parts: { ...BNXT_DRIVER_PARTS, ...change }, link }), parent, firmware };
}

/** The device factory of a variant, by what it replaces in the driver. */
export function bnxtWith(change: Partial<BnxtDriverParts>): Pick<DeviceFactories, 'bnxt'> {
  return { bnxt: (_setup, instance) => createBnxtDevice(instance, change) };
}
