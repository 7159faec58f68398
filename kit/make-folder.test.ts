import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { makeFolder } from './make-folder.js';

describe('makeFolder', () => {
  const base = mkdtempSync(join(tmpdir(), 'fwctl-make-'));
  after(() => rmSync(base, { recursive: true }));

  it('makes what is missing, and leaves what is there', () => {
    const folder = join(base, 'one/two/three');
    makeFolder(folder);
    writeFileSync(join(folder, 'file'), 'text');
    makeFolder(folder);
    expect(statSync(join(folder, 'file')).size).to.equal(4);
  });

  it('does not take a file for a folder, nor go below one', () => {
    writeFileSync(join(base, 'file'), '');
    expect(() => makeFolder(join(base, 'file'))).to.throw('EEXIST');
    expect(() => makeFolder(join(base, 'file/below'))).to.throw(/EEXIST|ENOTDIR/);
  });

  it('comes back where nothing can be made', () => {
    expect(() => makeFolder('/proc/nothing/here')).to.throw('ENOENT');
  });
});
