import { describe, it } from 'node:test';
import { expect } from 'chai';
import { FEATURE_FLAGS } from '../../../kit/formats/cxl/feature-entry.js';
import { decodeSupportedFeatures, encodeGetSupportedFeatures } from '../../../kit/formats/cxl/get-supported-features.js';
import { FEATURE, FirmwareBench, featureOf, OTHER_FEATURE } from './test-bench.js';

describe('Get Supported Features', () => {
  const bench = new FirmwareBench(
    Array.from({ length: 12 }, (_, number) => featureOf([], { uuid: `00000000-0000-0000-0000-0000000000${10 + number}` })),
  );
  const list = (count: number, startIndex: number) => {
    const { code, payload } = bench.send('Get Supported Features', encodeGetSupportedFeatures({ count, startIndex }));
    const { numEntries, supportedFeatures, entries } = decodeSupportedFeatures(payload);
    return { code, numEntries, supportedFeatures, ids: entries.map(({ id }) => id) };
  };

  it('tells how many there are, and as many entries as were asked for', () => {
    expect(list(8, 0)).to.deep.equal({ code: 'Success', numEntries: 0, supportedFeatures: 12, ids: [] });
    expect(list(8 + 2 * 48, 10)).to.deep.equal({ code: 'Success', numEntries: 2, supportedFeatures: 12, ids: [10, 11] });
  });

  it('gives no more than the mailbox carries', () => {
    expect(list(4096, 0).ids).to.deep.equal([0, 1, 2, 3, 4]);
  });

  it('does not begin behind the list', () => {
    expect(list(4096, 12).code).to.equal('Invalid Input');
  });
});

describe('Get Feature', () => {
  const bench = new FirmwareBench([featureOf(['immediate data change'], { flags: FEATURE_FLAGS.changeable })]);

  it('gives a piece of the value', () => {
    expect(bench.get('current', { offset: 1, count: 2 })).to.deep.equal({ code: 'Success', payload: Uint8Array.of(2, 3) });
  });

  it('gives nothing from beyond the end, or of a feature that is not there', () => {
    expect(bench.get('current', { offset: 3, count: 2 }).code).to.equal('Invalid Input');
    expect(bench.get('current', { uuid: OTHER_FEATURE }).code).to.equal('Unsupported');
  });

  it('gives default and saved value only where the feature offers them', () => {
    for (const selection of ['default', 'saved', 3] as const)
      expect(bench.get(selection).code).to.equal('Unsupported Feature Selection Value');
  });
});

describe('a reset', () => {
  const atCold = 'configuration change after cold reset';
  const atConventional = 'configuration change after conventional reset';
  const atCxl = 'configuration change after CXL reset';
  const cases = [
    [atCold, 'cold', 'new'],
    [atCold, 'conventional', 'old'],
    [atCold, 'cxl', 'old'],
    [atConventional, 'cold', 'new'],
    [atConventional, 'conventional', 'new'],
    [atConventional, 'cxl', 'old'],
    [atCxl, 'cold', 'new'],
    [atCxl, 'conventional', 'new'],
    [atCxl, 'cxl', 'new'],
  ] as const;
  const values = { old: [1, 2, 3, 4], new: [9, 9, 9, 9] };
  for (const [effect, reset, expected] of cases) {
    it(`of kind ${reset} leaves the ${expected} value of a feature with ${effect}`, () => {
      const bench = new FirmwareBench([featureOf([effect])]);
      bench.set(values.new);
      expect(bench.value()).to.deep.equal(values.old);
      bench.reset(reset);
      expect(bench.value()).to.deep.equal(values[expected]);
      bench.reset('cold');
      expect(bench.value()).to.deep.equal(values.new);
    });
  }

  it('loses what was not saved, and keeps what was', () => {
    const bench = new FirmwareBench();
    bench.set([5, 5, 5, 5]);
    bench.set([6, 6, 6, 6], { isSaved: false });
    expect([bench.value(), bench.value('saved'), bench.value('default')]).to.deep.equal([[6, 6, 6, 6], [5, 5, 5, 5], values.old]);
    bench.reset('conventional');
    expect(bench.value()).to.deep.equal([5, 5, 5, 5]);
  });

  it('forgets a value that waits for a greater one and was not saved', () => {
    const bench = new FirmwareBench([featureOf([atCold])]);
    bench.set(values.new, { isSaved: false });
    bench.reset('cxl');
    bench.reset('cold');
    expect(bench.value()).to.deep.equal(values.old);
  });

  it('ends a transfer', () => {
    const bench = new FirmwareBench();
    bench.set([1, 1], { transfer: 'initiate' });
    bench.reset('cxl');
    expect(bench.set([1, 1], { transfer: 'finish', offset: 2 })).to.equal('Feature Transfer Out of Order');
  });
});

describe('the features of a device', () => {
  it('are told apart by their UUID', () => {
    const bench = new FirmwareBench([featureOf([]), featureOf([], { uuid: OTHER_FEATURE, value: Uint8Array.of(8, 8, 8, 8) })]);
    bench.set([7, 7, 7, 7]);
    expect([...bench.get('current', { uuid: OTHER_FEATURE }).payload]).to.deep.equal([8, 8, 8, 8]);
    expect([...bench.get('current', { uuid: FEATURE }).payload]).to.deep.equal([7, 7, 7, 7]);
  });
});
