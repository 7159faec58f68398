import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeFirmwareInfo, encodeTransferFirmware, TRANSFER_FW_ACTIONS } from '../../../kit/formats/cxl/firmware-update.js';
import { FirmwareBench } from './test-bench.js';

const IMAGE = Uint8Array.from({ length: 128 }, (_, index) => 'model 2\0'.charCodeAt(index) || 0);

describe('the firmware slots', () => {
  const info = (bench: FirmwareBench) => decodeFirmwareInfo(bench.send('Get FW Info').payload);
  const transfer = (bench: FirmwareBench, action: number, { slot = 2, offset = 0, data = IMAGE } = {}) =>
    bench.send('Transfer FW', encodeTransferFirmware({ action, slot, offset, data })).code;
  const activate = (bench: FirmwareBench, action: number, slot: number) => bench.send('Activate FW', Uint8Array.of(action, slot)).code;
  const { full, initiate, continue: next, end, abort } = TRANSFER_FW_ACTIONS;

  it('hold one firmware at first', () => {
    expect(info(new FirmwareBench())).to.deep.equal({ active: 1, staged: 0, canActivateOnline: true, revisions: ['model 1', ''] });
  });

  it('take an image, whole or in parts, and activate it at once or at the next cold reset', () => {
    const bench = new FirmwareBench();
    expect(transfer(bench, full)).to.equal('Success');
    expect(activate(bench, 1, 2)).to.equal('Success');
    expect(info(bench)).to.deep.include({ active: 1, staged: 2, revisions: ['model 1', 'model 2'] });
    bench.reset('conventional');
    expect(info(bench).active).to.equal(1);
    bench.reset('cold');
    expect(info(bench)).to.deep.include({ active: 2, staged: 0 });
    expect(transfer(bench, initiate, { slot: 1 })).to.equal('Success');
    expect(transfer(bench, next, { slot: 0, offset: 128 })).to.equal('Success');
    expect(transfer(bench, end, { slot: 1, offset: 256 })).to.equal('Success');
    expect(activate(bench, 0, 1)).to.equal('Success');
    expect(info(bench)).to.deep.include({ active: 1, revisions: ['model 2', 'model 2'] });
  });

  it('refuse what is out of order, or has no slot', () => {
    const bench = new FirmwareBench();
    for (const slot of [0, 1, 3]) expect(transfer(bench, full, { slot })).to.equal('Invalid Slot');
    expect(transfer(bench, 9)).to.equal('Invalid Input');
    expect(transfer(bench, next)).to.equal('FW Transfer Out of Order');
    transfer(bench, initiate);
    expect(transfer(bench, full)).to.equal('FW Transfer in Progress');
    expect(transfer(bench, next, { offset: 256 })).to.equal('FW Transfer Out of Order');
    bench.firmware.slots.revisions.push('');
    expect(transfer(bench, end, { slot: 3, offset: 128 })).to.equal('FW Transfer Out of Order');
    expect(transfer(bench, abort)).to.equal('Success');
    expect(transfer(bench, initiate)).to.equal('Success');
    for (const slot of [0, 2, 4]) expect(activate(bench, 0, slot)).to.equal('Invalid Slot');
    expect(activate(bench, 2, 1)).to.equal('Invalid Input');
  });
});
