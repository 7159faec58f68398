import { describe, it } from 'node:test';
import { expect } from 'chai';
import { measure, median } from './measure.js';

describe('median', () => {
  it('is the middle value by size, not by spelling', () => {
    expect(median([100, 9, 20])).to.equal(20);
  });
});

describe('measure', () => {
  it('compares the two commands', () => {
    const figure = measure({ name: 'sleep', ours: ['-e', 'setTimeout(() => {}, 300)'], floor: ['-e', '0'], repeat: 1 });
    expect(figure.ours - figure.floor).to.be.greaterThan(200);
    expect(figure.ratio).to.be.closeTo(figure.ours / figure.floor, 0.01);
  });

  it('does not measure a command that fails', () => {
    expect(() => measure({ name: 'fails', ours: ['-e', 'process.exit(1)'], floor: ['-e', '0'], repeat: 1 })).to.throw('ended with 1');
  });
});
