import { CXL_RPC_OUT } from '../../../kit/formats/cxl/fwctl-rpc.js';
import { decodeGetFeature, encodeGetFeature, type GetFeature } from '../../../kit/formats/cxl/get-feature.js';
import { refuse } from '../../../kit/result.js';
import type { CxlDriver } from './driver.js';
import { isSuccess, sendCommand } from './mailbox.js';
import { type Outcome, succeeded } from './outcome.js';

/** Source: drivers/cxl/core/features.c, cxlctl_get_feature. */
export async function getFeature(driver: CxlDriver, payload: Uint8Array, outLength: number): Promise<Outcome> {
  const { parts } = driver;
  if (!parts.isRightSize('Get Feature', payload.length)) return refuse('EINVAL');
  const asked = decodeGetFeature(payload);
  if (!parts.hasRoomFor(asked.count, outLength)) return refuse('EINVAL');
  return parts.oneByOne(driver, () => readInPieces(driver, asked));
}

/** Something is asked for, and there is room for it. */
export function hasRoomFor(count: number, outLength: number): boolean {
  return count > 0 && count <= outLength - CXL_RPC_OUT.headerLength;
}

/** Where a piece begins that is read when so many bytes have come; offsets into the feature. */
export function readsFrom(offset: number, received: number): number {
  return offset + received;
}

/** In pieces that the mailbox carries; EIO for one that is shorter than asked for. Source: drivers/cxl/core/features.c, cxl_get_feature. */
export async function readInPieces(driver: CxlDriver, { uuid, selection, offset, count }: GetFeature): Promise<Outcome> {
  const data = new Uint8Array(count);
  let received = 0;
  while (received < count) {
    const wanted = Math.min(count - received, driver.link.payloadSize);
    const piece = encodeGetFeature({ uuid, selection, offset: driver.parts.readsFrom(offset, received), count: wanted });
    const reply = await sendCommand(driver.link, 'Get Feature', piece);
    if (!reply.ok) return driver.parts.undelivered(reply.errno);
    if (!isSuccess(reply.value)) return driver.parts.deviceError(reply.value.returnCode);
    const arrived = reply.value.payload.subarray(0, wanted);
    if (arrived.length < wanted) return driver.parts.undelivered('EIO');
    data.set(arrived, received);
    received += wanted;
  }
  return succeeded(data);
}
