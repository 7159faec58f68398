import { effectsWord } from '../../kit/formats/cxl/effects.js';
import { CXL_FEATURE_UUIDS } from '../../kit/formats/cxl/feature-uuids.js';
import { CXL_SETUP, type CxlFeature, type ModelledSetup } from '../../kit/subject/device-setups.js';
import type { DeviceFactories } from '../../reference-impl/device-instance.js';
import { deviceKind } from '../../reference-impl/device-kind.js';
import { type CxlChange, createCxlDevice } from './cxl-device.js';
import { CXL_DRIVER_PARTS } from './driver/parts.js';
import { CXL_FIRMWARE_PARTS } from './firmware/parts.js';

const FEATURE = { getSize: 4, setSize: 4, flags: 1, getVersion: 1, setVersion: 1, value: new Uint8Array(4) };

/** What fwctl-model.yaml speaks of. */
const FEATURES: readonly CxlFeature[] = [
  {
    ...FEATURE,
    uuid: '11111111-2222-3333-4444-555555555501',
    effects: effectsWord(['configuration change after cold reset']),
    value: Uint8Array.of(0x11, 0x22, 0x33, 0x44),
  },
  { ...FEATURE, uuid: '11111111-2222-3333-4444-555555555502', effects: effectsWord(['immediate configuration change']) },
  { ...FEATURE, uuid: CXL_FEATURE_UUIDS['patrol scrub'], effects: effectsWord(['immediate policy change']) },
];

const modelledKind = deviceKind(
  { driver: CXL_DRIVER_PARTS, firmware: CXL_FIRMWARE_PARTS },
  (_setup: ModelledSetup, instance, change: CxlChange) => createCxlDevice({ ...CXL_SETUP, features: FEATURES }, instance, change),
);

/** The memory device behind its model file, for rules that know a device by its model only. */
export function modelledCxlWith(change: CxlChange): Pick<DeviceFactories, 'modelled'> {
  return { modelled: modelledKind(() => change) };
}
