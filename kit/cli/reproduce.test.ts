import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { SubjectSpec } from '../subjects/subject-spec.js';
import { reproduceCommand } from './reproduce.js';

describe('the command that repeats a run', () => {
  const all = { rules: [], devices: [], shard: null, leftOut: [] };

  /** The words that a shell makes of it, behind `npx fwctl-conformance`. */
  function words(...from: Parameters<typeof reproduceCommand>): readonly string[] {
    const command = reproduceCommand(...from).replace('npx fwctl-conformance', `printf '%s\\n'`);
    return execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' }).trimEnd().split('\n');
  }

  it('comes through a shell as it was given', () => {
    const adapter: SubjectSpec = { kind: 'adapter', command: './my adapter', args: ["it's", '$HOME', '', '--rule'] };
    expect(words(adapter, all, 7, { model: 'a b.yaml', waivers: 'c;d.yaml', challenge: 'e  f' })).to.deep.equal(
      ['run', '--model', 'a b.yaml', '--waivers', 'c;d.yaml', '--seed', '7', '--challenge', 'e  f', '--'].concat(
        './my adapter',
        "it's",
        '$HOME',
        '',
        '--rule',
      ),
    );
  });

  it('quotes nothing that a shell leaves alone', () => {
    const driver: SubjectSpec = { kind: 'driver', file: '/home/me/driver.ts' };
    expect(reproduceCommand(driver, { ...all, rules: ['rpc-a'] }, 1, { driver: '../driver.ts', model: 'm.yaml' })).to.equal(
      'npx fwctl-conformance run --driver ../driver.ts --model m.yaml --rule rpc-a --seed 1',
    );
  });
});
