import { applyCapabilities, maySetCapabilities } from './hca-capabilities.js';
import { freeObjectsOf } from './objects.js';
import { plainBody } from './plain-commands.js';
import { hasCommand } from './releases.js';
import { isKnownUid, lacksTools, takeUid } from './user-contexts.js';

/** What the firmware alone decides about user contexts, by name. A broken subject is this table with one entry replaced. */
export const MLX5_FIRMWARE_PARTS = {
  applyCapabilities,
  freeObjectsOf,
  hasCommand,
  isKnownUid,
  lacksTools,
  maySetCapabilities,
  plainBody,
  takeUid,
};

export type Mlx5FirmwareParts = typeof MLX5_FIRMWARE_PARTS;
