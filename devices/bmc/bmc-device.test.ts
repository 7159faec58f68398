import { beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { COMPLETION_CODES, type CompletionCodeName, type IpmiCommandName } from '../../kit/formats/ipmi/commands.js';
import { completionCode, encodeIpmiRequest, IPMI_RESPONSE } from '../../kit/formats/ipmi/messages.js';
import type { Scope } from '../../kit/uapi/scope.js';
import { NO_MEMORY } from '../../reference-impl/driver-ops.js';
import { createBmcDevice } from './bmc-device.js';
import { execute } from './firmware/execute.js';
import { createFirmware, type Firmware, resetFirmware, runRelease } from './firmware/firmware.js';
import { signatureOf } from './firmware/image.js';

const CODE = [1, 2, 3];
const SIGNATURE = signatureOf(0x0102, Uint8Array.from(CODE));
const IMAGE = [2, 1, 0, 0, SIGNATURE & 0xff, (SIGNATURE >>> 8) & 0xff, (SIGNATURE >>> 16) & 0xff, SIGNATURE >>> 24, ...CODE];
const padded = (text: string): readonly number[] => [...Buffer.from(text.padEnd(16, '\0'))];

describe('the firmware of a baseboard manager', () => {
  let firmware: Firmware;
  beforeEach(() => {
    firmware = createFirmware();
  });

  function send(name: IpmiCommandName, ...data: readonly number[]) {
    const response = execute(firmware, encodeIpmiRequest(name, data));
    return { code: completionCode(response), data: [...response.subarray(IPMI_RESPONSE.length)] };
  }

  it('answers with the network function of responses and the command', () => {
    expect([...execute(firmware, encodeIpmiRequest('Get Sensor Reading', [1]))]).to.deep.equal([0x14, 0x2d, 0, 24]);
  });

  it('changes a threshold and leaves the reading', () => {
    send('Set Sensor Thresholds', 1, 40);
    expect(send('Get Sensor Thresholds', 1).data).to.deep.equal([40]);
    expect(send('Get Sensor Reading', 1).data).to.deep.equal([24]);
  });

  it('takes a password, tests it, and does not tell it', () => {
    expect(send('Set User Password', 2, 2, ...padded('secret')).code).to.equal(COMPLETION_CODES.Completed);
    expect(send('Set User Password', 2, 3, ...padded('secret')).code).to.equal(COMPLETION_CODES.Completed);
    expect(send('Set User Password', 2, 3, ...padded('public')).code).to.equal(COMPLETION_CODES['Invalid Data Field']);
    expect(String.fromCharCode(...send('Get User Name', 2).data)).to.equal('operator'.padEnd(16, '\0'));
    expect(String.fromCharCode(...send('Read Stored Passwords').data)).to.equal('secret');
  });

  it('knows a new user by name, and has no name for nobody', () => {
    send('Set User Name', 3, ...padded('sixteen letters!'));
    expect(String.fromCharCode(...send('Get User Name', 3).data)).to.equal('sixteen letters!');
    expect(send('Get User Name', 4).data).to.deep.equal(Array.from({ length: 16 }, () => 0));
    send('Set User Name', 2, ...padded('chief'));
    expect(send('Set User Password', 2, 3, ...padded('changeme')).code).to.equal(COMPLETION_CODES.Completed);
  });

  it('starts the host from what was chosen', () => {
    send('Set System Boot Options', 5, 4);
    expect(send('Get System Boot Options', 5, 0, 0).data).to.deep.equal([1, 5, 4]);
  });

  it('tells with each release what the one before told, and more, but for its revision', () => {
    const told = (['earlier', 'usual', 'later'] as const).map((release) => {
      runRelease(firmware, release);
      return [send('Get Device ID').data, send('Get Sensor Reading', 1).data];
    });
    expect(told).to.deep.equal([
      [[0, 9], [24]],
      [[1, 0, 2], [24]],
      [
        [1, 1, 2, 1],
        [24, 0x40],
      ],
    ]);
  });

  it('runs the release that it is updated to, and no image that waited', () => {
    send('Stage Firmware', ...IMAGE);
    runRelease(firmware, 'later');
    resetFirmware(firmware);
    expect(send('Get Device ID').data.slice(0, 2)).to.deep.equal([1, 1]);
  });

  it('has its new address, and its new firmware, after a reset', () => {
    send('Set LAN Configuration Parameters', 1, 3, 192, 0, 2, 20);
    send('Stage Firmware', ...IMAGE);
    expect(send('Get LAN Configuration Parameters', 1, 3, 0, 0).data).to.deep.equal([1, 192, 0, 2, 10]);
    expect(send('Get Device ID').data).to.deep.equal([1, 0, 2]);
    resetFirmware(firmware);
    expect(send('Get LAN Configuration Parameters', 1, 3, 0, 0).data).to.deep.equal([1, 192, 0, 2, 20]);
    expect(send('Get Device ID').data).to.deep.equal([2, 1, 2]);
    resetFirmware(firmware);
    expect(send('Get Device ID').data).to.deep.equal([2, 1, 2]);
  });

  it('passes a message on to another host of the chassis, whose answer comes back whole', () => {
    const powerDown = encodeIpmiRequest('Chassis Control', [0]);
    expect(send('Send Message', 1, ...powerDown).data).to.deep.equal([0x04, 0x02, 0]);
    expect(send('Send Message', 1, ...encodeIpmiRequest('Get Chassis Status')).data.at(-1)).to.equal(0);
    expect(send('Get Chassis Status').data).to.deep.equal([1]);
    send('Chassis Control', 0);
    send('Chassis Control', 1);
    expect(send('Get Chassis Status').data).to.deep.equal([1]);
  });

  it('traces the last sixteen changes, unless told not to', () => {
    for (let count = 0; count < 17; count += 1) send('Set Sensor Thresholds', 1, count);
    send('Cold Reset');
    expect(send('Read Trace').data).to.have.length(32);
    expect(send('Read Trace').data.slice(-4)).to.deep.equal([0x04, 0x26, 0x06, 0x02]);
    send('Set Trace Level', 0);
    send('Chassis Control', 1);
    expect(send('Read Trace').data.slice(-2)).to.deep.equal([0x06, 0x02]);
  });

  const refused: readonly (readonly [what: string, code: CompletionCodeName, name: IpmiCommandName, ...data: number[]])[] = [
    ['a sensor that there is not', 'Not Present', 'Get Sensor Reading', 9],
    ['the threshold of a sensor that there is not', 'Not Present', 'Get Sensor Thresholds', 9],
    ['a threshold for a sensor that there is not', 'Not Present', 'Set Sensor Thresholds', 9, 1],
    ['a boot option that there is not', 'Not Present', 'Set System Boot Options', 9, 1],
    ['to tell a boot option that there is not', 'Not Present', 'Get System Boot Options', 9, 0, 0],
    ['a parameter of the network that there is not', 'Not Present', 'Set LAN Configuration Parameters', 1, 9, 1, 2, 3, 4],
    ['to tell a parameter of the network that there is not', 'Not Present', 'Get LAN Configuration Parameters', 1, 9, 0, 0],
    ['a host that there is not', 'Not Present', 'Send Message', 9, 0x18, 0x01],
    ['a message to nobody', 'Not Present', 'Send Message'],
    ['the name of user 0', 'Invalid Data Field', 'Get User Name', 0],
    ['a name for user 9', 'Invalid Data Field', 'Set User Name', 9, ...padded('x')],
    ['a password for nobody', 'Not Present', 'Set User Password', 5, 2, ...padded('x')],
    ['what can be done to no password', 'Invalid Data Field', 'Set User Password', 2, 7, ...padded('x')],
    ['what can be done to no host', 'Invalid Data Field', 'Chassis Control', 9],
    ['data that is too long', 'Data Length Invalid', 'Get Sensor Reading', 1, 1],
    ['an image that is too short', 'Data Length Invalid', 'Stage Firmware', 1],
    ['an image with a wrong signature', 'Wrong Signature', 'Stage Firmware', ...IMAGE, 4],
  ];
  for (const [what, code, name, ...data] of refused) {
    it(`refuses ${what}`, () => {
      expect(send(name, ...data).code).to.equal(COMPLETION_CODES[code]);
    });
  }

  it('refuses a message that is none, and a command that it does not have', () => {
    for (const message of [new Uint8Array(1), Uint8Array.of(0xfc, 0xff)])
      expect(completionCode(execute(firmware, message))).to.equal(COMPLETION_CODES['Invalid Command']);
    expect(completionCode(new Uint8Array(0))).to.equal(0xff);
  });
});

describe('the driver of a baseboard manager', () => {
  async function send(request: Uint8Array, scope: Scope = 'configuration', device = createBmcDevice(1)) {
    const answer = await device.ops?.fwRpc(null, scope, request, 64, NO_MEMORY);
    return answer?.ok ? [...answer.value] : answer?.errno;
  }
  const toAnother = (name: IpmiCommandName, ...data: readonly number[]): Uint8Array =>
    encodeIpmiRequest('Send Message', [1, ...encodeIpmiRequest(name, data)]);

  it('refuses an image that the manager does not trust', async () => {
    expect(await send(encodeIpmiRequest('Stage Firmware', [...IMAGE, 4]))).to.equal('EACCES');
  });

  it('lets another host be read as this one, and changed only for full debug', async () => {
    expect(await send(toAnother('Get Sensor Reading', 1))).to.have.length(7);
    expect(await send(toAnother('Read Trace'))).to.equal('EPERM');
    expect(await send(toAnother('Read Trace'), 'debug read only')).to.have.length(6);
    expect(await send(toAnother('Set Sensor Thresholds', 1, 1), 'debug write')).to.equal('EPERM');
    expect(await send(toAnother('Set Sensor Thresholds', 1, 1), 'debug write full')).to.have.length(6);
  });

  it('passes nothing on that it does not know, or that would be passed on again', async () => {
    for (const request of [encodeIpmiRequest('Send Message', [1, 0]), encodeIpmiRequest('Send Message', [1, 0xfc, 0xff])])
      expect(await send(request, 'debug write full')).to.equal('EPERM');
    expect(await send(toAnother('Send Message', 2, 0x18, 0x01), 'debug write full')).to.equal('EPERM');
  });

  it('refuses what has no header, is for another logical unit, or is no command', async () => {
    expect(await send(Uint8Array.of(0x18))).to.equal('EINVAL');
    expect(await send(Uint8Array.of(0x19, 0x01))).to.equal('EINVAL');
    expect(await send(Uint8Array.of(0xfc, 0xff))).to.equal('EPERM');
  });

  it('tells of faults, shows what arrived, and resets the manager', async () => {
    const device = createBmcDevice(1);
    device.firmware?.fault({ kind: 'undelivered', errno: 'ETIMEDOUT' });
    expect(await send(encodeIpmiRequest('Get Device ID'), 'configuration', device)).to.equal('ETIMEDOUT');
    device.firmware?.fault({ kind: 'status', status: 0xc3, syndrome: 0 });
    expect(await send(encodeIpmiRequest('Get Device ID'), 'configuration', device)).to.deep.equal([4, 0, 0xc3]);
    await send(encodeIpmiRequest('Stage Firmware', IMAGE), 'configuration', device);
    device.firmware?.reset('function');
    expect(await send(encodeIpmiRequest('Get Device ID'), 'configuration', device)).to.deep.equal([0x1c, 0x01, 0, 2, 1, 2]);
    expect(device.firmware?.state().messages).to.have.length(3);
  });
});
