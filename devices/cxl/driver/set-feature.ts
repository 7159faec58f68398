import { CXL_RPC_OUT } from '../../../kit/formats/cxl/fwctl-rpc.js';
import { CXL_RETURN_CODES } from '../../../kit/formats/cxl/return-codes.js';
import {
  decodeSetFeature,
  encodeSetFeature,
  SET_FEATURE_FLAGS,
  SET_FEATURE_IN,
  SET_FEATURE_TRANSFERS,
  type SetFeature,
  type SetFeatureTransfer,
} from '../../../kit/formats/cxl/set-feature.js';
import { refuse } from '../../../kit/result.js';
import type { CxlDriver } from './driver.js';
import { isSuccess, sendCommand } from './mailbox.js';
import { type Outcome, succeeded } from './outcome.js';

/** Source: drivers/cxl/core/features.c, cxlctl_set_feature. */
export async function setFeature(driver: CxlDriver, payload: Uint8Array, outLength: number): Promise<Outcome> {
  const { parts } = driver;
  if (!parts.isRightSize('Set Feature', payload.length)) return refuse('EINVAL');
  const request = decodeSetFeature(payload);
  if (parts.isKept(driver, request.uuid)) return refuse('EPERM');
  if (!parts.hasRoomForResult(outLength)) return refuse('EINVAL');
  return parts.oneByOne(driver, () => sendInParts(driver, request));
}

export function hasRoomForResult(outLength: number): boolean {
  return outLength >= CXL_RPC_OUT.headerLength;
}

/** Where a part belongs that is sent when so many bytes have gone; offsets into the feature. */
export function setsFrom(offset: number, sent: number): number {
  return offset + sent;
}

/** A mailbox with less room for data takes no transfer; in bytes. Source: drivers/cxl/core/features.c, FEAT_DATA_MIN_PAYLOAD_SIZE. */
const LEAST_ROOM = 10;

/** Source: drivers/cxl/core/features.c, cxl_set_feature. */
export async function sendInParts(driver: CxlDriver, request: SetFeature): Promise<Outcome> {
  const room = driver.link.payloadSize - SET_FEATURE_IN.length;
  if (room < LEAST_ROOM) return driver.parts.deviceError(CXL_RETURN_CODES['Invalid Input']);
  for (let sent = 0; sent < request.data.length; sent += room) {
    const data = request.data.subarray(sent, sent + room);
    const flags = driver.parts.setFlags(request.flags, transferOf(sent, data.length, request.data.length));
    const part = encodeSetFeature({ ...request, flags, offset: driver.parts.setsFrom(request.offset, sent), data });
    const reply = await sendCommand(driver.link, 'Set Feature', part);
    if (!reply.ok) return driver.parts.undelivered(reply.errno);
    if (!isSuccess(reply.value)) return driver.parts.deviceError(reply.value.returnCode);
  }
  return succeeded();
}

function transferOf(sent: number, length: number, total: number): SetFeatureTransfer {
  if (length === total) return 'full';
  if (sent === 0) return 'initiate';
  return sent + length < total ? 'continue' : 'finish';
}

/** The transfer type is the driver's to choose, and a value is always kept across a reset. */
export function setFlags(asked: number, transfer: SetFeatureTransfer): number {
  return (asked & ~SET_FEATURE_FLAGS.transferMask) | SET_FEATURE_TRANSFERS[transfer] | SET_FEATURE_FLAGS.savedAcrossReset;
}
