import { test } from 'node:test';
import { expect } from 'chai';
import type { CxlEffectName } from '../../../kit/formats/cxl/effects.js';
import { CXL_RESETS } from './resets.js';
import { FirmwareBench, featureSetup, NEW, OLD, SECOND } from './test-bench.js';

const IN_BACKGROUND: readonly CxlEffectName[] = ['immediate configuration change', 'background operation'];
const ABORTABLE: readonly CxlEffectName[] = [...IN_BACKGROUND, 'background abort supported'];
const SET_FEATURE = 0x0502;

const benchWith = (effects: readonly CxlEffectName[]): FirmwareBench =>
  new FirmwareBench({ features: [featureSetup({}, effects), featureSetup({ uuid: SECOND })] });

const abort = (bench: FirmwareBench) => bench.send('Request Abort Background Operation').code;

test('nothing runs until something is started', () => {
  expect(benchWith(ABORTABLE).backgroundStatus()).to.deep.equal({ isRunning: false, percentage: 0, opcode: 0, returnCode: 0 });
});

test('a feature that is set in the background changes when the operation is complete', () => {
  const bench = benchWith(IN_BACKGROUND);
  expect(bench.set('full', NEW)).to.equal('Background Command Started');
  expect(bench.backgroundStatus()).to.deep.equal({ isRunning: true, percentage: 50, opcode: SET_FEATURE, returnCode: 0 });
  expect(bench.read().payload).to.deep.equal(OLD);
  const complete = { isRunning: false, percentage: 100, opcode: SET_FEATURE, returnCode: 0 };
  expect(bench.backgroundStatus()).to.deep.equal(complete);
  expect(bench.read().payload).to.deep.equal(NEW);
  expect(bench.backgroundStatus()).to.deep.equal(complete);
});

test('a change that waits for a reset waits after the background operation, too', () => {
  const bench = benchWith(['configuration change after cold reset', 'background operation']);
  bench.save(NEW);
  for (const _ of [1, 2]) bench.backgroundStatus();
  expect(bench.read().payload).to.deep.equal(OLD);
  bench.reset('cold');
  expect(bench.read().payload).to.deep.equal(NEW);
});

test('one operation runs at a time; what needs none goes on', () => {
  const bench = benchWith(IN_BACKGROUND);
  bench.set('full', NEW);
  expect(bench.set('full', OLD)).to.equal('Busy');
  expect(bench.set('full', NEW, { uuid: SECOND })).to.equal('Success');
  for (const _ of [1, 2]) bench.backgroundStatus();
  expect(bench.read().payload).to.deep.equal(NEW);
  expect(bench.set('full', OLD)).to.equal('Background Command Started');
});

test('a finish that finds the device busy can be sent again', () => {
  const bench = benchWith(IN_BACKGROUND);
  bench.set('full', OLD);
  expect(bench.set('initiate', NEW.subarray(0, 2))).to.equal('Success');
  const finish = () => bench.set('finish', NEW.subarray(2), { offset: 2 });
  expect(finish()).to.equal('Busy');
  for (const _ of [1, 2]) bench.backgroundStatus();
  expect(finish()).to.equal('Background Command Started');
  for (const _ of [1, 2]) bench.backgroundStatus();
  expect(bench.read().payload).to.deep.equal(NEW);
});

test('an operation that can be aborted is, and changes nothing', () => {
  const bench = benchWith(ABORTABLE);
  bench.set('full', NEW);
  bench.backgroundStatus();
  expect(abort(bench)).to.equal('Success');
  for (const _ of [1, 2]) {
    expect(bench.backgroundStatus()).to.deep.equal({ isRunning: false, percentage: 50, opcode: SET_FEATURE, returnCode: 0x12 });
  }
  expect(bench.read().payload).to.deep.equal(OLD);
  expect(bench.set('full', NEW)).to.equal('Background Command Started');
});

test('an operation that cannot be aborted goes on', () => {
  const bench = benchWith(IN_BACKGROUND);
  bench.set('full', NEW);
  expect(abort(bench)).to.equal('Request Abort Not Supported by Background Operation');
  for (const _ of [1, 2]) bench.backgroundStatus();
  expect(bench.read().payload).to.deep.equal(NEW);
});

test('an abort that comes too late does nothing', () => {
  const bench = benchWith(ABORTABLE);
  expect(abort(bench)).to.equal('Success');
  bench.set('full', NEW);
  for (const _ of [1, 2]) bench.backgroundStatus();
  expect(abort(bench)).to.equal('Success');
  expect(bench.backgroundStatus()).to.include({ percentage: 100, returnCode: 0 });
  expect(bench.read().payload).to.deep.equal(NEW);
});

test('a reset ends what runs, and it changes nothing', () => {
  for (const reset of CXL_RESETS) {
    const bench = benchWith(IN_BACKGROUND);
    bench.save(NEW);
    bench.reset(reset);
    expect(bench.backgroundStatus().isRunning).to.equal(false);
    expect(bench.read('current').payload).to.deep.equal(OLD);
    expect(bench.read('saved').payload).to.deep.equal(OLD);
  }
});
