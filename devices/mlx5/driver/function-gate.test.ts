import { describe, it } from 'node:test';
import { expect } from 'chai';
import { requestHeader } from '../../../kit/formats/mlx5/mailbox.js';
import { CAPABILITY_REQUEST } from './function-gate.js';

/** The lowest bit of op_mod asks for what is in force, and not for what could be. */
const IN_FORCE = 1;

describe('what the driver asks an mlx5 function', () => {
  it('is which capabilities it has now, by QUERY_HCA_CAP', () => {
    expect(requestHeader(CAPABILITY_REQUEST)).to.deep.include({ opcode: 0x100, opMod: IN_FORCE });
  });
});
