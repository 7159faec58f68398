import type { CxlDriver } from './driver.js';
import type { Outcome } from './outcome.js';

/** A transfer waits until the one before it is over. Source: drivers/cxl/core/features.c, feat_mutex. */
export function oneByOne(driver: CxlDriver, transfer: () => Promise<Outcome>): Promise<Outcome> {
  const mine = driver.lastTransfer.over.then(transfer);
  driver.lastTransfer.over = mine.catch(() => undefined);
  return mine;
}
