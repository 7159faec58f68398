import { readU32, writeU32 } from '../little-endian.js';
import { decodeFwRevision, encodeFwRevision } from './fw-revision.js';

/**
 * Offsets and lengths in bytes; what is not named here is zero in a device without event logs, poison list and label
 * storage. Sources: drivers/cxl/cxlmem.h, struct cxl_mbox_identify; its end by the CXL specification.
 */
export const IDENTIFY_MEMORY_DEVICE_OUT = { length: 69, fwRevision: 0, total: 16, volatileOnly: 24, persistentOnly: 32 } as const;

/** Capacities are counted in units of 256 MiB. Source: drivers/cxl/cxlmem.h, CXL_CAPACITY_MULTIPLIER. */
export type MemoryDeviceIdentity = {
  readonly fwRevision: string;
  readonly total: number;
  readonly volatileOnly: number;
  readonly persistentOnly: number;
};

export function encodeIdentity({ fwRevision, total, volatileOnly, persistentOnly }: MemoryDeviceIdentity): Uint8Array {
  const payload = new Uint8Array(IDENTIFY_MEMORY_DEVICE_OUT.length);
  payload.set(encodeFwRevision(fwRevision), IDENTIFY_MEMORY_DEVICE_OUT.fwRevision);
  writeU32(payload, IDENTIFY_MEMORY_DEVICE_OUT.total, total);
  writeU32(payload, IDENTIFY_MEMORY_DEVICE_OUT.volatileOnly, volatileOnly);
  writeU32(payload, IDENTIFY_MEMORY_DEVICE_OUT.persistentOnly, persistentOnly);
  return payload;
}

export function decodeIdentity(payload: Uint8Array): MemoryDeviceIdentity {
  return {
    fwRevision: decodeFwRevision(payload, IDENTIFY_MEMORY_DEVICE_OUT.fwRevision),
    total: readU32(payload, IDENTIFY_MEMORY_DEVICE_OUT.total),
    volatileOnly: readU32(payload, IDENTIFY_MEMORY_DEVICE_OUT.volatileOnly),
    persistentOnly: readU32(payload, IDENTIFY_MEMORY_DEVICE_OUT.persistentOnly),
  };
}
