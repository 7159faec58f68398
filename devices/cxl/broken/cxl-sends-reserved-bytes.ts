import { CCI_MESSAGE } from '../../../kit/formats/cxl/cci-message.js';
import { SET_FEATURE_IN } from '../../../kit/formats/cxl/set-feature.js';
import type { BrokenVariant } from '../../../reference-impl/variant.js';
import { cxlWith } from '../cxl-device.js';
import type { CxlDriver } from '../driver/driver.js';
import { CXL_DRIVER_PARTS } from '../driver/parts.js';
import { setFeature } from '../driver/set-feature.js';

function withReserved(driver: CxlDriver, payload: Uint8Array): CxlDriver {
  const { link } = driver;
  const execute = (message: Uint8Array) => {
    const reserved = payload.subarray(SET_FEATURE_IN.reserved, SET_FEATURE_IN.length);
    message.set(reserved, CCI_MESSAGE.payload + SET_FEATURE_IN.reserved);
    return link.execute(message);
  };
  return { ...driver, link: { payloadSize: link.payloadSize, execute } };
}

/** Breaks cxl-reserved-input-zero. */
export default {
  rule: 'cxl-reserved-input-zero',
  summary: 'The reserved bytes of Set Feature go to the device as the caller wrote them.',
  devices: cxlWith({
    driver: {
      runCommand: {
        ...CXL_DRIVER_PARTS.runCommand,
        'Set Feature': (driver, payload, outLength) => setFeature(withReserved(driver, payload), payload, outLength),
      },
    },
  }),
} satisfies BrokenVariant;
