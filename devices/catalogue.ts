import type { DeviceFactories } from '../reference-impl/device-instance.js';
import { createCxlDevice } from './cxl/cxl-device.js';
import { createMlx5Device } from './mlx5/mlx5-device.js';
import { createPlainDevice } from './plain/plain-device.js';

/** The devices of the reference, by profile. */
export const DEVICES: DeviceFactories = {
  plain: createPlainDevice,
  mlx5: (setup, instance) => createMlx5Device(setup, instance),
  cxl: (setup, instance) => createCxlDevice(setup, instance),
};
