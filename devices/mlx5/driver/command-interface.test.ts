import { test } from 'node:test';
import { expect } from 'chai';
import { buildRequest, buildResponse } from '../../../kit/formats/mlx5/mailbox.js';
import { ok, type Result, refuse } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import { commandDo, commandExec, statusErrno } from './command-interface.js';
import { CommandSlots, firstInLine } from './command-slots.js';
import type { Mlx5Driver } from './driver.js';
import { MLX5_DRIVER_PARTS } from './parts.js';
import { UnderWay } from './under-way.js';

function driverWith(answer: Result<Uint8Array, Errno>): Mlx5Driver {
  return {
    parts: MLX5_DRIVER_PARTS,
    link: { execute: () => answer },
    offeredCapabilities: 0,
    slots: new CommandSlots(1, firstInLine),
    claimed: new Set(),
    underWay: new UnderWay(),
  };
}

test('the whole response buffer is filled', async () => {
  const response = new Uint8Array(20).fill(0xee);
  expect(await commandDo(driverWith(ok(buildResponse('OK', 0, new Uint8Array(0)))), buildRequest('NOP'), response)).to.equal(null);
  expect(response).to.deep.equal(new Uint8Array(20));
});

test('an answer longer than the buffer is cut', async () => {
  const response = new Uint8Array(16);
  await commandDo(driverWith(ok(new Uint8Array(64).fill(7))), buildRequest('NOP'), response);
  expect(response).to.deep.equal(new Uint8Array(16).fill(7));
});

test('a status of the firmware is told apart from a loss on the way', async () => {
  const failed = driverWith(ok(buildResponse('LIM_ERR', 5, new Uint8Array(0))));
  const response = new Uint8Array(16);
  expect(await commandDo(failed, buildRequest('NOP'), response)).to.equal('EREMOTEIO');
  expect(await commandExec(failed, buildRequest('NOP'), response)).to.equal('ENOMEM');
  expect(await commandDo(driverWith(refuse('ETIMEDOUT')), buildRequest('NOP'), response)).to.equal('ETIMEDOUT');
  expect(await commandDo(driverWith(refuse('EREMOTEIO')), buildRequest('NOP'), response)).to.equal('EIO');
});

test('a status that nobody published is EIO', () => {
  expect(statusErrno(0xee)).to.equal('EIO');
  expect(statusErrno(0)).to.equal(null);
});
