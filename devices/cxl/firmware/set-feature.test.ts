import { describe, it } from 'node:test';
import { expect } from 'chai';
import { FirmwareBench, featureOf, OTHER_FEATURE } from './test-bench.js';

describe('Set Feature', () => {
  it('sets the whole value, or a part of it', () => {
    const bench = new FirmwareBench();
    expect(bench.set([5, 6, 7, 8])).to.equal('Success');
    expect(bench.set([9], { offset: 3 })).to.equal('Success');
    expect(bench.value()).to.deep.equal([5, 6, 7, 9]);
  });

  it('refuses what is not there, cannot be changed, has another version, or is too long', () => {
    const bench = new FirmwareBench([featureOf([]), featureOf([], { uuid: OTHER_FEATURE, flags: 0 })]);
    expect(bench.set([1], { uuid: '99999999-2222-3333-4444-555555555555' })).to.equal('Unsupported');
    expect(bench.set([1], { uuid: OTHER_FEATURE })).to.equal('Unsupported');
    expect(bench.set([1], { version: 2 })).to.equal('Unsupported Feature Version');
    expect(bench.set([1, 2, 3, 4, 5])).to.equal('Invalid Input');
    expect(bench.set([1], { flags: 7 })).to.equal('Invalid Input');
    expect(bench.value()).to.deep.equal([1, 2, 3, 4]);
  });

  it('takes a value in parts, and changes nothing before the last', () => {
    const bench = new FirmwareBench();
    expect(bench.set([5], { transfer: 'initiate' })).to.equal('Success');
    expect(bench.set([6, 7], { transfer: 'continue', offset: 1 })).to.equal('Success');
    expect(bench.value()).to.deep.equal([1, 2, 3, 4]);
    expect(bench.set([8], { transfer: 'finish', offset: 3 })).to.equal('Success');
    expect(bench.value()).to.deep.equal([5, 6, 7, 8]);
  });

  it('wants the parts of one transfer in their order', () => {
    const bench = new FirmwareBench([featureOf([]), featureOf([], { uuid: OTHER_FEATURE })]);
    const outOfOrder = 'Feature Transfer Out of Order';
    expect(bench.set([1], { transfer: 'continue' })).to.equal(outOfOrder);
    expect(bench.set([1], { transfer: 'finish' })).to.equal(outOfOrder);
    expect(bench.set([1], { transfer: 'abort' })).to.equal(outOfOrder);
    bench.set([5, 6], { transfer: 'initiate' });
    expect(bench.set([1], { transfer: 'initiate' })).to.equal('Feature Transfer in Progress');
    expect(bench.set([1])).to.equal('Feature Transfer in Progress');
    expect(bench.set([7], { transfer: 'continue', offset: 3 })).to.equal(outOfOrder);
    expect(bench.set([7], { transfer: 'finish', offset: 2, uuid: OTHER_FEATURE })).to.equal(outOfOrder);
    expect(bench.set([], { transfer: 'abort', uuid: OTHER_FEATURE })).to.equal(outOfOrder);
  });

  it('takes no part that reaches beyond the end', () => {
    const bench = new FirmwareBench();
    expect(bench.set([1, 2, 3, 4, 5], { transfer: 'initiate' })).to.equal('Invalid Input');
    bench.set([5, 6], { transfer: 'initiate' });
    expect(bench.set([7, 8, 9], { transfer: 'continue', offset: 2 })).to.equal('Invalid Input');
    expect(bench.set([7, 8, 9], { transfer: 'finish', offset: 2 })).to.equal('Invalid Input');
  });

  it('drops a transfer that is aborted', () => {
    const bench = new FirmwareBench();
    bench.set([5, 6], { transfer: 'initiate' });
    expect(bench.set([], { transfer: 'abort' })).to.equal('Success');
    expect(bench.value()).to.deep.equal([1, 2, 3, 4]);
    expect(bench.set([9, 9, 9, 9])).to.equal('Success');
  });

  it('builds on a value that waits for a reset', () => {
    const bench = new FirmwareBench([featureOf(['configuration change after cold reset'])]);
    bench.set([9, 9], { offset: 0 });
    bench.set([8, 8], { offset: 2 });
    bench.reset('cold');
    expect(bench.value()).to.deep.equal([9, 9, 8, 8]);
  });
});
