import { effectsWord } from '../kit/formats/cxl/effects.js';
import { CXL_FEATURE_UUIDS } from '../kit/formats/cxl/feature-uuids.js';
import { CXL_SETUP, type CxlFeature, MLX5_SETUP } from '../kit/subject/device-setups.js';
import type { DeviceFactories } from '../reference-impl/device-instance.js';
import { createBnxtDevice } from './bnxt/bnxt-device.js';
import { createCxlDevice } from './cxl/cxl-device.js';
import { createMlx5Device } from './mlx5/mlx5-device.js';
import { createPdsDevice } from './pds/pds-device.js';
import { createPlainDevice } from './plain/plain-device.js';

const FEATURE = { getSize: 4, setSize: 4, flags: 1, getVersion: 1, setVersion: 1, value: new Uint8Array(4) };

/** What devices/cxl/fwctl-model.yaml speaks of. */
const CXL_FEATURES: readonly CxlFeature[] = [
  { ...FEATURE, uuid: '11111111-2222-3333-4444-555555555501', effects: effectsWord(['configuration change after cold reset']) },
  { ...FEATURE, uuid: '11111111-2222-3333-4444-555555555502', effects: effectsWord(['immediate configuration change']) },
  { ...FEATURE, uuid: CXL_FEATURE_UUIDS['patrol scrub'], effects: effectsWord(['immediate policy change']) },
];

/** The reference devices that are judged by a model file, too. */
export const MODELLED_DEVICES = {
  mlx5: (_setup, instance) => createMlx5Device(MLX5_SETUP, instance),
  cxl: (_setup, instance) => createCxlDevice({ ...CXL_SETUP, features: CXL_FEATURES }, instance),
} as const satisfies Record<string, DeviceFactories['modelled']>;

/** The devices of the reference, by profile. */
export const DEVICES: DeviceFactories = {
  plain: createPlainDevice,
  mlx5: (setup, instance) => createMlx5Device(setup, instance),
  cxl: (setup, instance) => createCxlDevice(setup, instance),
  bnxt: (_setup, instance) => createBnxtDevice(instance),
  pds: (setup, instance) => createPdsDevice(setup, instance),
  modelled: MODELLED_DEVICES.mlx5,
};
