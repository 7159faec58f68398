import { effectsWord } from '../../../kit/formats/cxl/effects.js';
import { CXL_OPCODES, type CxlCommandName } from '../../../kit/formats/cxl/opcodes.js';
import type { BackgroundOperation } from './background.js';
import { createFeatures, type Feature, type FeatureSetup, resetFeature } from './features.js';
import { createFirmwareSlots, type FirmwareSlots, resetFirmwareSlots } from './firmware-slots.js';
import { CXL_FIRMWARE_PARTS, type CxlFirmwareParts } from './parts.js';
import type { Reset } from './resets.js';
import type { Transfer } from './set-feature.js';

/** How a memory device is made. */
export type CxlMemoryDeviceSetup = {
  /** The opcodes of those commands that not every device has. */
  readonly commands: readonly number[];
  /** The effects that the Command Effects Log gives for Set Feature. */
  readonly setFeatureEffects: number;
  readonly features: readonly FeatureSetup[];
  /** The longest mailbox payload, in bytes. */
  readonly payloadSize: number;
};

/** Everything that the firmware of one memory device holds. */
export type Firmware = {
  readonly parts: CxlFirmwareParts;
  readonly payloadSize: number;
  /** The Command Effects Log: effects by opcode. A command that is not in it is not there. */
  readonly commands: ReadonlyMap<number, number>;
  /** By UUID, in the order of the list. */
  readonly features: ReadonlyMap<string, Feature>;
  /** The parts of a Set Feature that is not finished. */
  transfer: Transfer | null;
  background: BackgroundOperation | null;
  readonly slots: FirmwareSlots;
};

/** Commands that every device of this model has, and what they announce. */
const OF_EVERY_DEVICE: readonly (readonly [CxlCommandName, number])[] = [
  ['Background Operation Status', 0],
  ['Request Abort Background Operation', 0],
  ['Get FW Info', 0],
  ['Transfer FW', 0],
  ['Activate FW', effectsWord(['configuration change after cold reset', 'immediate configuration change'])],
  ['Get Supported Logs', 0],
  ['Get Log', 0],
];

/** A firmware as it is after power-on. A broken subject brings the parts that differ. */
export function createFirmware(setup: CxlMemoryDeviceSetup, changed: Partial<CxlFirmwareParts> = {}): Firmware {
  const { commands, setFeatureEffects, features, payloadSize } = setup;
  const effectsOf = (opcode: number) => (opcode === CXL_OPCODES['Set Feature'] ? setFeatureEffects : 0);
  return {
    parts: { ...CXL_FIRMWARE_PARTS, ...changed },
    payloadSize,
    commands: new Map([
      ...OF_EVERY_DEVICE.map(([name, effects]) => [CXL_OPCODES[name], effects] as const),
      ...commands.map((opcode) => [opcode, effectsOf(opcode)] as const),
    ]),
    features: createFeatures(features),
    transfer: null,
    background: null,
    slots: createFirmwareSlots(),
  };
}

/** A transfer or an operation that was not finished is forgotten; what waited for this reset takes effect. */
export function resetFirmware(firmware: Firmware, reset: Reset): void {
  firmware.transfer = null;
  firmware.background = null;
  for (const feature of firmware.features.values()) resetFeature(feature, reset);
  resetFirmwareSlots(firmware.slots, reset);
}
