import type { BnxtRelease } from '../../../kit/formats/bnxt/arguments.js';
import { DEVICE_TYPES } from '../../../kit/uapi/device-type.js';
import type { BnxtLink } from '../link.js';
import { leastScope, validateRpc } from './admission.js';
import { checkBuffers, lendBuffers, takeBuffersBack } from './buffers.js';
import { deviceInfo } from './info.js';
import { checkLengths, checkRpc, fwRpc, lostResponse, responseOf } from './rpc.js';

/** Every decision of the driver by name. A broken subject is this table with one entry replaced. */
export const BNXT_DRIVER_PARTS = {
  checkBuffers,
  checkLengths,
  checkRpc,
  deviceInfo,
  deviceType: DEVICE_TYPES.BNXT as number,
  fwRpc,
  leastScope,
  lendBuffers,
  lostResponse,
  responseOf,
  takeBuffersBack,
  validateRpc,
};

export type BnxtDriverParts = typeof BNXT_DRIVER_PARTS;

/** The driver bound to one function. */
export type BnxtDriver = { readonly parts: BnxtDriverParts; readonly link: BnxtLink; readonly linux: BnxtRelease };
