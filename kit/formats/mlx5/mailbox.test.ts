import { test } from 'node:test';
import { expect } from 'chai';
import { commandName, MLX5_COMMAND_NAMES, MLX5_COMMANDS } from './commands.js';
import { buildRequest, buildResponse, requestHeader, responseHeader } from './mailbox.js';
import { MLX5_STATUS_NAMES, MLX5_STATUSES, statusName } from './statuses.js';
import { readU32 } from './words.js';

test('every opcode and every status has one name', () => {
  for (const name of MLX5_COMMAND_NAMES) expect(commandName(MLX5_COMMANDS[name])).to.equal(name);
  for (const name of MLX5_STATUS_NAMES) expect(statusName(MLX5_STATUSES[name])).to.equal(name);
  expect(commandName(0)).to.equal(undefined);
  expect(statusName(0xff)).to.equal(undefined);
});

test('the header of a request reads as it was written, big endian', () => {
  const request = buildRequest('CREATE_UCTX', { uid: 0x1234, opMod: 0x5678, arguments: Uint8Array.of(1, 2), body: Uint8Array.of(9) });
  expect([...request]).to.deep.equal([0x0a, 0x04, 0x12, 0x34, 0, 0, 0x56, 0x78, 1, 2, 0, 0, 0, 0, 0, 0, 9]);
  expect(requestHeader(request)).to.deep.equal({ opcode: MLX5_COMMANDS.CREATE_UCTX, uid: 0x1234, opMod: 0x5678 });
});

test('a response has its header even when nothing follows, and takes a status by name or number', () => {
  const response = buildResponse('LIM_ERR', 0xdeadbeef, new Uint8Array(0));
  expect(response).to.have.length(16);
  expect(responseHeader(response)).to.deep.equal({ status: 0x08, syndrome: 0xdeadbeef });
  expect(responseHeader(buildResponse(0xee, 0, Uint8Array.of(1))).status).to.equal(0xee);
});

test('what lies beyond the end reads as zero', () => {
  expect(readU32(Uint8Array.of(0xff, 0xff), 0)).to.equal(0xffff0000);
  expect(responseHeader(new Uint8Array(0))).to.deep.equal({ status: 0, syndrome: 0 });
});
