import { USUAL_MODEL } from '../kit/model/model.js';
import type { DeviceFactories } from '../reference-impl/device-instance.js';
import { createBnxtDevice } from './bnxt/bnxt-device.js';
import { createCxlDevice } from './cxl/cxl-device.js';
import { modelledCxlWith } from './cxl/modelled.js';
import { createCxlSwitch } from './cxl/switch-device.js';
import { createMlx5Device, modelledWith } from './mlx5/mlx5-device.js';
import { createNvmeDevice, modelledNvmeWith } from './nvme/nvme-device.js';
import { createPdsDevice } from './pds/pds-device.js';
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

/** The devices of the reference, by profile. */
export const DEVICES: DeviceFactories = {
  plain: createPlainDevice,
  mlx5: (setup, instance) => createMlx5Device(setup, instance),
  cxl: (setup, instance) => createCxlDevice(setup, instance),
  'cxl-switch': (setup, instance) => createCxlSwitch(setup, instance),
  bnxt: (_setup, instance) => createBnxtDevice(instance),
  pds: (setup, instance) => createPdsDevice(setup, instance),
  nvme: (setup, instance) => createNvmeDevice(setup, instance),
  modelled: MODELLED_DEVICES[USUAL_MODEL],
};
