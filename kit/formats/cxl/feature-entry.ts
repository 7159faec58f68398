import { readU16, readU32, writeU16, writeU32 } from '../little-endian.js';
import { UUID_LENGTH, uuidBytes, uuidText } from './feature-uuids.js';

/** A Supported Features entry; offsets and lengths in bytes. Source: include/uapi/cxl/features.h, struct cxl_feat_entry. */
export const FEATURE_ENTRY = {
  length: 48,
  uuid: 0,
  id: UUID_LENGTH,
  getSize: 18,
  setSize: 20,
  flags: 22,
  getVersion: 26,
  setVersion: 27,
  effects: 28,
  reserved: 30,
} as const;

/**
 * Flags of an entry. Sources: include/uapi/cxl/features.h, CXL_FEATURE_F_*; the three bits of the deepest reset
 * persistence, which have no name there, by the CXL specification.
 */
export const FEATURE_FLAGS = {
  changeable: 1 << 0,
  deepestResetPersistence: 0x7 << 1,
  persistsAcrossFirmwareUpdate: 1 << 4,
  defaultSelectable: 1 << 5,
  savedSelectable: 1 << 6,
} as const;

/** Numbers of the deepest reset persistence: lesser resets leave the current value alone, this one and deeper ones bring the saved value back. */
export const RESET_PERSISTENCE = { none: 0, cxl: 1, hot: 2, warm: 3, cold: 4 } as const;
export const RESET_PERSISTENCE_SHIFT = 1;

/** Sizes in bytes; numbers are those of the CXL tables. */
export type FeatureEntry = {
  readonly uuid: string;
  readonly id: number;
  readonly getSize: number;
  readonly setSize: number;
  readonly flags: number;
  readonly getVersion: number;
  readonly setVersion: number;
  readonly effects: number;
};

export function encodeFeatureEntry(entry: FeatureEntry): Uint8Array {
  const bytes = new Uint8Array(FEATURE_ENTRY.length);
  bytes.set(uuidBytes(entry.uuid), FEATURE_ENTRY.uuid);
  writeU16(bytes, FEATURE_ENTRY.id, entry.id);
  writeU16(bytes, FEATURE_ENTRY.getSize, entry.getSize);
  writeU16(bytes, FEATURE_ENTRY.setSize, entry.setSize);
  writeU32(bytes, FEATURE_ENTRY.flags, entry.flags);
  bytes[FEATURE_ENTRY.getVersion] = entry.getVersion;
  bytes[FEATURE_ENTRY.setVersion] = entry.setVersion;
  writeU16(bytes, FEATURE_ENTRY.effects, entry.effects);
  return bytes;
}

export function decodeFeatureEntry(bytes: Uint8Array, offset = 0): FeatureEntry {
  return {
    uuid: uuidText(bytes, offset + FEATURE_ENTRY.uuid),
    id: readU16(bytes, offset + FEATURE_ENTRY.id),
    getSize: readU16(bytes, offset + FEATURE_ENTRY.getSize),
    setSize: readU16(bytes, offset + FEATURE_ENTRY.setSize),
    flags: readU32(bytes, offset + FEATURE_ENTRY.flags),
    getVersion: bytes[offset + FEATURE_ENTRY.getVersion] ?? 0,
    setVersion: bytes[offset + FEATURE_ENTRY.setVersion] ?? 0,
    effects: readU16(bytes, offset + FEATURE_ENTRY.effects),
  };
}
