import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { openSubject } from '../subjects/open-subject.js';
import { coreVariants } from './core-variants.js';
import { loadCorpus } from './corpus.js';
import { PROGRAM } from './generate.js';
import type { Program } from './program.js';
import { runProgram } from './run-program.js';
import { tellCounterexample } from './tell.js';
import { tryPrograms, tryRandomPrograms } from './try-programs.js';

const RUNS = 2_000;
const RUNS_FOR_ODD = 100;
const reference = await openSubject({ kind: 'reference' });

describe('random programs', () => {
  it('go on the reference as the rules say', async () => {
    const { programs, counterexample } = await tryRandomPrograms(reference, { runs: RUNS, seed: 1 });
    expect(counterexample && tellCounterexample(counterexample, 'npm run programs --')).to.equal(null);
    expect(programs).to.equal(RUNS);
  });

  it('go on an odd subject as the rules say', async () => {
    const odd = await coreVariants('odd');
    expect(odd.map(({ name }) => name)).to.include('length-zero-tells-full-length');
    for (const { name } of odd) {
      const { counterexample } = await tryRandomPrograms(await openSubject({ kind: 'odd', name }), { runs: RUNS_FOR_ODD, seed: 1 });
      expect(counterexample && tellCounterexample(counterexample, 'npm run programs --'), name).to.equal(null);
    }
  });

  it('look at outcome, calls, taint, log, class and nodes after each command', async () => {
    for (const program of [[], ...fc.sample(PROGRAM, { numRuns: 100, seed: 1 })]) {
      const { performed, expectations } = await runProgram(reference, program);
      expect(performed.length).to.be.greaterThan(0);
      expect(expectations).to.be.at.least(9 * performed.length);
    }
  });

  it('leave out what makes no sense where it stands', async () => {
    const program: Program = [{ do: 'close', caller: 'the caller' }, { do: 'go-on' }, { do: 'unregister', device: 'the device' }];
    const { performed } = await runProgram(reference, program);
    expect(performed.map(({ command }) => command.do)).to.deep.equal(['exit', 'exit']);
  });

  it('are made small when they show a difference, and told with what finds it again', async () => {
    const broken = await openSubject({ kind: 'broken', name: 'full-does-not-taint' });
    const { counterexample } = await tryRandomPrograms(broken, { runs: RUNS, seed: 1 });
    if (!counterexample?.again) throw new Error('the broken subject was not found');
    const told = tellCounterexample(counterexample, 'npm run programs -- --runs 2000');
    expect(told).to.include('the taint mask: expected 524288, but got 0').and.include('its scope is "debug write full"');
    expect(told).to.include(`npm run programs -- --runs 2000 --seed 1 --path ${counterexample.again.path}`);
    const again = await tryRandomPrograms(broken, { runs: RUNS, ...counterexample.again });
    expect([again.programs, again.counterexample?.program]).to.deep.equal([1, counterexample.program]);
  });
});

describe('the corpus', () => {
  const corpus = loadCorpus();

  it('goes on the reference as the rules say', async () => {
    const programs = corpus.map(({ program }) => program);
    const { programs: count, counterexample } = await tryPrograms(reference, programs);
    expect(counterexample && tellCounterexample(counterexample, 'npm run programs --')).to.equal(null);
    expect(count).to.equal(corpus.length);
  });

  it('shows every broken subject of the core in what it is broken', async () => {
    const broken = await coreVariants('broken');
    expect(broken.length).to.be.greaterThan(80);
    for (const { name } of broken) {
      const programs = corpus.filter(({ shown }) => shown === name).map(({ program }) => program);
      const { counterexample } = await tryPrograms(await openSubject({ kind: 'broken', name }), programs);
      expect(counterexample?.result.difference, name).to.be.an('object');
    }
  });
});
