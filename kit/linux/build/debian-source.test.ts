import { describe, it } from 'node:test';
import { expect } from 'chai';
import { fileToFetch, newest } from './debian-source.js';

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

describe('fileToFetch', () => {
  it('takes the file that apt-get names, and nothing else that it says', () => {
    const line = "'http://deb.example/pool/linux-source-7.2_7.2.13-1_all.deb' linux-source-7.2_7.2.13-1_all.deb 165000000 SHA256:00";
    expect(fileToFetch(`W: a warning\n${line}\n`)).to.equal('linux-source-7.2_7.2.13-1_all.deb');
    expect(fileToFetch('E: nothing of that name')).to.equal(null);
  });
});
