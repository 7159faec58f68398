import { describe, it } from 'node:test';
import { expect } from 'chai';
import { figure, inTurn, median, peakMemory, processTime, timeTogether } from './measure.js';

describe('measure', () => {
  it('takes the middle one', () => {
    expect(median([3, 1, 2])).to.equal(2);
  });

  it('gives the ratio of ours through the floor', () => {
    expect(figure('x', 'ms', 30, 20)).to.deep.equal({ name: 'x', ours: 30, floor: 20, ratio: 1.5, unit: 'ms' });
  });

  it('takes turns, and does not count the first', () => {
    const order: string[] = [];
    let turn = 0;
    const ours = () => {
      order.push('ours');
      turn += 1;
      return turn === 1 ? 1000 : 2;
    };
    const medians = inTurn(2, ours, () => {
      order.push('floor');
      return 1;
    });
    expect(medians).to.deep.equal([2, 1]);
    expect(order).to.deep.equal(['ours', 'floor', 'ours', 'floor', 'ours', 'floor']);
  });

  it('refuses the time and the memory of a process that failed', async () => {
    const failing = ['-e', 'process.exit(3)'];
    expect(() => processTime(failing, '.')).to.throw('ended with 3');
    expect(() => peakMemory(failing, '.')).to.throw('ended with 3');
    const refusal = await timeTogether([['-e', '0'], failing], '.').catch(String);
    expect(refusal).to.contain('ended with 3');
  });

  it('waits for all of the processes that run at once', async () => {
    expect(
      await timeTogether(
        [
          ['-e', '0'],
          ['-e', 'setTimeout(() => {}, 500)'],
        ],
        '.',
      ),
    ).to.be.at.least(500);
  });
});
