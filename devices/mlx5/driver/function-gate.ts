import { HCA_CAP, HCA_CAP_PAGES, HCA_CAP_READINGS, hcaCapOpMod, UCTX_CAP_OFFSET } from '../../../kit/formats/mlx5/hca-capabilities.js';
import { buildRequest } from '../../../kit/formats/mlx5/mailbox.js';
import { readU32 } from '../../../kit/formats/mlx5/words.js';

export type FunctionKind = 'physical' | 'virtual' | 'scalable';

/** Which functions get a fwctl device. Source: drivers/net/ethernet/mellanox/mlx5/core/dev.c, is_fwctl_supported. */
export function isFwctlSupported(offeredCapabilities: number, kind: FunctionKind): boolean {
  return offeredCapabilities !== 0 && kind !== 'scalable';
}

/** What the driver asks the function before it is bound. */
export const CAPABILITY_REQUEST = buildRequest('QUERY_HCA_CAP', { opMod: hcaCapOpMod(HCA_CAP_PAGES.GENERAL, HCA_CAP_READINGS.CURRENT) });
export const CAPABILITY_ROOM = HCA_CAP.page + HCA_CAP.pageLength;

export function offeredCapabilities(response: Uint8Array): number {
  return readU32(response, HCA_CAP.page + UCTX_CAP_OFFSET);
}
