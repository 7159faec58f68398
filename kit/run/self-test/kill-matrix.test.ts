import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { USUAL_MODEL } from '../../model/model.js';
import type { Entrant } from './entrants.js';
import { killMatrix } from './kill-matrix.js';
import type { Row } from './row.js';

/** Each rule has a scenario, in which `core.` and its name are called; a subject fails the rule that its name ends with. */
const WORKER = `
process.on('disconnect', () => process.exit());
process.on('message', ({ subject, rules }) => {
  const name = subject.name ?? 'reference';
  if (name.startsWith('dies')) process.exit(0);
  const verdictOf = (id) => (name.endsWith(id) ? 'failed' : 'passed');
  process.send({
    rules: rules.map((id) => ({ id, level: 'MUST', verdict: verdictOf(id), scenarios: [verdictOf(id)] })),
    problems: [],
    called: subject.kind === 'reference' ? rules.map((id) => [id, ['core.' + id]]) : [],
  });
});
`;

const RULES = ['a-rule', 'b-rule', 'c-rule'];

function breaking(name: string, replaced: readonly string[] | null, rule = 'a-rule'): Entrant {
  const difference = { replaced: replaced && new Set(replaced), model: USUAL_MODEL };
  return { candidate: { name, kind: 'broken', rules: [rule] }, difference };
}

describe('killMatrix', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-matrix-'));
  const worker = pathToFileURL(join(folder, 'worker.mjs'));
  writeFileSync(worker, WORKER);
  after(() => rmSync(folder, { recursive: true }));

  async function rowsOf(entrants: readonly Entrant[], whole = false): Promise<readonly Row[]> {
    const rules = RULES.map((id) => ({ id, scenarios: [{ name: id, location: id }] }));
    const { signal } = new AbortController();
    return killMatrix(entrants, rules, { whole, signal, onProgress: () => {}, worker });
  }

  it('runs on a subject what calls something that it replaces, and says how much that was', async () => {
    const rows = await rowsOf([breaking('breaks-a-rule', ['core.a-rule']), breaking('alters-two-and-breaks-a-rule', null)]);
    expect(rows.map(({ ok, scenarios, failed }) => ({ ok, scenarios, failed }))).to.deep.equal([
      { ok: true, scenarios: 1, failed: ['a-rule'] },
      { ok: true, scenarios: 3, failed: ['a-rule'] },
    ]);
  });

  it('runs everything on every subject when it is told to', async () => {
    const [row] = await rowsOf([breaking('breaks-a-rule', ['core.a-rule'])], true);
    expect(row).to.deep.include({ ok: true, scenarios: 3 });
  });

  it('blames a subject of which nothing that it replaces is ever called', async () => {
    const [row] = await rowsOf([breaking('breaks-a-rule', ['core.never'])]);
    expect(row).to.deep.include({ ok: false, scenarios: 0, problem: 'core.never is replaced, and no scenario ever calls it' });
  });

  it('does not take a rule for failed that was not judged', async () => {
    const [row] = await rowsOf([breaking('breaks-a-rule', ['core.b-rule'])]);
    expect(row).to.deep.include({ ok: false, problem: 'does not fail a-rule, which is passed' });
  });

  it('blames a subject that ends its process, and goes on', async () => {
    const rows = await rowsOf([breaking('dies', ['core.a-rule']), breaking('breaks-b-rule', ['core.b-rule'], 'b-rule')]);
    expect(rows.map(({ ok, problem }) => problem ?? ok)).to.deep.equal(['ends the process that judges it', true]);
  });
});
