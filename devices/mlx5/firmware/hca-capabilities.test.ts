import { test } from 'node:test';
import { expect } from 'chai';
import { HCA_CAP, hcaCapOpMod, UCTX_CAP_OFFSET } from '../../../kit/formats/mlx5/hca-capabilities.js';
import { readU32 } from '../../../kit/formats/mlx5/words.js';
import { resetFirmware } from './firmware.js';
import { SYNDROMES } from './syndromes.js';
import { argumentsOf, FirmwareBench } from './test-bench.js';

const MAXIMUM = hcaCapOpMod(0, 0);
const CURRENT = hcaCapOpMod(0, 1);
const otherFunction = (id: number): Uint8Array => argumentsOf({ 8: 0x8000, 10: id });
const nothing = new Uint8Array(HCA_CAP.pageLength);

function offered(bytes: Uint8Array): number {
  return readU32(bytes, HCA_CAP.page + UCTX_CAP_OFFSET);
}

test('the general page tells what user contexts may ask for', () => {
  const bench = new FirmwareBench(0x1f);
  expect(offered(bench.send('QUERY_HCA_CAP', { opMod: CURRENT }).bytes)).to.equal(0x1f);
  expect(offered(bench.send('QUERY_HCA_CAP', { opMod: MAXIMUM }).bytes)).to.equal(0x1f);
});

test('other pages are known and empty', () => {
  const { status, bytes } = new FirmwareBench().send('QUERY_HCA_CAP', { opMod: hcaCapOpMod(2, 1) });
  expect(status).to.equal('OK');
  expect(bytes).to.deep.equal(new Uint8Array(HCA_CAP.page + HCA_CAP.pageLength));
});

test('capabilities of another function wait for its reset', () => {
  const bench = new FirmwareBench(0x4);
  const uid = bench.createUctx(0x4);
  expect(bench.send('SET_HCA_CAP', { uid, arguments: otherFunction(1), body: nothing }).status).to.equal('OK');
  const ask = { opMod: CURRENT, arguments: otherFunction(1) };
  expect(offered(bench.send('QUERY_HCA_CAP', ask).bytes)).to.equal(0x4);
  resetFirmware(bench.firmware);
  expect(offered(bench.send('QUERY_HCA_CAP', ask).bytes)).to.equal(0);
  expect(offered(bench.send('QUERY_HCA_CAP', { ...ask, arguments: otherFunction(2) }).bytes)).to.equal(0x4);
  expect(offered(bench.send('QUERY_OTHER_HCA_CAP', { arguments: argumentsOf({ 10: 1 }) }).bytes)).to.equal(0);
});

test('a user cannot set the capabilities of the function it stands on; the kernel can', () => {
  const bench = new FirmwareBench(0x4);
  const uid = bench.createUctx(0x4);
  expect(bench.send('SET_HCA_CAP', { uid, body: nothing })).to.include({ status: 'BAD_PARAM', syndrome: SYNDROMES.OWN_FUNCTION });
  expect(bench.send('SET_HCA_CAP', { body: nothing }).status).to.equal('OK');
});

test('a function that does not exist, or is the own one, cannot be asked about as another', () => {
  const bench = new FirmwareBench();
  const unknown = { status: 'BAD_PARAM', syndrome: SYNDROMES.UNKNOWN_FUNCTION };
  for (const id of [0, 9]) {
    expect(bench.send('QUERY_HCA_CAP', { arguments: otherFunction(id) })).to.include(unknown);
    expect(bench.send('SET_HCA_CAP', { arguments: otherFunction(id), body: nothing })).to.include(unknown);
    expect(bench.send('QUERY_OTHER_HCA_CAP', { arguments: argumentsOf({ 10: id }) })).to.include(unknown);
  }
});

test('nothing can be set that the maximum lacks', () => {
  const body = Uint8Array.from(nothing, () => 0x80);
  const arguments_ = otherFunction(1);
  const bench = new FirmwareBench();
  expect(bench.send('SET_HCA_CAP', { arguments: arguments_, body })).to.include({
    status: 'BAD_PARAM',
    syndrome: SYNDROMES.BEYOND_MAXIMUM,
  });
  expect(bench.send('SET_HCA_CAP', { arguments: arguments_, body: nothing, opMod: hcaCapOpMod(2, 0) }).status).to.equal('OK');
});

test('other functions are for tools to look at', () => {
  const bench = new FirmwareBench();
  const ask = { uid: bench.createUctx(), arguments: otherFunction(1) };
  expect(bench.send('QUERY_HCA_CAP', ask)).to.include({ status: 'BAD_PARAM', syndrome: SYNDROMES.TOOLS_ONLY });
});
