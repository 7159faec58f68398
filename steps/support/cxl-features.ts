import { type CxlEffectName, effectsWord } from '../../kit/formats/cxl/effects.js';
import { FEATURE_FLAGS } from '../../kit/formats/cxl/feature-entry.js';
import { CXL_FEATURE_UUIDS, type CxlFeatureName } from '../../kit/formats/cxl/feature-uuids.js';
import type { CxlFeature } from '../../kit/subject/device-setups.js';

/** The length of a feature of which a scenario says nothing more; in bytes. */
export const USUAL_LENGTH = 4;

const SELECTABLE = FEATURE_FLAGS.defaultSelectable | FEATURE_FLAGS.savedSelectable;
const USUAL_EFFECTS: readonly CxlEffectName[] = ['configuration change after cold reset'];

export type FeatureWords = {
  /** Tells the vendor features of a device apart; from 0. */
  readonly number?: number;
  readonly name?: CxlFeatureName;
  readonly effects?: readonly CxlEffectName[];
  readonly changeable?: boolean;
  /** Whether its default and its saved value can be read. */
  readonly selectable?: boolean;
  readonly length?: number;
  /** How long it may be when it is set; as long as it is read unless it is said. */
  readonly setSize?: number;
};

/** A feature of the vendor's, or the one of that name. Unless it says otherwise it is changeable, has a reset effect, and tells each of its values. */
export function feature({
  number = 0,
  name,
  effects = USUAL_EFFECTS,
  changeable = true,
  selectable = true,
  length = USUAL_LENGTH,
  setSize = length,
}: FeatureWords = {}): CxlFeature {
  return {
    uuid: name === undefined ? vendorUuid(number) : CXL_FEATURE_UUIDS[name],
    getSize: length,
    setSize,
    flags: (changeable ? FEATURE_FLAGS.changeable : 0) | (selectable ? SELECTABLE : 0) | FEATURE_FLAGS.persistsAcrossFirmwareUpdate,
    getVersion: 2,
    setVersion: 3,
    effects: effectsWord(effects),
    value: initialValue(number, length),
  };
}

function vendorUuid(number: number): string {
  return `7d1f6c1a-3b0e-4d55-9c43-2f70a1b8e5${(number + 1).toString(16).padStart(2, '0')}`;
}

function initialValue(number: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 5 + number * 16 + 3) & 0xff);
}

/** What a scenario sets a feature to: it differs from the first value in every byte. */
export function newValue({ value }: CxlFeature): Uint8Array {
  return value.map((byte) => ~byte);
}

/** UUIDs that no device of the scenarios has, by how they are wrong. */
export const WRONG_UUIDS = {
  'is zero': () => '00000000-0000-0000-0000-000000000000',
  'is all ones': () => 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'is that of row sparing': () => CXL_FEATURE_UUIDS['row sparing'],
  'no device has': () => 'f3a8d2c4-61b7-4e09-8d5a-c27b90e4136f',
  'differs in the first digit': (known: string) => `8${known.slice(1)}`,
  'differs in the midst': (known: string) => `${known.slice(0, 19)}0${known.slice(20)}`,
  'differs in the last digit': (known: string) => `${known.slice(0, -1)}0`,
} as const satisfies Record<string, (known: string) => string>;

export type WrongUuid = keyof typeof WRONG_UUIDS;
export const WRONG_UUID_WORDS = Object.keys(WRONG_UUIDS) as readonly WrongUuid[];
