import { describe, it } from 'node:test';
import { expect } from 'chai';
import { encodeCxlRpc } from '../../../kit/formats/cxl/fwctl-rpc.js';
import { CXL_OPCODES } from '../../../kit/formats/cxl/opcodes.js';
import { isWholeRequest } from './rpc.js';

describe('a whole request', () => {
  const empty = encodeCxlRpc({ opcode: CXL_OPCODES['Get Supported Features'], payload: new Uint8Array(0) });

  it('is a header that counts no payload, and nothing shorter', () => {
    expect(isWholeRequest(empty)).to.equal(true);
    for (const length of [0, 4, empty.length - 1]) expect(isWholeRequest(empty.slice(0, length)), `${length} bytes`).to.equal(false);
  });
});
