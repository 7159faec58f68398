import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';

/** What of the Feature commands a device has. Source: drivers/cxl/core/mbox.c, set_features_cap. */
export const FEATURE_SUPPORT = ['none', 'read-only', 'read-write'] as const;
export type FeatureSupport = (typeof FEATURE_SUPPORT)[number];

/** Reading takes two commands, and without reading there is nothing to set. */
export function featureSupport(commands: ReadonlyMap<number, number>): FeatureSupport {
  const { 'Get Supported Features': list, 'Get Feature': get, 'Set Feature': set } = CXL_OPCODES;
  if (!commands.has(list) || !commands.has(get)) return 'none';
  return commands.has(set) ? 'read-write' : 'read-only';
}
