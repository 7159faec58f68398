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
    expect(readdirSync(join(base, 'new/folder'))).to.deep.equal([]);
  });

  it('removes what an earlier run left unfinished and nothing else', () => {
    const folder = join(base, 'old');
    mkdirSync(folder);
    for (const file of ['report.json', 'report.txt', 'junit.xml', 'messages.ndjson', 'messages.ndjson.partial', 'notes.txt']) {
      writeFileSync(join(folder, file), 'old');
    }
    prepareReportFolder(folder);
    expect(readdirSync(folder).sort()).to.deep.equal(['junit.xml', 'messages.ndjson', 'notes.txt', 'report.json', 'report.txt']);
  });

  it('says that a file is in the way', () => {
    writeFileSync(join(base, 'file'), '');
    expect(() => prepareReportFolder(join(base, 'file/folder'))).to.throw(KitError, 'cannot be written');
  });
});
