import { test } from 'node:test';
import { expect } from 'chai';
import { decodeSupportedFeatures, encodeGetSupportedFeatures } from '../../../kit/formats/cxl/get-supported-features.js';
import { FIRST, FirmwareBench, featureSetup, SECOND } from './test-bench.js';

const TWO = [featureSetup(), featureSetup({ uuid: SECOND })];

function list(bench: FirmwareBench, count: number, startIndex = 0) {
  const { code, payload } = bench.send('Get Supported Features', encodeGetSupportedFeatures({ count, startIndex }));
  const { numEntries, supportedFeatures, entries } = decodeSupportedFeatures(payload);
  expect(numEntries).to.equal(entries.length);
  return { code, supportedFeatures, uuids: entries.map(({ uuid }) => uuid) };
}

test('the list has the entries of the setup with their indices', () => {
  const bench = new FirmwareBench({ features: TWO });
  const { payload } = bench.send('Get Supported Features', encodeGetSupportedFeatures({ count: 4096, startIndex: 0 }));
  const expected = TWO.map(({ value: _value, ...entry }, id) => ({ ...entry, id }));
  expect(decodeSupportedFeatures(payload)).to.deep.equal({ numEntries: 2, supportedFeatures: 2, entries: expected });
});

test('the count is that of the bytes in the answer, header included', () => {
  const bench = new FirmwareBench({ features: TWO });
  expect(list(bench, 8 + 48).uuids).to.deep.equal([FIRST]);
  expect(list(bench, 8 + 95).uuids).to.deep.equal([FIRST]);
  expect(list(bench, 8 + 96).uuids).to.deep.equal([FIRST, SECOND]);
  expect(list(bench, 8)).to.deep.equal({ code: 'Success', supportedFeatures: 2, uuids: [] });
  expect(list(bench, 7).code).to.equal('Invalid Input');
});

test('an answer is no longer than the mailbox carries', () => {
  expect(list(new FirmwareBench({ features: TWO, payloadSize: 100 }), 4096).uuids).to.deep.equal([FIRST]);
});

test('the list starts at the index, which may be the end but not beyond it', () => {
  const bench = new FirmwareBench({ features: TWO });
  expect(list(bench, 4096, 1).uuids).to.deep.equal([SECOND]);
  expect(list(bench, 4096, 2)).to.deep.equal({ code: 'Success', supportedFeatures: 2, uuids: [] });
  expect(list(bench, 4096, 3).code).to.equal('Invalid Input');
});
