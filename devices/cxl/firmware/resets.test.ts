import { test } from 'node:test';
import { expect } from 'chai';
import type { CxlEffectName } from '../../../kit/formats/cxl/effects.js';
import { FEATURE_FLAGS, RESET_PERSISTENCE, RESET_PERSISTENCE_SHIFT } from '../../../kit/formats/cxl/feature-entry.js';
import { CXL_RESETS, type CxlReset } from './resets.js';
import { FirmwareBench, featureSetup, NEW, OLD } from './test-bench.js';

const AT_COLD: readonly CxlEffectName[] = ['configuration change after cold reset'];
const AT_CONVENTIONAL: readonly CxlEffectName[] = ['extended effects valid', 'configuration change after conventional reset'];
const AT_CXL: readonly CxlEffectName[] = ['extended effects valid', 'configuration change after CXL reset'];

const benchWith = (effects: readonly CxlEffectName[], flags?: number): FirmwareBench =>
  new FirmwareBench({ features: [featureSetup(flags === undefined ? {} : { flags }, effects)] });

/** The resets at which a value that was set becomes the current one; "now" when it does not wait. */
function liveAt(effects: readonly CxlEffectName[]): readonly (CxlReset | 'now')[] {
  const isNew = (bench: FirmwareBench): boolean => bench.read().payload.every((byte, index) => byte === NEW[index]);
  const waiting = (): FirmwareBench => {
    const bench = benchWith(effects);
    bench.save(NEW);
    return bench;
  };
  if (isNew(waiting())) return ['now'];
  return CXL_RESETS.filter((reset) => {
    const bench = waiting();
    bench.reset(reset);
    return isNew(bench);
  });
}

test('a change that is announced for a reset takes place at that one and at deeper ones', () => {
  expect(liveAt(AT_COLD)).to.deep.equal(['cold']);
  expect(liveAt(AT_CONVENTIONAL)).to.deep.equal(['conventional', 'cold']);
  expect(liveAt(AT_CXL)).to.deep.equal(['cxl', 'conventional', 'cold']);
});

test('of several announced resets the least one will do', () => {
  expect(liveAt([...AT_COLD, ...AT_CONVENTIONAL])).to.deep.equal(['conventional', 'cold']);
  expect(liveAt([...AT_COLD, ...AT_CXL])).to.deep.equal(['cxl', 'conventional', 'cold']);
});

test('extended effects are believed without their valid bit', () => {
  expect(liveAt(['configuration change after conventional reset'])).to.deep.equal(['conventional', 'cold']);
});

test('an immediate change does not wait, whatever is announced beside it', () => {
  for (const change of ['configuration', 'data', 'policy', 'log'] as const) {
    expect(liveAt([`immediate ${change} change`])).to.deep.equal(['now']);
    expect(liveAt([`immediate ${change} change`, ...AT_COLD])).to.deep.equal(['now']);
  }
});

test('a feature that announces no reset does not wait for one', () => {
  expect(liveAt([])).to.deep.equal(['now']);
  expect(liveAt(['security state change'])).to.deep.equal(['now']);
});

test('a firmware that does not wait is found out', () => {
  const bench = new FirmwareBench({ features: [featureSetup({}, AT_COLD)] }, { whenLive: () => 'now' });
  bench.set('full', NEW);
  expect(bench.read().payload).to.deep.equal(NEW);
});

test('what waits to be saved is told as saved, and is what later resets bring back', () => {
  const bench = benchWith(AT_COLD);
  bench.save(NEW);
  expect(bench.read('current').payload).to.deep.equal(OLD);
  expect(bench.read('saved').payload).to.deep.equal(NEW);
  for (const reset of ['cxl', 'cold', 'cxl', 'conventional', 'cold'] as const) bench.reset(reset);
  expect(bench.read('current').payload).to.deep.equal(NEW);
});

test('what waits and is not to be saved lasts from its reset to the next', () => {
  for (const next of ['cxl', 'cold'] as const) {
    const bench = benchWith(AT_COLD);
    bench.set('full', NEW);
    expect(bench.read('saved').payload).to.deep.equal(OLD);
    bench.reset('cold');
    expect(bench.read('current').payload).to.deep.equal(NEW);
    bench.reset(next);
    expect(bench.read('current').payload, next).to.deep.equal(OLD);
  }
});

test('of two values that wait the later one takes effect', () => {
  const bench = benchWith(AT_COLD);
  bench.save(OLD.map((byte) => byte + 1));
  bench.save(NEW);
  bench.reset('cold');
  expect(bench.read('current').payload).to.deep.equal(NEW);
});

test('a value that was not saved goes back to the saved one at any reset', () => {
  for (const reset of CXL_RESETS) {
    const bench = benchWith(['immediate configuration change']);
    bench.save(NEW);
    bench.set('full', OLD);
    bench.reset(reset);
    expect(bench.read('current').payload).to.deep.equal(NEW);
  }
});

test('a feature that saves nothing goes back to its default', () => {
  const bench = benchWith(['immediate configuration change'], FEATURE_FLAGS.changeable);
  bench.save(NEW);
  expect(bench.read('current').payload).to.deep.equal(NEW);
  bench.reset('cxl');
  expect(bench.read('current').payload).to.deep.equal(OLD);
});

test('resets below the deepest reset persistence leave the current value alone', () => {
  const kept = { none: [], cxl: [], hot: ['cxl'], warm: ['cxl'], cold: ['cxl', 'conventional'] } as const;
  for (const [name, resets] of Object.entries(kept)) {
    const persistence = Object.entries(RESET_PERSISTENCE).find(([other]) => other === name)?.[1] ?? 0;
    const flags = FEATURE_FLAGS.changeable | (persistence << RESET_PERSISTENCE_SHIFT);
    const keeping = CXL_RESETS.filter((reset) => {
      const bench = benchWith(['immediate configuration change'], flags);
      bench.set('full', NEW);
      bench.reset(reset);
      return bench.read().payload[0] === NEW[0];
    });
    expect(keeping, name).to.deep.equal(resets);
  }
});
