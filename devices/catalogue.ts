import { type ShippedModel, USUAL_MODEL } from '../kit/model/model.js';
import type { DeviceFactories } from '../reference-impl/device-instance.js';
import { bnxtWith } from './bnxt/bnxt-device.js';
import { cxlWith } from './cxl/cxl-device.js';
import { modelledCxlWith } from './cxl/modelled.js';
import { cxlSwitchWith } from './cxl/switch-device.js';
import { mlx5With, modelledWith } from './mlx5/mlx5-device.js';
import { modelledNvmeWith, nvmeWith } from './nvme/nvme-device.js';
import { pdsWith } from './pds/pds-device.js';
import { createPlainDevice } from './plain/plain-device.js';

/** A device whose modules are loaded when there is one. */
function whenAsked(load: () => Promise<Pick<DeviceFactories, 'modelled'>>): DeviceFactories['modelled'] {
  return async (setup, instance) => (await load()).modelled(setup, instance);
}

const partitioned = (partition: 'hypervisor' | 'virtual machine') =>
  whenAsked(async () => (await import('./partitioned/partitioned-device.js')).modelledFunctionWith(partition));

/** The reference devices that are judged by a model file, too. */
export const MODELLED_DEVICES = {
  mlx5: modelledWith(() => ({})).modelled,
  cxl: modelledCxlWith({}).modelled,
  raid: whenAsked(async () => (await import('./raid/raid-device.js')).modelledRaidWith({})),
  bmc: whenAsked(async () => (await import('./bmc/bmc-device.js')).modelledBmcWith({})),
  'hypervisor-function': partitioned('hypervisor'),
  'vm-function': partitioned('virtual machine'),
  nvme: modelledNvmeWith({}).modelled,
} as const satisfies Record<string, DeviceFactories['modelled']>;

/** Of those, the ones whose firmware no other driver of the kernel uses. */
export const UNSHARED_DEVICES: readonly ShippedModel[] = ['bmc', 'hypervisor-function', 'vm-function'];

/** The devices of the reference, by profile. */
export const DEVICES: DeviceFactories = {
  plain: createPlainDevice,
  ...mlx5With({}),
  ...cxlWith({}),
  ...cxlSwitchWith({}),
  ...bnxtWith({}),
  ...pdsWith({}),
  ...nvmeWith({}),
  modelled: MODELLED_DEVICES[USUAL_MODEL],
};
