import { describe, it } from 'node:test';
import { expect } from 'chai';
import { showProgress } from './progress.js';

function recorder(isTerminal: boolean) {
  const written: string[] = [];
  return { written, channel: { isTerminal, hasColours: false, write: (text: string) => void written.push(text) } };
}

describe('showProgress', () => {
  it('rewrites one line on a terminal, and takes it away at the end', () => {
    const { written, channel } = recorder(true);
    const progress = showProgress(channel, 'judging', 'scenarios', false);
    progress.update(1, 9);
    progress.end();
    expect(written).to.deep.equal(['\r\u001b[Kjudging scenarios: 1 of 9', '\r\u001b[K']);
  });

  it('writes one plain line elsewhere, however often it is updated at once', () => {
    const { written, channel } = recorder(false);
    const progress = showProgress(channel, 'judging', 'scenarios', false);
    for (let done = 1; done <= 9; done += 1) progress.update(done, 9);
    progress.end();
    expect(written).to.deep.equal(['judging 9 scenarios\n']);
  });

  it('is silent when quiet', () => {
    const { written, channel } = recorder(true);
    const progress = showProgress(channel, 'judging', 'scenarios', true);
    progress.update(1, 9);
    progress.end();
    expect(written).to.deep.equal([]);
  });
});
