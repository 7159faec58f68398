import { effectNames } from '../../kit/formats/cxl/effects.js';
import { FEATURE_ENTRY, FEATURE_FLAGS, type FeatureEntry } from '../../kit/formats/cxl/feature-entry.js';
import {
  decodeSupportedFeatures,
  GET_SUPPORTED_FEATURES_OUT,
  type SupportedFeatures,
} from '../../kit/formats/cxl/get-supported-features.js';
import type { CxlFeature } from '../../kit/subject/device-setups.js';
import { cxl } from './cxl.js';
import { describeReturnCode } from './cxl-expectations.js';
import type { FwctlWorld } from './world.js';

/** The list in the answer to Get Supported Features. */
function listed(world: FwctlWorld): SupportedFeatures {
  return decodeSupportedFeatures(listBytes(world));
}

function listBytes(world: FwctlWorld): Uint8Array {
  const { size, payload } = cxl(world).answer;
  return payload.subarray(0, size);
}

/** Whole entries, in the order of the device; they, their number and the size of the answer agree. */
export function expectList(world: FwctlWorld, first: number, count: number): void {
  const { numEntries, entries } = listed(world);
  const expected = cxl(world).features.slice(first, first + count);
  world.judge.expect('the return code', 'Success', describeReturnCode(cxl(world).answer.returnCode));
  world.judge.expectNumber('the number of entries', count, numEntries);
  world.judge.expect('the entries', uuids(expected), uuids(entries));
}

/** The size in the answer is that of the bytes ahead of the entries and of so many entries. */
export function expectListSize(world: FwctlWorld, count: number): void {
  const length = GET_SUPPORTED_FEATURES_OUT.length + count * FEATURE_ENTRY.length;
  world.judge.expectNumber('the size in the answer', length, cxl(world).answer.size);
}

function uuids(features: readonly { readonly uuid: string }[]): string {
  return features.length === 0 ? 'none' : features.map(({ uuid }) => uuid).join(', ');
}

export function expectSupportedFeatures(world: FwctlWorld, count: number): void {
  world.judge.expectNumber('the number of supported features', count, listed(world).supportedFeatures);
}

/** By its UUID each entry is known as a feature of the device, whatever of them is in the list; there is at least one. */
export function expectEntryIds(world: FwctlWorld): void {
  const indices = new Map(cxl(world).features.map(({ uuid }, index) => [uuid, String(index)]));
  const { entries } = listed(world);
  world.judge.expect('entries in the list', 'at least one', entries.length === 0 ? 'none' : 'at least one');
  world.judge.expect(
    'the ids of the entries',
    entries.map(({ uuid }) => indices.get(uuid) ?? 'that of a feature of the device').join(', '),
    entries.map(({ id }) => id).join(', '),
  );
}

/** Those ahead of the entries. */
export function expectHeaderReservedZero(world: FwctlWorld): void {
  const bytes = listBytes(world);
  const { reserved, entries } = GET_SUPPORTED_FEATURES_OUT;
  world.judge.expect(
    'the list',
    'what is ahead of the entries',
    bytes.length < entries ? `${bytes.length} bytes` : 'what is ahead of the entries',
  );
  expectZero(world, 'the reserved bytes ahead of the entries', bytes.subarray(reserved, entries));
}

/** The same, and those of each entry; there is at least one. */
export function expectReservedZero(world: FwctlWorld): void {
  expectHeaderReservedZero(world);
  const entries = listBytes(world).subarray(GET_SUPPORTED_FEATURES_OUT.entries);
  world.judge.expect('entries in the list', 'at least one', entries.length === 0 ? 'none' : 'at least one');
  for (let start = 0; start < entries.length; start += FEATURE_ENTRY.length)
    expectZero(world, 'the reserved bytes of an entry', entries.subarray(start + FEATURE_ENTRY.reserved, start + FEATURE_ENTRY.length));
}

function expectZero(world: FwctlWorld, what: string, bytes: Uint8Array): void {
  world.judge.expectBytes(what, new Uint8Array(bytes.length), bytes);
}

/** The entry of a feature in the list. */
function entryOf(world: FwctlWorld, { uuid }: CxlFeature): FeatureEntry | undefined {
  return listed(world).entries.find((entry) => entry.uuid === uuid);
}

/** A feature for user space has to be in the list; one of the kernel's may be absent. */
export function expectListedEffects(world: FwctlWorld, wanted: CxlFeature, absence: 'wrong' | 'accepted' = 'wrong'): void {
  const entry = entryOf(world, wanted);
  const actual = entry === undefined ? 'absent' : describeEffects(effectNames(entry.effects));
  const expected = [describeEffects(effectNames(wanted.effects)), ...(absence === 'accepted' ? ['absent'] : [])];
  world.judge.expect('the effects in the list', expected.join(' or '), actual, expected.includes(actual));
}

function describeEffects(names: readonly string[]): string {
  return names.length === 0 ? 'no effect' : names.join(', ');
}

/** Absent, or with nothing to set; all else that the device tells of it stays, but its effects are the matter of another rule. */
export function expectShownReadOnly(world: FwctlWorld, wanted: CxlFeature): void {
  const entry = entryOf(world, wanted);
  const readOnly = { ...wanted, setSize: 0, flags: wanted.flags & ~FEATURE_FLAGS.changeable };
  const actual = entry === undefined ? 'absent' : describeEntry(entry);
  const expected = ['absent', describeEntry(readOnly)];
  world.judge.expect('the feature in the list', expected.join(' or '), actual, expected.includes(actual));
}

export function expectShownAsIs(world: FwctlWorld, wanted: CxlFeature): void {
  const entry = entryOf(world, wanted);
  world.judge.expect('the feature in the list', describeEntry(wanted), entry === undefined ? 'absent' : describeEntry(entry));
}

type Shown = Omit<FeatureEntry, 'id' | 'effects'>;

function describeEntry({ flags, getSize, setSize, getVersion, setVersion }: Shown): string {
  return `flags 0x${flags.toString(16)}, get size ${getSize} version ${getVersion}, set size ${setSize} version ${setVersion}`;
}
