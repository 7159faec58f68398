import { test } from 'node:test';
import { expect } from 'chai';
import { FEATURE_FLAGS } from '../../../kit/formats/cxl/feature-entry.js';
import { encodeGetFeature, type GetFeature } from '../../../kit/formats/cxl/get-feature.js';
import { FIRST, FirmwareBench, featureSetup, NEW, OLD, type Reply, SECOND } from './test-bench.js';

function get(bench: FirmwareBench, changes: Partial<GetFeature>): Reply {
  return bench.send('Get Feature', encodeGetFeature({ uuid: FIRST, offset: 0, count: 4, selection: 0, ...changes }));
}

test('the data is what was asked for, or what there is from the offset on', () => {
  const bench = new FirmwareBench();
  expect([...get(bench, { offset: 1, count: 2 }).payload]).to.deep.equal([2, 3]);
  expect([...get(bench, { offset: 3, count: 9 }).payload]).to.deep.equal([4]);
  expect(get(bench, { count: 0 })).to.deep.equal({ code: 'Success', payload: new Uint8Array(0) });
});

test('an offset at or beyond the end is Invalid Input', () => {
  const bench = new FirmwareBench();
  expect(get(bench, { offset: 4 }).code).to.equal('Invalid Input');
  expect(get(bench, { offset: 0xffff, count: 0xffff }).code).to.equal('Invalid Input');
});

test('no more than the mailbox carries can be asked for', () => {
  const features = [featureSetup({ getSize: 600, value: new Uint8Array(600).fill(7) })];
  const bench = new FirmwareBench({ features, payloadSize: 256 });
  expect(get(bench, { count: 256 }).payload).to.deep.equal(new Uint8Array(256).fill(7));
  expect(get(bench, { count: 257 }).code).to.equal('Invalid Input');
});

test('a feature that the device does not have is Unsupported', () => {
  expect(get(new FirmwareBench(), { uuid: SECOND }).code).to.equal('Unsupported');
});

test('only values that the feature lets be selected are told', () => {
  const bench = new FirmwareBench({ features: [featureSetup({ flags: FEATURE_FLAGS.changeable })] });
  expect(bench.read('current').payload).to.deep.equal(OLD);
  expect(bench.read('default').code).to.equal('Unsupported Feature Selection Value');
  expect(bench.read('saved').code).to.equal('Unsupported Feature Selection Value');
  expect(get(new FirmwareBench(), { selection: 3 }).code).to.equal('Unsupported Feature Selection Value');
});

test('current, default and saved value are told apart', () => {
  const bench = new FirmwareBench();
  bench.save(Uint8Array.of(9, 9, 9, 9));
  bench.set('full', NEW);
  expect(bench.read('current').payload).to.deep.equal(NEW);
  expect(bench.read('default').payload).to.deep.equal(OLD);
  expect([...bench.read('saved').payload]).to.deep.equal([9, 9, 9, 9]);
});

test('reading changes nothing', () => {
  const bench = new FirmwareBench();
  bench.set('full', NEW);
  for (const selection of ['saved', 'default', 'current'] as const) bench.read(selection);
  expect(bench.read('current').payload).to.deep.equal(NEW);
  expect(bench.read('saved').payload).to.deep.equal(OLD);
});

test('a firmware that restores what is read is found out', () => {
  const bench = new FirmwareBench(
    {},
    {
      readFeature: (feature) => {
        feature.current = feature.defaultValue;
        return feature.current;
      },
    },
  );
  bench.set('full', NEW);
  expect(bench.read('default').payload).to.deep.equal(OLD);
  expect(bench.read('current').payload).to.deep.equal(OLD);
});
