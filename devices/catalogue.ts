import { USUAL_MODEL } from '../kit/model/model.js';
import type { DeviceFactories } from '../reference-impl/device-instance.js';
import { modelledBmcWith } from './bmc/bmc-device.js';
import { createBnxtDevice } from './bnxt/bnxt-device.js';
import { createCxlDevice } from './cxl/cxl-device.js';
import { modelledCxlWith } from './cxl/modelled.js';
import { createMlx5Device, modelledWith } from './mlx5/mlx5-device.js';
import { createNvmeDevice, modelledNvmeWith } from './nvme/nvme-device.js';
import { modelledFunctionWith } from './partitioned/partitioned-device.js';
import { createPdsDevice } from './pds/pds-device.js';
import { createPlainDevice } from './plain/plain-device.js';
import { modelledRaidWith } from './raid/raid-device.js';

/** The reference devices that are judged by a model file, too. */
export const MODELLED_DEVICES = {
  mlx5: modelledWith(() => ({})).modelled,
  cxl: modelledCxlWith({}).modelled,
  raid: modelledRaidWith({}).modelled,
  bmc: modelledBmcWith({}).modelled,
  'hypervisor-function': modelledFunctionWith('hypervisor').modelled,
  'vm-function': modelledFunctionWith('virtual machine').modelled,
  nvme: modelledNvmeWith({}).modelled,
} as const satisfies Record<string, DeviceFactories['modelled']>;

/** The devices of the reference, by profile. */
export const DEVICES: DeviceFactories = {
  plain: createPlainDevice,
  mlx5: (setup, instance) => createMlx5Device(setup, instance),
  cxl: (setup, instance) => createCxlDevice(setup, instance),
  bnxt: (_setup, instance) => createBnxtDevice(instance),
  pds: (setup, instance) => createPdsDevice(setup, instance),
  nvme: (setup, instance) => createNvmeDevice(setup, instance),
  modelled: MODELLED_DEVICES[USUAL_MODEL],
};
