import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeBackgroundStatus, encodeBackgroundStatus } from './background-operation.js';
import { decodeFwRevision, encodeFwRevision } from './fw-revision.js';
import {
  decodeActivateFw,
  decodeFwInfo,
  decodeTransferFw,
  encodeActivateFw,
  encodeFwInfo,
  encodeTransferFw,
  FW_TRANSFER_UNIT,
  TRANSFER_FW_IN,
} from './fw-update.js';
import { decodeIdentity, encodeIdentity } from './identify-memory-device.js';

describe('the messages of CXL about the device itself', () => {
  it('tell how far a background operation is', () => {
    const status = { isRunning: true, percentage: 50, opcode: 0x0502, returnCode: 0x12 };
    expect([...encodeBackgroundStatus(status)]).to.deep.equal([101, 0, 0x02, 0x05, 0x12, 0, 0, 0]);
    expect(decodeBackgroundStatus(encodeBackgroundStatus(status))).to.deep.equal(status);
    expect(decodeBackgroundStatus(Uint8Array.of(200)).isRunning).to.equal(false);
  });

  it('write a revision as text with zeros behind it', () => {
    expect([...encodeFwRevision('1.2')]).to.deep.equal([0x31, 0x2e, 0x32, ...new Uint8Array(13)]);
    expect(encodeFwRevision('a revision that is too long')).to.have.length(16);
    expect(decodeFwRevision(encodeFwRevision('a revision that is too long'))).to.equal('a revision that ');
    expect(decodeFwRevision(new Uint8Array(16))).to.equal('');
  });

  it('tell the firmware slots', () => {
    const info = { active: 1, staged: 2, isOnlineOffered: true, revisions: ['1.0', '2.0', ''] };
    const payload = encodeFwInfo(info);
    expect(payload).to.have.length(80);
    expect([...payload.subarray(0, 3)]).to.deep.equal([3, 0x11, 1]);
    expect(decodeFwInfo(payload)).to.deep.equal(info);
    expect(decodeFwInfo(new Uint8Array(0))).to.deep.equal({ active: 0, staged: 0, isOnlineOffered: false, revisions: [] });
  });

  it('count the offset of a firmware part in units', () => {
    const part = { action: 2, slot: 1, offset: 3 * FW_TRANSFER_UNIT, data: Uint8Array.of(7, 8) };
    const payload = encodeTransferFw(part);
    expect(payload).to.have.length(TRANSFER_FW_IN.length + 2);
    expect([...payload.subarray(0, 8)]).to.deep.equal([2, 1, 0, 0, 3, 0, 0, 0]);
    expect(decodeTransferFw(payload)).to.deep.equal(part);
    expect(decodeActivateFw(encodeActivateFw({ action: 1, slot: 2 }))).to.deep.equal({ action: 1, slot: 2 });
  });

  it('identify a memory device', () => {
    const identity = { fwRevision: '1.0', total: 16, volatileOnly: 12, persistentOnly: 4 };
    expect(encodeIdentity(identity)).to.have.length(69);
    expect(decodeIdentity(encodeIdentity(identity))).to.deep.equal(identity);
  });
});
