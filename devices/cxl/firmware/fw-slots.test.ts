import { test } from 'node:test';
import { expect } from 'chai';
import { encodeActivateFw } from '../../../kit/formats/cxl/fw-update.js';
import { decodeIdentity } from '../../../kit/formats/cxl/identify-memory-device.js';
import { FirmwareBench, fwPackage } from './test-bench.js';

/** A device with a second firmware stored. */
function benchWithTwo(): FirmwareBench {
  const bench = new FirmwareBench();
  bench.transferFw('full', fwPackage('2.0', 128));
  for (const _ of [1, 2]) bench.backgroundStatus();
  return bench;
}

const running = (bench: FirmwareBench): string => decodeIdentity(bench.send('Identify Memory Device').payload).fwRevision;

test('a device is shipped with one firmware, and room for another', () => {
  const bench = new FirmwareBench();
  expect(bench.fwInfo()).to.deep.equal({ active: 1, staged: 0, isOnlineOffered: false, revisions: ['1.0', ''] });
  expect(running(bench)).to.equal('1.0');
});

test('stored firmware takes over at the cold reset after its activation', () => {
  const bench = benchWithTwo();
  expect(bench.activateFw('at the next cold reset', 2)).to.equal('Success');
  for (const reset of ['cxl', 'conventional'] as const) {
    bench.reset(reset);
    expect(bench.fwInfo()).to.include({ active: 1, staged: 2 });
  }
  bench.reset('cold');
  expect(bench.fwInfo()).to.include({ active: 2, staged: 0 });
  expect(running(bench)).to.equal('2.0');
  bench.reset('cold');
  expect(running(bench)).to.equal('2.0');
});

test('there is a way back to the former firmware', () => {
  const bench = benchWithTwo();
  for (const slot of [2, 1]) {
    bench.activateFw('at the next cold reset', slot);
    bench.reset('cold');
  }
  expect(running(bench)).to.equal('1.0');
});

test('only a slot that holds firmware and does not run it can be activated', () => {
  for (const slot of [0, 1, 3]) expect(benchWithTwo().activateFw('at the next cold reset', slot)).to.equal('Invalid Slot');
  expect(new FirmwareBench().activateFw('at the next cold reset', 2)).to.equal('Invalid Slot');
});

test('firmware is not activated online, nor in a way that means nothing', () => {
  const bench = benchWithTwo();
  expect(bench.activateFw('online', 2)).to.equal('Invalid Input');
  expect(bench.send('Activate FW', encodeActivateFw({ action: 2, slot: 2 })).code).to.equal('Invalid Input');
  bench.reset('cold');
  expect(running(bench)).to.equal('1.0');
});

test('all memory of the device is volatile', () => {
  const { total, volatileOnly, persistentOnly } = decodeIdentity(new FirmwareBench().send('Identify Memory Device').payload);
  expect(total).to.be.greaterThan(0);
  expect({ volatileOnly, persistentOnly }).to.deep.equal({ volatileOnly: total, persistentOnly: 0 });
});
