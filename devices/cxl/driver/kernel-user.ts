import { uuidText } from '../../../kit/formats/cxl/feature-uuids.js';
import { CXL_RPC_IN, decodeCxlRpc } from '../../../kit/formats/cxl/fwctl-rpc.js';
import { decodeGetFeature } from '../../../kit/formats/cxl/get-feature.js';
import { decodeSetFeature } from '../../../kit/formats/cxl/set-feature.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { KernelUser } from '../../../reference-impl/driver-ops.js';
import type { CxlDriver } from './driver.js';
import { readInPieces } from './get-feature.js';
import type { Outcome } from './outcome.js';
import { sendInParts } from './set-feature.js';

/** The drivers in the kernel that use features themselves, such as those of scrubbing and repair. */
export function kernelUser(driver: CxlDriver): KernelUser {
  return {
    command: (request) => kernelCommand(driver, request),
    claim: (request) => driver.parts.claim(driver, uuidText(decodeCxlRpc(request).payload)),
  };
}

/** Their transfers take turns with those of user space. Source: drivers/cxl/core/features.c, cxl_get_feature and cxl_set_feature. */
async function kernelCommand(driver: CxlDriver, request: Uint8Array): Promise<Result<Uint8Array, Errno>> {
  const { parts } = driver;
  const { opcode, opSize } = decodeCxlRpc(request);
  const payload = request.slice(CXL_RPC_IN.payload, CXL_RPC_IN.payload + opSize);
  const transfer = transferOf(driver, parts.featureCommand(opcode), payload);
  if (transfer === null) return refuse('EOPNOTSUPP');
  const outcome = await parts.kernelTurn(driver, transfer);
  return outcome.ok ? ok(parts.packAnswer(outcome.value.returnCode, outcome.value.payload)) : outcome;
}

function transferOf(
  driver: CxlDriver,
  command: ReturnType<CxlDriver['parts']['featureCommand']>,
  payload: Uint8Array,
): (() => Promise<Outcome>) | null {
  switch (command) {
    case 'Get Feature':
      return () => readInPieces(driver, decodeGetFeature(payload));
    case 'Set Feature':
      return () => sendInParts(driver, decodeSetFeature(payload));
    default:
      return null;
  }
}

/** From now on the feature is another driver's; what user space has under way comes to its end first. */
export async function claim(driver: CxlDriver, uuid: string): Promise<void> {
  driver.claimed.add(uuid);
  await driver.lastTransfer.over;
}

/** Whether a driver in the kernel manages the feature: from the beginning, or since it has claimed it. */
export function isKept(driver: CxlDriver, uuid: string): boolean {
  return driver.parts.isExclusive(uuid) || driver.claimed.has(uuid);
}
