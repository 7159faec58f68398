import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { KitError } from '../errors.js';
import { prepareReportFolder } from './report-folder.js';

describe('prepareReportFolder', () => {
  const base = mkdtempSync(join(tmpdir(), 'fwctl-folder-'));
  after(() => rmSync(base, { recursive: true }));

  it('makes the folder', () => {
    prepareReportFolder(join(base, 'new/folder'));
    expect(readdirSync(join(base, 'new/folder'))).to.deep.equal(['.report.partial']);
  });

  it('removes what an earlier run left unfinished and nothing else', () => {
    const folder = join(base, 'old');
    mkdirSync(join(folder, '.report.partial'), { recursive: true });
    const files = ['junit.xml', 'messages.ndjson', 'notes.txt', 'report.json', 'report.txt'];
    for (const file of [...files, '.report.partial/report.json']) writeFileSync(join(folder, file), 'old');
    prepareReportFolder(folder);
    expect(readdirSync(folder).sort()).to.deep.equal(['.report.partial', ...files]);
    expect(readdirSync(join(folder, '.report.partial'))).to.deep.equal([]);
  });

  it('says that a folder has the name of a file of the report', () => {
    mkdirSync(join(base, 'blocked/junit.xml'), { recursive: true });
    expect(() => prepareReportFolder(join(base, 'blocked'))).to.throw(KitError, 'cannot be written');
  });

  it('says that a file is in the way', () => {
    writeFileSync(join(base, 'file'), '');
    expect(() => prepareReportFolder(join(base, 'file/folder'))).to.throw(KitError, 'cannot be written');
  });
});
