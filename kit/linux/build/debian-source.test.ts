import { describe, it } from 'node:test';
import { expect } from 'chai';
import { newest } from './debian-source.js';

describe('newest', () => {
  const names = ['linux-source', 'linux-source-6.18', 'linux-source-7.2', 'linux-source-7.10', 'linux-source-7.10-dbg', ''];

  it('takes the highest version, counted as versions are', () => {
    expect(newest(names, null)).to.equal('linux-source-7.10');
  });

  it('takes the one that is asked for, or none', () => {
    expect(newest(names, '6.18')).to.equal('linux-source-6.18');
    expect(newest(names, '6.1')).to.equal(null);
    expect(newest([], null)).to.equal(null);
  });
});
