import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeOperations, encodeQuery, encodeRpcCommand } from '../../kit/formats/pds/admin-queue.js';
import { operationNumber, PDS_ATTRIBUTES } from '../../kit/formats/pds/operations.js';
import { PDS_SETUP } from '../../kit/subject/device-setups.js';
import { PDS_DRIVER_PARTS } from './driver/parts.js';
import { bindDriver } from './driver/probe.js';
import { createPdsFirmware, execute, resetPdsFirmware } from './firmware/firmware.js';
import { createPdsDevice } from './pds-device.js';
import { createPdsHardware } from './pds-hardware.js';

const READ = { id: operationNumber(1, 0), attribute: PDS_ATTRIBUTES.read };
const WRITE = { id: operationNumber(2, 0), attribute: PDS_ATTRIBUTES.write };
const SETUP = { ...PDS_SETUP, endpoints: [{ id: 4, operations: [READ, WRITE] }] };
const rpc = (operation: number, payload = new Uint8Array(0)) => encodeRpcCommand({ endpoint: 4, operation, payload, room: 16 });

describe('the firmware of a pds function', () => {
  it('gives back what was written, until it is reset', () => {
    const firmware = createPdsFirmware(SETUP);
    execute(firmware, rpc(WRITE.id, Uint8Array.of(1, 2, 3)));
    expect([...execute(firmware, rpc(READ.id)).data]).to.deep.equal([1, 2, 3]);
    resetPdsFirmware(firmware);
    expect(execute(firmware, rpc(READ.id)).data).to.have.length(0);
  });

  it('lists the operations of an endpoint', () => {
    expect(decodeOperations(execute(createPdsFirmware(SETUP), encodeQuery(4)).data)).to.deep.equal([READ, WRITE]);
  });

  for (const [what, message] of [
    ['an endpoint that it does not have', encodeQuery(5)],
    ['an operation that it does not have', rpc(9)],
    ['a message that is none', new Uint8Array(64)],
  ] as const)
    it(`has a code for ${what}`, () => {
      expect(execute(createPdsFirmware(SETUP), message).code).not.to.equal(0);
    });
});

describe('the driver of a pds function', () => {
  for (const lost of [0, 1])
    it(`is bound to none whose firmware does not answer message ${lost}`, async () => {
      const { link } = createPdsHardware(SETUP, 1);
      let sent = 0;
      const silent: typeof link.send = (message, room) => {
        if (sent === lost) link.fates.access.fault({ kind: 'undelivered', errno: 'ENXIO' });
        sent += 1;
        return link.send(message, room);
      };
      expect(await bindDriver(PDS_DRIVER_PARTS, { send: silent })).to.equal(null);
    });

  it('makes a device of one that does', async () => {
    const { ops } = await createPdsDevice(SETUP, 1);
    expect(ops?.deviceType).to.equal(4);
  });
});
