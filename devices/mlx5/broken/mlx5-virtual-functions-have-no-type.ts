import { DEVICE_TYPES } from '../../../kit/uapi/device-type.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { createMlx5Device } from '../mlx5-device.js';

/** Breaks mlx5-device-type. */
export default {
  rule: 'mlx5-device-type',
  summary: 'FWCTL_INFO of a virtual function reports no device type.',
  devices: {
    mlx5: async (setup, instance) => {
      const device = await createMlx5Device(setup, instance);
      const deviceType = setup.functionKind === 'virtual' ? 0 : DEVICE_TYPES.MLX5;
      return { ...device, ops: device.ops && { ...device.ops, deviceType } };
    },
  },
} satisfies BrokenVariant;
