import type { DeviceFactories } from '../reference-impl/device-instance.js';
import { createPlainDevice } from './plain/plain-device.js';

/** The devices of the reference, by profile. */
export const DEVICES: DeviceFactories = {
  plain: createPlainDevice,
  mlx5: () => {
    throw new Error('mlx5 is being built');
  },
  cxl: () => {
    throw new Error('cxl is being built');
  },
};
