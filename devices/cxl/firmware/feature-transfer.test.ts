import { test } from 'node:test';
import { expect } from 'chai';
import { FIRST, FirmwareBench, featureSetup, NEW, OLD, SECOND } from './test-bench.js';

const CURRENT_TRANSFER = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const SAVED = { flags: 8 };

const part = (from: number, to: number): Uint8Array => NEW.subarray(from, to);
const twoFeatures = (): FirmwareBench => new FirmwareBench({ features: [featureSetup(), featureSetup({ uuid: SECOND })] });

test('a transfer in parts sets the feature when it is finished, not before', () => {
  const bench = new FirmwareBench();
  expect(bench.set('initiate', part(0, 1))).to.equal('Success');
  expect(bench.set('continue', part(1, 3), { offset: 1 })).to.equal('Success');
  expect(bench.read().payload).to.deep.equal(OLD);
  expect(bench.set('finish', part(3, 4), { offset: 3 })).to.equal('Success');
  expect(bench.read().payload).to.deep.equal(NEW);
});

test('a transfer may be finished early; what was not sent is zero', () => {
  const bench = new FirmwareBench();
  bench.set('initiate', part(0, 1));
  expect(bench.set('finish', part(1, 2), { offset: 1 })).to.equal('Success');
  expect([...bench.read().payload]).to.deep.equal([0xf1, 0xf2, 0, 0]);
});

test('a transfer in parts leaves alone what lies ahead of its first part', () => {
  const bench = new FirmwareBench();
  expect(bench.set('initiate', part(1, 2), { offset: 1 })).to.equal('Success');
  expect(bench.set('finish', part(2, 4), { offset: 2 })).to.equal('Success');
  expect([...bench.read().payload]).to.deep.equal([1, 0xf2, 0xf3, 0xf4]);
});

test('whether the value is saved is said when the transfer is initiated', () => {
  const bench = new FirmwareBench();
  bench.set('initiate', part(0, 2));
  bench.set('finish', part(2, 4), { offset: 2, ...SAVED });
  expect(bench.read('saved').payload).to.deep.equal(OLD);
  bench.set('initiate', part(0, 2), SAVED);
  bench.set('finish', part(2, 4), { offset: 2 });
  expect(bench.read('saved').payload).to.deep.equal(NEW);
});

test('one feature is transferred at a time', () => {
  const bench = twoFeatures();
  bench.set('initiate', part(0, 2));
  for (const transfer of ['full', 'initiate', 'continue', 'finish'] as const) {
    expect(bench.set(transfer, NEW, { uuid: SECOND })).to.equal('Feature Transfer in Progress');
  }
  for (const transfer of ['full', 'initiate'] as const) {
    expect(bench.set(transfer, NEW)).to.equal('Feature Transfer in Progress');
  }
  expect(bench.read('current', SECOND).payload).to.deep.equal(OLD);
  expect(bench.set('finish', part(2, 4), { offset: 2 })).to.equal('Success');
  expect(bench.set('full', NEW, { uuid: SECOND })).to.equal('Success');
});

test('parts that were not initiated are out of order', () => {
  const bench = new FirmwareBench();
  expect(bench.set('continue', part(0, 2))).to.equal('Feature Transfer Out of Order');
  expect(bench.set('finish', part(0, 2))).to.equal('Feature Transfer Out of Order');
  expect(bench.set('full', NEW)).to.equal('Success');
});

test('a part that leaves a gap or goes back ends the transfer', () => {
  for (const offset of [3, 1]) {
    const bench = new FirmwareBench();
    bench.set('initiate', part(0, 2));
    expect(bench.set('continue', part(0, 1), { offset })).to.equal('Feature Transfer Out of Order');
    expect(bench.set('finish', part(2, 4), { offset: 2 })).to.equal('Feature Transfer Out of Order');
    expect(bench.read().payload).to.deep.equal(OLD);
    expect(bench.set('initiate', part(0, 2))).to.equal('Success');
  }
});

test('a finish that is out of order sets nothing', () => {
  const bench = new FirmwareBench();
  bench.set('initiate', part(0, 2));
  expect(bench.set('finish', part(2, 3), { offset: 3 })).to.equal('Feature Transfer Out of Order');
  expect(bench.read().payload).to.deep.equal(OLD);
});

test('the part that came last may be sent again', () => {
  const bench = new FirmwareBench();
  for (const _ of [1, 2]) expect(bench.set('initiate', part(0, 2))).to.equal('Success');
  for (const _ of [1, 2]) expect(bench.set('continue', part(2, 3), { offset: 2 })).to.equal('Success');
  expect(bench.set('finish', part(3, 4), { offset: 3 })).to.equal('Success');
  expect(bench.read().payload).to.deep.equal(NEW);
});

test('a shorter part is another part', () => {
  const bench = new FirmwareBench();
  bench.set('initiate', part(0, 2));
  expect(bench.set('initiate', part(0, 1))).to.equal('Feature Transfer in Progress');
});

test('an aborted transfer leaves the feature as it was, and room for another', () => {
  const bench = twoFeatures();
  bench.set('initiate', part(0, 2));
  expect(bench.set('abort', new Uint8Array(0), { uuid: SECOND })).to.equal('Invalid Input');
  expect(bench.set('abort', new Uint8Array(0), { version: 0 })).to.equal('Success');
  expect(bench.set('finish', part(2, 4), { offset: 2 })).to.equal('Feature Transfer Out of Order');
  expect(bench.read().payload).to.deep.equal(OLD);
  expect(bench.set('full', NEW, { uuid: SECOND })).to.equal('Success');
});

test('there is nothing to abort when nothing is transferred', () => {
  const bench = new FirmwareBench();
  bench.set('full', NEW);
  expect(bench.set('abort', new Uint8Array(0))).to.equal('Invalid Input');
});

test('a UUID of ones stands for the feature that is transferred', () => {
  const bench = twoFeatures();
  bench.set('initiate', part(0, 2), { uuid: SECOND });
  expect(bench.set('continue', part(2, 3), { uuid: CURRENT_TRANSFER, offset: 2 })).to.equal('Success');
  expect(bench.set('finish', part(3, 4), { uuid: CURRENT_TRANSFER, offset: 3 })).to.equal('Success');
  expect(bench.read('current', SECOND).payload).to.deep.equal(NEW);
});

test('a UUID of ones may as well be that of a feature', () => {
  const bench = new FirmwareBench({ features: [featureSetup(), featureSetup({ uuid: CURRENT_TRANSFER })] });
  expect(bench.set('full', NEW, { uuid: CURRENT_TRANSFER })).to.equal('Success');
  expect(bench.read('current', CURRENT_TRANSFER).payload).to.deep.equal(NEW);
  expect(bench.read('current', FIRST).payload).to.deep.equal(OLD);
});

test('a reset ends a transfer', () => {
  for (const reset of ['cxl', 'conventional', 'cold'] as const) {
    const bench = new FirmwareBench();
    bench.set('initiate', part(0, 2));
    bench.reset(reset);
    expect(bench.set('finish', part(2, 4), { offset: 2 })).to.equal('Feature Transfer Out of Order');
  }
});
