import { setFeature, whenLive } from './features.js';
import { commitFirmware, isGenuine, stage } from './firmware-slots.js';
import { useHostMemoryBuffer } from './host-memory-buffer.js';
import { withoutSecrets } from './memory-image.js';
import { readCounters } from './vendor-commands.js';

/** What the firmware alone decides, by name. A broken subject is this table with one entry replaced. */
export const NVME_FIRMWARE_PARTS = {
  commitFirmware,
  isGenuine,
  readCounters,
  setFeature,
  stage,
  useHostMemoryBuffer,
  whenLive,
  withoutSecrets,
};

export type NvmeFirmwareParts = typeof NVME_FIRMWARE_PARTS;
