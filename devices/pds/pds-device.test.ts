import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decodeOperations, encodeQuery, encodeRpcCommand } from '../../kit/formats/pds/admin-queue.js';
import { operationNumber, PDS_ATTRIBUTES } from '../../kit/formats/pds/operations.js';
import { PDS_SETUP } from '../../kit/subject/device-setups.js';
import type { FirmwareFault } from '../../kit/subject/operations.js';
import { admit } from './driver/admission.js';
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
  const faults: { readonly [what: string]: FirmwareFault } = {
    'does not answer': { kind: 'undelivered', errno: 'ENXIO' },
    refuses: { kind: 'status', status: 2, syndrome: 0 },
  };
  for (const [what, fault] of Object.entries(faults)) {
    for (const number of [0, 1])
      it(`is bound to none whose firmware ${what} message ${number}`, async () => {
        const { link } = createPdsHardware(SETUP, 1);
        let sent = 0;
        link.fates.access.interfere(() => (sent++ === number ? fault : null));
        expect(await bindDriver(PDS_DRIVER_PARTS, link)).to.equal(null);
      });

    it(`asks again what an endpoint can do when the firmware ${what} that`, async () => {
      const { link } = createPdsHardware(SETUP, 1);
      const driver = await bindDriver(PDS_DRIVER_PARTS, link);
      if (driver === null) throw new Error('the firmware answers');
      const operation = { endpoint: 4, operation: READ.id, inPayload: 0, inLength: 0, outPayload: 0, outLength: 0 };
      link.fates.access.fault(fault);
      expect(await admit(driver, operation, 'debug write full')).to.equal('ENOMEM');
      expect(await admit(driver, operation, 'debug write full')).to.equal(null);
    });
  }

  it('makes a device of one that does', async () => {
    const { ops } = await createPdsDevice(SETUP, 1);
    expect(ops?.deviceType).to.equal(4);
  });
});
