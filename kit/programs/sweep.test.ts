import { describe, it } from 'node:test';
import { expect } from 'chai';
import { DEVICES } from '../../devices/catalogue.js';
import { openUctx } from '../../reference-impl/core/open-file.js';
import { ReferenceSubject } from '../../reference-impl/reference-subject.js';
import { openSubject } from '../subjects/open-subject.js';
import type { Program } from './program.js';
import { runProgram } from './run-program.js';
import { failuresIn, runWithEveryFailure } from './sweep.js';
import { tellCounterexample } from './tell.js';
import { tryRandomPrograms } from './try-programs.js';

const RUNS = 100;
const SEED = 1;

const OPEN_AND_CALL: Program = [
  { do: 'register', device: 'the device' },
  { do: 'open', caller: 'the caller', device: 'the device', mode: 'read-write' },
  { do: 'call', caller: 'the caller', call: { name: 'FWCTL_INFO' } },
  { do: 'begin', call: { name: 'FWCTL_RPC' } },
  { do: 'go-on' },
];

describe('the sweep', () => {
  it('lets each thing fail that may', async () => {
    const reference = await openSubject({ kind: 'reference' });
    const { performed } = await runProgram(reference, OPEN_AND_CALL);
    expect(failuresIn(performed).map(({ what }) => what)).to.deep.equal(['memory', 'open', 'info', 'memory', 'rpc']);
  });

  it('finds that the reference loses nothing and closes nothing twice', async () => {
    const reference = await openSubject({ kind: 'reference' });
    const { programs, counterexample } = await tryRandomPrograms(reference, { runs: RUNS, seed: SEED, sweep: true });
    expect(counterexample && tellCounterexample(counterexample, 'npm run programs -- --sweep')).to.equal(null);
    expect(programs).to.equal(RUNS);
  });

  it('finds a device that refuses after one refusal', async () => {
    const broken = await openSubject({ kind: 'broken', name: 'refusal-sticks' });
    expect((await runProgram(broken, OPEN_AND_CALL)).difference).to.equal(null);
    expect((await runWithEveryFailure(broken, OPEN_AND_CALL)).difference).to.be.an('object');
  });

  it('finds a core that keeps the context of an open that was refused', async () => {
    const leaky = new ReferenceSubject({ kind: 'broken', name: 'leaky', version: '1' }, DEVICES, {
      openUctx: async (core, device, origin) => {
        const opened = await openUctx(core, device, origin);
        if (!opened.ok)
          core.parts.keepFile(core, {
            device,
            context: { context: 1, inner: null },
            origin,
            memory: { what: 'a user context' },
          });
        return opened;
      },
    });
    expect((await runProgram(leaky, OPEN_AND_CALL)).difference).to.equal(null);
    const program: Program = [...OPEN_AND_CALL, { do: 'unregister', device: 'the device' }];
    expect((await runWithEveryFailure(leaky, program)).difference?.what).to.equal('calls on the driver of the device');
  });
});
