import { CCI_MESSAGE } from '../../../kit/formats/cxl/cci-message.js';
import { decodeGetFeature, FEATURE_SELECTIONS, GET_FEATURE_IN } from '../../../kit/formats/cxl/get-feature.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import { getFeature } from '../driver/get-feature.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';
import type { CxlLink } from '../link.js';

/** A mailbox to which every piece looks like one of the current value, unless it begins at the offset. */
function selectingAt(link: CxlLink, offset: number): CxlLink {
  const execute = (message: Uint8Array) => {
    const payload = CCI_MESSAGE.payload;
    if (decodeGetFeature(message.slice(payload)).offset !== offset)
      message[payload + GET_FEATURE_IN.selection] = FEATURE_SELECTIONS.current;
    return link.execute(message);
  };
  return { payloadSize: link.payloadSize, execute };
}

/** Breaks cxl-get-selection. */
export default {
  rule: 'cxl-get-selection',
  summary: 'Each piece but the first is of the current value.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Get Feature': (driver, payload, outLength) =>
          getFeature({ ...driver, link: selectingAt(driver.link, decodeGetFeature(payload).offset) }, payload, outLength),
      },
    },
  }),
} satisfies BrokenVariant;
