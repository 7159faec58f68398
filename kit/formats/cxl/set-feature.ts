import { readU16, readU32, writeU16, writeU32 } from '../little-endian.js';
import { UUID_LENGTH, uuidBytes, uuidText } from './feature-uuids.js';

/** Offsets and lengths in bytes; the data follows the header. Source: include/uapi/cxl/features.h, struct cxl_mbox_set_feat_in. */
export const SET_FEATURE_IN = { length: 32, uuid: 0, flags: UUID_LENGTH, offset: 20, version: 22, reserved: 23, data: 32 } as const;

/** The transfer type: the lowest three bits of the flags. */
export const SET_FEATURE_TRANSFERS = { full: 0, initiate: 1, continue: 2, finish: 3, abort: 4 } as const;
export type SetFeatureTransfer = keyof typeof SET_FEATURE_TRANSFERS;

/** Source: include/uapi/cxl/features.h, CXL_SET_FEAT_FLAG_*. */
export const SET_FEATURE_FLAGS = { transferMask: 0x7, savedAcrossReset: 0x8 } as const;

/** `offset` is in bytes of the feature's data. */
export type SetFeature = {
  readonly uuid: string;
  readonly flags: number;
  readonly offset: number;
  readonly version: number;
  readonly data: Uint8Array;
};

export function encodeSetFeature({ uuid, flags, offset, version, data }: SetFeature): Uint8Array {
  const payload = new Uint8Array(SET_FEATURE_IN.length + data.length);
  payload.set(uuidBytes(uuid), SET_FEATURE_IN.uuid);
  writeU32(payload, SET_FEATURE_IN.flags, flags);
  writeU16(payload, SET_FEATURE_IN.offset, offset);
  payload[SET_FEATURE_IN.version] = version;
  payload.set(data, SET_FEATURE_IN.data);
  return payload;
}

export function decodeSetFeature(payload: Uint8Array): SetFeature {
  return {
    uuid: uuidText(payload, SET_FEATURE_IN.uuid),
    flags: readU32(payload, SET_FEATURE_IN.flags),
    offset: readU16(payload, SET_FEATURE_IN.offset),
    version: payload[SET_FEATURE_IN.version] ?? 0,
    data: payload.slice(SET_FEATURE_IN.data),
  };
}
