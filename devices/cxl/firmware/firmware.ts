import type { CommandEffects } from '../../../kit/formats/cxl/logs.js';
import type { BackgroundSlot } from './background.js';
import { commandEffectsLog } from './command-effects-log.js';
import type { FeatureTransfer } from './feature-transfer.js';
import { createFeatures, type Feature, type FeatureSetup } from './features.js';
import { activateStaged, createFwSlots, type FwSlots } from './fw-slots.js';
import { CXL_FIRMWARE_PARTS, type CxlFirmwareParts } from './parts.js';
import type { Release } from './releases.js';
import type { CxlReset } from './resets.js';
import { becomeLive } from './set-value.js';
import type { Transfer } from './transfer.js';

/** What is known of the device before power-on. */
export type MemoryDeviceSetup = {
  /** The opcodes that the Command Effects Log is to have beside those that every such device has. */
  readonly commands: readonly number[];
  /** What the Command Effects Log announces for Set Feature. */
  readonly setFeatureEffects: number;
  readonly features: readonly FeatureSetup[];
  /** The longest payload of a command or an answer, in bytes. */
  readonly payloadSize: number;
};

/** Everything that the firmware of a memory device holds. */
export type Firmware = BackgroundSlot & {
  readonly parts: CxlFirmwareParts;
  /** The longest payload of a command or an answer, in bytes. */
  readonly payloadSize: number;
  /** The Command Effects Log: the commands that the device has. */
  readonly log: readonly CommandEffects[];
  features: readonly Feature[];
  featureTransfer: FeatureTransfer | null;
  readonly fwSlots: FwSlots;
  fwTransfer: Transfer | null;
};

/** A firmware as it is after power-on. A broken subject brings the parts that differ. */
export function createFirmware(setup: MemoryDeviceSetup, changed: Partial<CxlFirmwareParts> = {}): Firmware {
  return {
    parts: { ...CXL_FIRMWARE_PARTS, ...changed },
    payloadSize: setup.payloadSize,
    log: commandEffectsLog(setup),
    features: createFeatures(setup.features),
    featureTransfer: null,
    fwSlots: createFwSlots(),
    fwTransfer: null,
    background: null,
  };
}

/** Another release is put on the device, and begins with the features as it has them. */
export function runRelease(firmware: Firmware, setup: MemoryDeviceSetup, release: Release): void {
  resetFirmware(firmware, 'cold');
  firmware.features = createFeatures(setup.features.map((feature) => firmware.parts.featureOfRelease(feature, release)));
}

/** What waited for the reset takes effect; what was under way is gone and has changed nothing. */
export function resetFirmware(firmware: Firmware, reset: CxlReset): void {
  firmware.featureTransfer = null;
  firmware.fwTransfer = null;
  firmware.background = null;
  if (reset === 'cold') activateStaged(firmware.fwSlots);
  for (const feature of firmware.features) resetFeature(firmware, feature, reset);
}

function resetFeature({ parts }: Firmware, feature: Feature, reset: CxlReset): void {
  const { waiting } = feature;
  if (waiting !== null && parts.isDue(waiting.until, reset)) becomeLive(feature, waiting.value, waiting.isSaved);
  else feature.current = parts.valueAfterReset(feature, reset);
}
