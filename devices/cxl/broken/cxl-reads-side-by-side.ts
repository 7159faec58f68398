import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import type { CxlDriver } from '../driver/driver.js';
import { getFeature } from '../driver/get-feature.js';
import type { Outcome } from '../driver/outcome.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';

/** After what the readers read, and when the last of them is through. */
type Readers = { readonly after: Promise<unknown>; readonly over: Promise<unknown> };
const READERS = new WeakMap<CxlDriver['lastTransfer'], Readers>();

function besideReaders({ lastTransfer }: CxlDriver, transfer: () => Promise<Outcome>): Promise<Outcome> {
  const readers = READERS.get(lastTransfer);
  const after = readers?.over === lastTransfer.over ? readers.after : lastTransfer.over;
  const mine = after.then(transfer);
  const over = Promise.all([lastTransfer.over, mine.catch(() => undefined)]);
  READERS.set(lastTransfer, { after, over });
  lastTransfer.over = over;
  return mine;
}

/** Breaks cxl-multipart-atomic. */
export default {
  rule: 'cxl-multipart-atomic',
  summary: 'Transfers that read wait for those that set, and not for each other.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Feature': (driver, payload, outLength) =>
          getFeature({ ...driver, parts: { ...driver.parts, oneByOne: besideReaders } }, payload, outLength),
      },
    },
  }),
} satisfies BrokenVariant;
