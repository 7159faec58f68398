import { describe, it } from 'node:test';
import { expect } from 'chai';
import { figure, inTurn, median, processTime } from './measure.js';

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

  it('refuses the time of a process that failed', () => {
    expect(() => processTime(['-e', 'process.exit(3)'], '.')).to.throw('ended with 3');
  });
});
