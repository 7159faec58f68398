import { describe, it } from 'node:test';
import { expect } from 'chai';
import { nearest } from './nearest.js';

describe('nearest', () => {
  const known = ['scope-full-needs-rawio', 'scope-write-taints', 'rpc-zero-length'];

  it('finds a name with a typing error', () => {
    expect(nearest('scope-wirte-taints', known)).to.equal('scope-write-taints');
  });

  it('finds a name of which only the start was given', () => {
    expect(nearest('rpc-', known)).to.equal('rpc-zero-length');
  });

  it('finds nothing when nothing is near', () => {
    expect(nearest('lunch', known)).to.equal(null);
  });
});
