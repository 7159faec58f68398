import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { Pool } from './pool.js';

/** Does what the question says. */
const WORKER = `
process.on('disconnect', () => process.exit());
process.on('message', ({ text }) => {
  if (text.startsWith('dies')) process.exit(0);
  if (text.startsWith('waits')) return;
  process.send({ text, process: process.pid });
});
`;

const RESTING = new AbortController().signal;

type Question = { readonly text: string };
type Answer = Question & { readonly process: number };

describe('Pool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fwctl-pool-'));
  const worker = pathToFileURL(join(folder, 'worker.mjs'));
  writeFileSync(worker, WORKER);
  after(() => rmSync(folder, { recursive: true }));

  async function ask(texts: readonly string[], signal = RESTING, onAnswer = () => {}): Promise<readonly (Answer | null)[]> {
    const pool = new Pool<Question, Answer>(worker);
    try {
      return await pool.ask(
        texts.map((text) => ({ text })),
        signal,
        onAnswer,
      );
    } finally {
      await pool.close();
    }
  }

  it('answers in the order of the questions, with few processes, and tells of each', async () => {
    const texts = Array.from({ length: 20 }, (_, index) => `number ${index}`);
    let told = 0;
    const answers = await ask(texts, RESTING, () => {
      told += 1;
    });
    expect(answers.map((answer) => answer?.text)).to.deep.equal(texts);
    expect(new Set(answers.map((answer) => answer?.process)).size).to.be.within(1, 4);
    expect(told).to.equal(20);
  });

  it('has no answer where a question ends the process, and goes on', async () => {
    const answers = await ask(['a', 'dies', 'b', 'c']);
    expect(answers.map((answer) => answer?.text ?? null)).to.deep.equal(['a', null, 'b', 'c']);
  });

  it('rejects when it is interrupted', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    const outcome = await ask(['waits'], controller.signal).then(
      () => 'came back',
      () => 'rejected',
    );
    expect(outcome).to.equal('rejected');
  });
});
