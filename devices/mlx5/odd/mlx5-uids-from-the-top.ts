import type { Variant } from '../../../reference-impl/variant.js';
import { LAST_UID, takeUid } from '../firmware/user-contexts.js';
import { mlx5With } from '../mlx5-device.js';

export default {
  summary: 'The firmware gives out uids from the greatest downwards.',
  devices: mlx5With({ firmware: { takeUid: (firmware) => LAST_UID - takeUid(firmware) } }),
} satisfies Variant;
