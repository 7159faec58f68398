import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { judgeAll } from './pool.js';
import type { Candidate } from './row.js';

/** Does what the candidate's name says. */
const WORKER = `
process.on('disconnect', () => process.exit());
process.on('message', (candidate) => {
  if (candidate.name.startsWith('dies')) process.exit(0);
  if (candidate.name.startsWith('waits')) return;
  process.send({ ...candidate, failed: [String(process.pid)], ok: true });
});
`;

const RESTING = new AbortController().signal;

describe('judgeAll', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-pool-'));
  const worker = pathToFileURL(join(folder, 'worker.mjs'));
  writeFileSync(worker, WORKER);
  after(() => rmSync(folder, { recursive: true }));

  function candidates(...names: string[]): readonly Candidate[] {
    return names.map((name) => ({ name, kind: 'broken', rules: ['a-rule'] }));
  }

  it('answers in the order of the candidates, with few processes, and tells how far it is', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `number ${index}`);
    const progress: string[] = [];
    const rows = await judgeAll(candidates(...names), RESTING, (done, total) => progress.push(`${done}/${total}`), worker);
    expect(rows.map(({ name }) => name)).to.deep.equal(names);
    expect(new Set(rows.flatMap(({ failed }) => failed)).size).to.be.within(1, 4);
    expect(progress).to.have.length(20).and.include('20/20');
  });

  it('blames a candidate that ends its process, and goes on', async () => {
    const rows = await judgeAll(candidates('a', 'dies', 'b', 'c'), RESTING, () => {}, worker);
    expect(rows.map(({ name, ok }) => [name, ok])).to.deep.equal([
      ['a', true],
      ['dies', false],
      ['b', true],
      ['c', true],
    ]);
    expect(rows[1]?.problem).to.contain('ends the process');
  });

  it('rejects when it is interrupted', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    const outcome = await judgeAll(candidates('waits'), controller.signal, () => {}, worker).then(
      () => 'came back',
      () => 'rejected',
    );
    expect(outcome).to.equal('rejected');
  });
});
