import { GET_FEATURE_IN } from '../../../kit/formats/cxl/get-feature.js';
import { SET_FEATURE_IN } from '../../../kit/formats/cxl/set-feature.js';
import { ok, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { FeatureCommand } from './admission.js';
import type { CxlDriver } from './driver.js';
import { LIST_SIZE } from './list-features.js';
import type { Outcome } from './rpc.js';

/** What op_size may be. Source: drivers/cxl/core/features.c, cxlctl_get_supported_features, cxlctl_get_feature, cxlctl_set_feature. */
export function isRightSize(command: FeatureCommand, opSize: number): boolean {
  switch (command) {
    case 'Get Supported Features':
      return opSize === LIST_SIZE;
    case 'Get Feature':
      return opSize === GET_FEATURE_IN.length;
    case 'Set Feature':
      return opSize > SET_FEATURE_IN.length;
  }
}

/** A transfer waits until the one before it is over. Source: drivers/cxl/core/features.c, feat_mutex. */
export function oneByOne(driver: CxlDriver, transfer: () => Promise<Outcome>): Promise<Outcome> {
  const mine = driver.lastTransfer.then(transfer);
  driver.lastTransfer = mine.catch(() => undefined);
  return mine;
}

/** What the device answers travels in the response. */
export function deviceError(returnCode: number): Outcome {
  return ok({ returnCode, payload: new Uint8Array(0) });
}

/** What did not get through fails the call, as include/uapi/fwctl/fwctl.h asks; Linux 7.2 says success here. */
export function undelivered(errno: Errno): Outcome {
  return refuse(errno);
}
