import { describe, it } from 'node:test';
import type { MutantStatus } from '@stryker-mutator/api/core';
import { expect } from 'chai';
import { percent, scoreOf, scoresByFolder, tellScores } from './score.js';

function mutants(fileName: string, ...statuses: readonly MutantStatus[]) {
  return statuses.map((status) => ({ fileName, status }));
}

describe('the mutation score', () => {
  const core = mutants('core/a.ts', 'Killed', 'Killed', 'Timeout', 'Survived');
  const driver = mutants('driver/b.ts', 'Killed', 'NoCoverage', 'RuntimeError', 'Ignored');

  it('counts what was noticed of what was judged, by folder', () => {
    expect(scoresByFolder([...driver, ...core]).map((score) => [score.folder, percent(score)])).to.deep.equal([
      ['core', 75],
      ['driver', 50],
    ]);
    expect(scoreOf('all', driver)).to.deep.equal({ folder: 'all', killed: 1, timedOut: 0, survived: 0, uncovered: 1, unjudged: 2 });
  });

  it('is nothing where nothing was judged', () => {
    expect(percent(scoreOf('none', []))).to.equal(0);
    expect(percent(scoreOf('none', mutants('a.ts', 'RuntimeError')))).to.equal(0);
  });

  it('is told as a table', () => {
    expect(tellScores(scoresByFolder(core))).to.deep.equal([
      'folder  score  mutants  killed  timed out  survived  uncovered  unjudged',
      'core     75.0        4       2          1         1          0         0',
    ]);
  });
});
