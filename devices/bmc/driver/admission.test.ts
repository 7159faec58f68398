import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { IpmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import { decodeIpmiRequest, encodeIpmiRequest } from '../../../kit/formats/ipmi/messages.js';
import { BMC_DRIVER_PARTS } from './parts.js';

/** The least scope of the command here, and of the same for the manager of another host. */
function leastScopes(name: IpmiCommandName) {
  const request = encodeIpmiRequest(name);
  return [request, encodeIpmiRequest('Send Message', [1, ...request])].map((bytes) => {
    const decoded = decodeIpmiRequest(bytes);
    return decoded && BMC_DRIVER_PARTS.leastScope(BMC_DRIVER_PARTS, decoded);
  });
}

describe('the scope of a message to another host of the chassis', () => {
  const reading: readonly IpmiCommandName[] = [
    'Get Chassis Status',
    'Get System Boot Options',
    'Get Sensor Thresholds',
    'Get Sensor Reading',
    'Get Device ID',
    'Get User Name',
    'Get LAN Configuration Parameters',
  ];
  for (const name of reading)
    it(`is that of ${name} itself, which only reads`, () => {
      expect(leastScopes(name)).to.deep.equal(['configuration', 'configuration']);
    });

  it('stays with debugging where it reads the trace', () => {
    expect(leastScopes('Read Trace')).to.deep.equal(['debug read only', 'debug read only']);
  });

  it('is full debug where it changes anything', () => {
    expect(leastScopes('Set Sensor Thresholds')).to.deep.equal(['configuration', 'debug write full']);
    expect(leastScopes('Set Trace Level')).to.deep.equal(['debug write', 'debug write full']);
  });

  it('is none where it would be passed on once more, or is unknown', () => {
    expect(leastScopes('Send Message')).to.deep.equal([null, null]);
    expect(leastScopes('Read Stored Passwords')).to.deep.equal([null, null]);
  });
});
