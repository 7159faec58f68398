import { readU16, writeU16 } from '../little-endian.js';
import { UUID_LENGTH, uuidBytes, uuidText } from './feature-uuids.js';

/** Offsets and lengths in bytes; the answer is the data alone. Source: include/uapi/cxl/features.h, struct cxl_mbox_get_feat_in. */
export const GET_FEATURE_IN = { length: 21, uuid: 0, offset: UUID_LENGTH, count: 18, selection: 20 } as const;

/** Which value of the feature is read. */
export const FEATURE_SELECTIONS = { current: 0, default: 1, saved: 2 } as const;
export type FeatureSelection = keyof typeof FEATURE_SELECTIONS;

/** `offset` and `count` are in bytes of the feature's data. */
export type GetFeature = { readonly uuid: string; readonly offset: number; readonly count: number; readonly selection: number };

export function encodeGetFeature({ uuid, offset, count, selection }: GetFeature): Uint8Array {
  const payload = new Uint8Array(GET_FEATURE_IN.length);
  payload.set(uuidBytes(uuid), GET_FEATURE_IN.uuid);
  writeU16(payload, GET_FEATURE_IN.offset, offset);
  writeU16(payload, GET_FEATURE_IN.count, count);
  payload[GET_FEATURE_IN.selection] = selection;
  return payload;
}

export function decodeGetFeature(payload: Uint8Array): GetFeature {
  return {
    uuid: uuidText(payload, GET_FEATURE_IN.uuid),
    offset: readU16(payload, GET_FEATURE_IN.offset),
    count: readU16(payload, GET_FEATURE_IN.count),
    selection: payload[GET_FEATURE_IN.selection] ?? 0,
  };
}
