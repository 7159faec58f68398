import { test } from 'node:test';
import { expect } from 'chai';
import { FEATURE_FLAGS } from '../../../kit/formats/cxl/feature-entry.js';
import { encodeSetFeature } from '../../../kit/formats/cxl/set-feature.js';
import { FIRST, FirmwareBench, featureSetup, NEW, OLD, SECOND } from './test-bench.js';

const CURRENT_TRANSFER = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

test('a full transfer leaves alone what lies ahead of its offset', () => {
  const bench = new FirmwareBench();
  expect(bench.set('full', NEW.subarray(2), { offset: 2 })).to.equal('Success');
  expect([...bench.read().payload]).to.deep.equal([1, 2, 0xf3, 0xf4]);
});

test('what waits for a reset lies ahead of an offset, too', () => {
  const bench = new FirmwareBench({ features: [featureSetup({}, ['configuration change after cold reset'])] });
  bench.set('full', NEW);
  bench.set('full', Uint8Array.of(9), { offset: 3 });
  bench.reset('cold');
  expect([...bench.read().payload]).to.deep.equal([0xf1, 0xf2, 0xf3, 9]);
});

test('what a full transfer does not send is zero', () => {
  const bench = new FirmwareBench();
  expect(bench.set('full', Uint8Array.of(9))).to.equal('Success');
  expect([...bench.read().payload]).to.deep.equal([9, 0, 0, 0]);
});

test('what can only be read of a feature stays', () => {
  const bench = new FirmwareBench({ features: [featureSetup({ setSize: 2 })] });
  bench.set('full', NEW.subarray(0, 2));
  expect([...bench.read().payload]).to.deep.equal([0xf1, 0xf2, 3, 4]);
});

test('what can only be set of a feature is not read', () => {
  const bench = new FirmwareBench({ features: [featureSetup({ getSize: 2 })] });
  expect(bench.set('full', NEW)).to.equal('Success');
  expect([...bench.read().payload]).to.deep.equal([0xf1, 0xf2]);
});

test('a feature that the device does not have is Unsupported', () => {
  const bench = new FirmwareBench();
  expect(bench.set('full', NEW, { uuid: SECOND })).to.equal('Unsupported');
  expect(bench.set('full', NEW, { uuid: CURRENT_TRANSFER })).to.equal('Unsupported');
});

test('a feature that is not changeable takes no data', () => {
  const bench = new FirmwareBench({ features: [featureSetup({ flags: FEATURE_FLAGS.savedSelectable })] });
  expect(bench.set('full', NEW)).to.equal('Invalid Input');
  expect(bench.read().payload).to.deep.equal(OLD);
});

test('a version that the feature does not take is refused', () => {
  const bench = new FirmwareBench();
  expect(bench.set('full', NEW, { version: 1 })).to.equal('Unsupported Feature Version');
  expect(bench.read().payload).to.deep.equal(OLD);
});

test('more data than the feature takes is Invalid Input', () => {
  const bench = new FirmwareBench();
  expect(bench.set('full', new Uint8Array(5))).to.equal('Invalid Input');
  expect(bench.set('full', new Uint8Array(2), { offset: 3 })).to.equal('Invalid Input');
  expect(bench.set('initiate', new Uint8Array(5))).to.equal('Invalid Input');
  expect(bench.set('initiate', new Uint8Array(1), { offset: 99 })).to.equal('Invalid Input');
  bench.set('initiate', new Uint8Array(2));
  expect(bench.set('continue', new Uint8Array(3), { offset: 2 })).to.equal('Invalid Input');
  expect(bench.set('finish', new Uint8Array(2), { offset: 2 })).to.equal('Success');
});

test('a command without data is too short, unless it aborts', () => {
  const bench = new FirmwareBench();
  for (const transfer of ['full', 'initiate', 'continue', 'finish'] as const) {
    expect(bench.set(transfer, new Uint8Array(0))).to.equal('Invalid Payload Length');
  }
});

test('a transfer type that means nothing is Invalid Input', () => {
  const payload = encodeSetFeature({ uuid: FIRST, flags: 5, offset: 0, version: 2, data: NEW });
  expect(new FirmwareBench().send('Set Feature', payload).code).to.equal('Invalid Input');
});
