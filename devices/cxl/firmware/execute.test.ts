import { test } from 'node:test';
import { expect } from 'chai';
import { CCI_MESSAGE, decodeCciMessage, encodeCciRequest } from '../../../kit/formats/cxl/cci-message.js';
import { execute } from './execute.js';
import { FirmwareBench } from './test-bench.js';

test('an opcode that no command has is Unsupported', () => {
  expect(new FirmwareBench().send(0x7fff).code).to.equal('Unsupported');
});

test('a command that the log does not list is Unsupported', () => {
  const bench = new FirmwareBench({ commands: [0x0500, 0x0501] });
  expect(bench.send('Set Feature', new Uint8Array(36)).code).to.equal('Unsupported');
});

test('a payload of another length than the command takes is refused before the command is looked at', () => {
  const bench = new FirmwareBench();
  expect(bench.send('Get Supported Logs', new Uint8Array(1)).code).to.equal('Invalid Payload Length');
  for (const length of [20, 22]) expect(bench.send('Get Feature', new Uint8Array(length)).code).to.equal('Invalid Payload Length');
  expect(bench.send('Set Feature', new Uint8Array(31)).code).to.equal('Invalid Payload Length');
});

test('a payload that is longer than the mailbox is refused', () => {
  const bench = new FirmwareBench({ payloadSize: 256 });
  expect(bench.send('Set Feature', new Uint8Array(257)).code).to.equal('Invalid Payload Length');
  expect(bench.send('Set Feature', new Uint8Array(256)).code).to.equal('Unsupported');
});

test('the response has the tag and the opcode of its request', () => {
  const request = encodeCciRequest({ opcode: 0x0400, payload: new Uint8Array(0) });
  request[CCI_MESSAGE.tag] = 0x5a;
  const response = execute(new FirmwareBench().firmware, request);
  expect([...response.subarray(0, 5)]).to.deep.equal([1, 0x5a, 0, 0x00, 0x04]);
});

test('a message that is cut short is an opcode that no command has', () => {
  expect(decodeCciMessage(execute(new FirmwareBench().firmware, new Uint8Array(0))).returnCode).to.equal(3);
});
