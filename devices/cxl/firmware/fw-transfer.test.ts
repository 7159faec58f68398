import { test } from 'node:test';
import { expect } from 'chai';
import { encodeTransferFw } from '../../../kit/formats/cxl/fw-update.js';
import { FW_PACKAGE_SIZE } from './fw-package.js';
import { FirmwareBench, featureSetup, fwPackage, NEW } from './test-bench.js';

const PACKAGE = fwPackage('2.0', 384);
const REST = { offset: 128 };
const first = PACKAGE.subarray(0, 128);
const second = PACKAGE.subarray(128, 256);
const third = PACKAGE.subarray(256);

/** Lets what runs in the background end, and tells how. */
function finishBackground(bench: FirmwareBench): number {
  bench.backgroundStatus();
  return bench.backgroundStatus().returnCode;
}

test('a full transfer stores the package in the background', () => {
  const bench = new FirmwareBench();
  expect(bench.transferFw('full', PACKAGE, { offset: 1280 })).to.equal('Background Command Started');
  expect(bench.backgroundStatus()).to.include({ isRunning: true, opcode: 0x0201 });
  expect(bench.fwInfo().revisions).to.deep.equal(['1.0', '']);
  bench.backgroundStatus();
  expect(bench.fwInfo()).to.deep.equal({ active: 1, staged: 0, isOnlineOffered: false, revisions: ['1.0', '2.0'] });
});

test('parts make up the package', () => {
  const bench = new FirmwareBench();
  for (const _ of [1, 2]) expect(bench.transferFw('initiate', first)).to.equal('Success');
  for (const _ of [1, 2]) expect(bench.transferFw('continue', second, REST)).to.equal('Success');
  expect(bench.transferFw('end', third, { offset: 256 })).to.equal('Background Command Started');
  expect(finishBackground(bench)).to.equal(0);
  expect(bench.fwInfo().revisions).to.deep.equal(['1.0', '2.0']);
});

test('a package that is not genuine leaves the slot as it was', () => {
  for (const revision of ['', 'tab\t', '\u00ff']) {
    const bench = new FirmwareBench();
    bench.transferFw('full', fwPackage(revision, 128));
    expect(finishBackground(bench)).to.equal(0x0a);
    expect(bench.fwInfo().revisions).to.deep.equal(['1.0', '']);
  }
});

test('one package is transferred at a time', () => {
  const bench = new FirmwareBench();
  bench.transferFw('initiate', first);
  expect(bench.transferFw('initiate', second)).to.equal('FW Transfer in Progress');
  expect(bench.transferFw('full', PACKAGE)).to.equal('FW Transfer in Progress');
  expect(bench.transferFw('end', second, REST)).to.equal('Background Command Started');
});

test('parts that were not initiated, or do not follow one another, are out of order', () => {
  const bench = new FirmwareBench();
  expect(bench.transferFw('continue', first)).to.equal('FW Transfer Out of Order');
  expect(bench.transferFw('initiate', second, REST)).to.equal('FW Transfer Out of Order');
  for (const offset of [0, 256]) {
    bench.transferFw('initiate', first);
    expect(bench.transferFw('end', second, { offset })).to.equal('FW Transfer Out of Order');
    expect(bench.transferFw('end', second, REST)).to.equal('FW Transfer Out of Order');
  }
  expect(bench.backgroundStatus().opcode).to.equal(0);
});

test('the slot has to be one that does not run', () => {
  const bench = new FirmwareBench();
  for (const slot of [0, 1, 3]) expect(bench.transferFw('full', PACKAGE, { slot })).to.equal('Invalid Slot');
  bench.transferFw('initiate', first);
  expect(bench.transferFw('end', second, { ...REST, slot: 1 })).to.equal('Invalid Slot');
  expect(bench.transferFw('end', second, REST)).to.equal('Background Command Started');
});

test('parts are whole units and not empty', () => {
  const bench = new FirmwareBench();
  expect(bench.transferFw('full', PACKAGE.subarray(0, 100))).to.equal('Invalid Input');
  expect(bench.transferFw('full', new Uint8Array(0))).to.equal('Invalid Payload Length');
  expect(bench.send('Transfer FW', new Uint8Array(127)).code).to.equal('Invalid Payload Length');
});

test('a package is no longer than a slot', () => {
  const bench = new FirmwareBench({ payloadSize: 2 * FW_PACKAGE_SIZE });
  const longest = fwPackage('2.0', FW_PACKAGE_SIZE);
  expect(bench.transferFw('full', new Uint8Array(FW_PACKAGE_SIZE + 128))).to.equal('Invalid Input');
  expect(bench.transferFw('initiate', longest)).to.equal('Success');
  expect(bench.transferFw('continue', first, { offset: FW_PACKAGE_SIZE })).to.equal('Invalid Input');
  bench.transferFw('abort', new Uint8Array(0));
  expect(bench.transferFw('full', longest)).to.equal('Background Command Started');
});

test('an aborted transfer leaves room for another; there has to be one', () => {
  const bench = new FirmwareBench();
  expect(bench.transferFw('abort', new Uint8Array(0))).to.equal('Invalid Input');
  bench.transferFw('initiate', first);
  expect(bench.transferFw('abort', new Uint8Array(0), { slot: 0 })).to.equal('Success');
  expect(bench.transferFw('full', PACKAGE)).to.equal('Background Command Started');
});

test('an action that means nothing is Invalid Input', () => {
  const payload = encodeTransferFw({ action: 5, slot: 2, offset: 0, data: first });
  expect(new FirmwareBench().send('Transfer FW', payload).code).to.equal('Invalid Input');
});

test('the end of a transfer that finds the device busy can be sent again', () => {
  const bench = new FirmwareBench({ features: [featureSetup({}, ['immediate data change', 'background operation'])] });
  bench.set('full', NEW);
  bench.transferFw('initiate', first);
  expect(bench.transferFw('end', second, REST)).to.equal('Busy');
  finishBackground(bench);
  expect(bench.transferFw('end', second, REST)).to.equal('Background Command Started');
});

test('a reset ends a transfer', () => {
  const bench = new FirmwareBench();
  bench.transferFw('initiate', first);
  bench.reset('cxl');
  expect(bench.transferFw('end', second, REST)).to.equal('FW Transfer Out of Order');
});
