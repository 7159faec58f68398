import { test } from 'node:test';
import { expect } from 'chai';
import { CONG_STATUS } from '../../../kit/formats/mlx5/congestion.js';
import { DIAGNOSTIC_PARAMS } from '../../../kit/formats/mlx5/diagnostics.js';
import { resetFirmware } from './firmware.js';
import { argumentsOf, FirmwareBench } from './test-bench.js';

test('congestion control is switched for each priority and protocol by itself, until a reset', () => {
  const bench = new FirmwareBench();
  const enabled = (selector: number): number | undefined =>
    bench.send('QUERY_CONG_STATUS', { arguments: argumentsOf({ 10: selector }) }).bytes[CONG_STATUS.flags];
  expect(bench.send('MODIFY_CONG_STATUS', { arguments: argumentsOf({ 10: 0x31, 12: 0x40_00 }) }).status).to.equal('OK');
  expect(enabled(0x31)).to.equal(0x40);
  expect(enabled(0x32)).to.equal(CONG_STATUS.flagBits);
  resetFirmware(bench.firmware);
  expect(enabled(0x31)).to.equal(CONG_STATUS.flagBits);
});

test('diagnostic parameters are what was set last, and zero after a reset', () => {
  const bench = new FirmwareBench();
  const context = (): Uint8Array => bench.send('QUERY_DIAGNOSTIC_PARAMS').bytes.slice(DIAGNOSTIC_PARAMS.context);
  const body = new Uint8Array(DIAGNOSTIC_PARAMS.contextLength).fill(0x11);
  expect(bench.send('SET_DIAGNOSTIC_PARAMS', { body }).status).to.equal('OK');
  expect(context()).to.deep.equal(body);
  resetFirmware(bench.firmware);
  expect(context()).to.deep.equal(new Uint8Array(DIAGNOSTIC_PARAMS.contextLength));
});

test('a reset forgets user contexts and objects', () => {
  const bench = new FirmwareBench();
  bench.create('CREATE_QP', bench.createUctx());
  resetFirmware(bench.firmware);
  expect(bench.firmware.contexts.size + bench.firmware.objects.size).to.equal(0);
});
