import type { DeviceInstance } from '../../../reference-impl/device-instance.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { keepCachePolicy } from '../firmware/cache-policy.js';
import type { Firmware } from '../firmware/firmware.js';
import { createRaidDevice } from '../raid-device.js';

/** Breaks driver-change-waits-for-reset. */
export default {
  rule: 'driver-change-waits-for-reset',
  summary: 'A cache policy that waits for a reset is in force when the next file is opened.',
  devices: { modelled: (_setup, instance) => hasty(instance) },
  model: 'raid',
} satisfies BrokenVariant;

function hasty(instance: number): DeviceInstance {
  let changed: Firmware | null = null;
  const device = createRaidDevice(instance, {
    firmware: {
      keepCachePolicy: (firmware, volume, policy) => {
        changed = firmware;
        keepCachePolicy(firmware, volume, policy);
      },
    },
  });
  const { ops } = device;
  if (ops === null) return device;
  const openUctx = (): ReturnType<typeof ops.openUctx> => {
    for (const [volume, policy] of changed?.stagedCachePolicies ?? []) changed?.cachePolicies.set(volume, policy);
    return ops.openUctx();
  };
  return { ...device, ops: { ...ops, openUctx } };
}
