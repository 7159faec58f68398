import { test } from 'node:test';
import { expect } from 'chai';
import { SYNDROMES } from './syndromes.js';
import { argumentsOf, FirmwareBench } from './test-bench.js';

test('an object is of the kind that its command names, and belongs to the uid of the command', () => {
  const bench = new FirmwareBench();
  const uid = bench.createUctx();
  const id = bench.create('ALLOC_PD', uid);
  expect(bench.firmware.objects.get(id)).to.deep.equal({ kind: 'PD', owner: uid });
});

test('its owner ends an object', () => {
  const bench = new FirmwareBench();
  const uid = bench.createUctx();
  const id = bench.create('CREATE_GENERAL_OBJECT', uid);
  expect(bench.send('DESTROY_GENERAL_OBJECT', { uid, arguments: argumentsOf({ 10: id }) }).status).to.equal('OK');
  expect(bench.firmware.objects.size).to.equal(0);
});

test('another user does not end it, the kernel may', () => {
  const bench = new FirmwareBench();
  const id = bench.create('CREATE_QP', bench.createUctx());
  const stranger = { uid: bench.createUctx(), arguments: argumentsOf({ 10: id }) };
  expect(bench.send('DESTROY_QP', stranger)).to.include({ status: 'BAD_RES', syndrome: SYNDROMES.FOREIGN_OBJECT });
  expect(bench.firmware.objects.has(id)).to.equal(true);
  expect(bench.send('DESTROY_QP', { arguments: argumentsOf({ 10: id }) }).status).to.equal('OK');
});

test('an object is not ended as one of another kind', () => {
  const bench = new FirmwareBench();
  const id = bench.create('CREATE_QP', 0);
  expect(bench.send('DESTROY_CQ', { arguments: argumentsOf({ 10: id }) })).to.include({
    status: 'BAD_RES',
    syndrome: SYNDROMES.UNKNOWN_OBJECT,
  });
});
