import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { expect } from 'chai';
import { examine } from './checks.js';

describe('examine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-doctor-'));
  after(() => rmSync(folder, { recursive: true }));

  it('finds everything that this installation needs', async () => {
    const { needs, ways } = await examine(folder);
    expect(needs.filter(({ ok }) => !ok)).to.deep.equal([]);
    expect(ways.map(({ what }) => what)).to.deep.equal(['run', 'run --broken', 'linux build', 'run --linux', 'run --node', 'agent']);
  });

  it('says what to try where the reports cannot be written', async () => {
    writeFileSync(join(folder, 'reports'), 'in the way');
    const { needs } = await examine(folder);
    const [finding] = needs.filter(({ ok }) => !ok);
    expect(finding?.what).to.equal('reports');
    expect(finding?.found).to.contain('not a folder');
    expect(finding?.attempt).to.contain('--out');
  });
});
