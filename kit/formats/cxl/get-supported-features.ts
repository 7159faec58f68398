import { readU16, readU32, writeU16, writeU32 } from '../little-endian.js';
import { decodeFeatureEntry, encodeFeatureEntry, FEATURE_ENTRY, type FeatureEntry } from './feature-entry.js';

/** Offsets and lengths in bytes. Source: include/uapi/cxl/features.h, struct cxl_mbox_get_sup_feats_in and _out. */
export const GET_SUPPORTED_FEATURES_IN = { length: 8, count: 0, startIndex: 4, reserved: 6 } as const;
export const GET_SUPPORTED_FEATURES_OUT = { length: 8, numEntries: 0, supportedFeatures: 2, reserved: 4, entries: 8 } as const;

/** `count` is in bytes: how long the answer may be. `startIndex` counts entries from 0. */
export type GetSupportedFeatures = { readonly count: number; readonly startIndex: number };

export function encodeGetSupportedFeatures({ count, startIndex }: GetSupportedFeatures): Uint8Array {
  const payload = new Uint8Array(GET_SUPPORTED_FEATURES_IN.length);
  writeU32(payload, GET_SUPPORTED_FEATURES_IN.count, count);
  writeU16(payload, GET_SUPPORTED_FEATURES_IN.startIndex, startIndex);
  return payload;
}

export function decodeGetSupportedFeatures(payload: Uint8Array): GetSupportedFeatures {
  return { count: readU32(payload, GET_SUPPORTED_FEATURES_IN.count), startIndex: readU16(payload, GET_SUPPORTED_FEATURES_IN.startIndex) };
}

/** `supportedFeatures` is how many features the device has, `numEntries` how many entries the answer says it holds. */
export type SupportedFeatures = {
  readonly numEntries: number;
  readonly supportedFeatures: number;
  readonly entries: readonly FeatureEntry[];
};

export function encodeSupportedFeatures(supportedFeatures: number, entries: readonly FeatureEntry[]): Uint8Array {
  const payload = new Uint8Array(GET_SUPPORTED_FEATURES_OUT.length + entries.length * FEATURE_ENTRY.length);
  writeU16(payload, GET_SUPPORTED_FEATURES_OUT.numEntries, entries.length);
  writeU16(payload, GET_SUPPORTED_FEATURES_OUT.supportedFeatures, supportedFeatures);
  for (const [index, entry] of entries.entries()) {
    payload.set(encodeFeatureEntry(entry), GET_SUPPORTED_FEATURES_OUT.entries + index * FEATURE_ENTRY.length);
  }
  return payload;
}

/** `entries` are the whole entries that the payload has bytes for, whatever its number of entries says. */
export function decodeSupportedFeatures(payload: Uint8Array): SupportedFeatures {
  const whole = Math.max(0, Math.floor((payload.length - GET_SUPPORTED_FEATURES_OUT.length) / FEATURE_ENTRY.length));
  return {
    numEntries: readU16(payload, GET_SUPPORTED_FEATURES_OUT.numEntries),
    supportedFeatures: readU16(payload, GET_SUPPORTED_FEATURES_OUT.supportedFeatures),
    entries: Array.from({ length: whole }, (_, index) =>
      decodeFeatureEntry(payload, GET_SUPPORTED_FEATURES_OUT.entries + index * FEATURE_ENTRY.length),
    ),
  };
}
