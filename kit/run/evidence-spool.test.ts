import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { EvidenceSpool } from './evidence-spool.js';

describe('EvidenceSpool', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fwctl-spool-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('gives back what it was given, in any order, also what is long', () => {
    const spool = new EvidenceSpool(folder);
    const texts = ['', 'ä', 'x'.repeat(300_000), '{"calls":[]}'];
    const kept = texts.map(spool.keep);
    expect(kept.map(({ bytes }) => bytes.toString())).to.deep.equal(texts);
    const later = spool.keep('later');
    expect(later.bytes.toString()).to.equal('later');
    expect(kept[1]?.bytes.toString()).to.equal('ä');
    spool.close();
  });

  it('leaves nothing in the folder', () => {
    const spool = new EvidenceSpool(folder);
    spool.keep('text');
    expect(readdirSync(folder)).to.deep.equal([]);
    spool.close();
  });

  it('does not hide that the disk is full', () => {
    symlinkSync('/dev/full', join(folder, '.evidence.partial'));
    const spool = new EvidenceSpool(folder);
    expect(() => spool.keep('x'.repeat(300_000))).to.throw(/cannot be written/);
    spool.close();
  });
});
