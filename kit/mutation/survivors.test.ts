import { describe, it } from 'node:test';
import { expect } from 'chai';
import { compareSurvivors, survivorLine } from './survivors.js';

const SOURCE = ['function f(a: number) {', '  if (a > 0) {', '    g(`$' + '{a}`);', '  }', '}'].join('\n');

function mutant(from: readonly [number, number], to: readonly [number, number], replacement: string) {
  const [start, end] = [from, to].map(([line, column]) => ({ line, column }));
  return { fileName: 'a.ts', location: { start: start ?? { line: 0, column: 0 }, end: end ?? { line: 0, column: 0 } }, replacement };
}

describe('a survivor', () => {
  it('is told by what it changes, into what, and in which line', () => {
    expect(survivorLine(mutant([2, 7], [2, 12], 'a >= 0'), SOURCE)).to.equal('- a.ts: `a > 0` → `a >= 0` in `if (a > 0) {`');
  });

  it('is one line, whatever it changes', () => {
    expect(survivorLine(mutant([2, 14], [4, 4], '{}'), SOURCE)).to.equal('- a.ts: `` { g(`$' + '{a}`); } `` → `{}` in `if (a > 0) {`');
    const long = survivorLine(mutant([1, 1], [1, 201], 'x'), 'y'.repeat(200));
    expect(long).to.equal(`- a.ts: \`${'y'.repeat(80)} …\` → \`x\` in \`${'y'.repeat(80)} …\``);
  });
});

describe('compareSurvivors', () => {
  const document = ['# A list', '- a.ts: `1`', '- a.ts: `2`', '- b.ts: `3`'].join('\n');

  it('tells what is not listed once, and what is listed and does not survive', () => {
    expect(compareSurvivors(document, ['a.ts'], ['- a.ts: `2`', '- a.ts: `4`', '- a.ts: `4`'])).to.deep.equal({
      unlisted: ['- a.ts: `4`'],
      stale: ['- a.ts: `1`'],
    });
  });

  it('says nothing of files that were not mutated', () => {
    expect(compareSurvivors(document, ['b.ts'], ['- b.ts: `3`'])).to.deep.equal({ unlisted: [], stale: [] });
  });
});
