import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { BnxtRelease } from '../../../kit/formats/bnxt/arguments.js';
import { REQUESTS_WITH_BUFFERS, type RequestWithBuffers, setBufferLength } from '../../../kit/formats/bnxt/buffers.js';
import { buildHwrmRequest, HWRM_REQUEST, hwrmErrorCode } from '../../../kit/formats/bnxt/hwrm.js';
import { refuse } from '../../../kit/result.js';
import { type CallerMemory, NO_MEMORY } from '../../../reference-impl/driver-ops.js';
import { createBnxtDevice } from '../bnxt-device.js';

const NVM_READ: RequestWithBuffers = REQUESTS_WITH_BUFFERS.NVM_READ;

/** What comes of a request in full debug, with room for 64 bytes. */
function send(request: Uint8Array, linux: BnxtRelease, memory: CallerMemory = NO_MEMORY, errno?: 'ETIMEDOUT') {
  const { ops, firmware } = createBnxtDevice({ linux }, 1);
  if (errno !== undefined) firmware?.fault({ kind: 'undelivered', errno });
  return ops?.fwRpc(null, 'debug write full', request, 64, memory);
}

describe('a request of user space to a bnxt function', () => {
  const reading = buildHwrmRequest('NVM_READ', new Uint8Array(NVM_READ.length - HWRM_REQUEST.length));
  for (const field of NVM_READ.buffers) setBufferLength(reading, field, 16);

  it('fails with EFAULT when what it has read cannot be given to the caller', async () => {
    expect(await send(reading, '7.3')).to.deep.equal(refuse('EFAULT'));
    expect(await send(reading, '7.3', { read: () => null, write: () => true })).to.have.property('ok', true);
  });

  it('is not looked at for buffers before Linux 7.3', async () => {
    const header = buildHwrmRequest('NVM_READ');
    expect(await send(header, '7.3')).to.deep.equal(refuse('EINVAL'));
    expect(await send(header, '7.2')).to.deep.equal(refuse('EPERM'));
  });

  it('is answered with the negative errno when it gets lost', async () => {
    const answer = await send(buildHwrmRequest('FW_SYNC'), '7.2', NO_MEMORY, 'ETIMEDOUT');
    expect(answer?.ok && hwrmErrorCode(answer.value)).to.equal(0x1_0000 - 110);
  });
});
