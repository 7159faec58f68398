import { test } from 'node:test';
import { expect } from 'chai';
import { SYNDROMES } from './syndromes.js';
import { FirmwareBench } from './test-bench.js';

test('an opcode that no command has is BAD_OP', () => {
  expect(new FirmwareBench().send(0x7fff)).to.include({ status: 'BAD_OP', syndrome: SYNDROMES.UNKNOWN_OPCODE });
});

test('a uid that was never given is BAD_RES_STATE', () => {
  expect(new FirmwareBench().send('NOP', { uid: 9 })).to.include({ status: 'BAD_RES_STATE', syndrome: SYNDROMES.UNKNOWN_UID });
});

test('only the kernel makes and ends user contexts', () => {
  const bench = new FirmwareBench();
  const uid = bench.createUctx(0x4);
  expect(bench.send('CREATE_UCTX', { uid, length: 64 })).to.include({ status: 'BAD_RES_STATE', syndrome: SYNDROMES.KERNEL_ONLY });
  expect(bench.send('DESTROY_UCTX', { uid }).syndrome).to.equal(SYNDROMES.KERNEL_ONLY);
});

test('a command for tools asks for the tools capability', () => {
  const bench = new FirmwareBench();
  const length = 48;
  expect(bench.send('SET_DIAGNOSTIC_PARAMS', { uid: bench.createUctx(), length })).to.include({
    status: 'BAD_PARAM',
    syndrome: SYNDROMES.TOOLS_ONLY,
  });
  expect(bench.send('SET_DIAGNOSTIC_PARAMS', { uid: bench.createUctx(0x4), length }).status).to.equal('OK');
});

test('a request shorter than the command is BAD_INP_LEN', () => {
  expect(new FirmwareBench().send('CREATE_UCTX')).to.include({ status: 'BAD_INP_LEN', syndrome: SYNDROMES.SHORT_INPUT });
});

test('too little room for the response is BAD_OUTP_LEN', () => {
  expect(new FirmwareBench().send('QUERY_HCA_CAP', {}, 16)).to.include({ status: 'BAD_OUTP_LEN', syndrome: SYNDROMES.SHORT_OUTPUT });
});

test('no response is longer than the room', () => {
  expect(new FirmwareBench().send('QUERY_ADAPTER', {}, 20).bytes).to.have.length(20);
});

test('a query without state tells the same each time, and each something else', () => {
  const bench = new FirmwareBench();
  const first = bench.send('QUERY_ADAPTER');
  expect(first.status).to.equal('OK');
  expect(bench.send('QUERY_ADAPTER').bytes).to.deep.equal(first.bytes);
  expect(bench.send('QUERY_VUID').bytes).not.to.deep.equal(first.bytes);
});

test('a command that is no query answers with its header alone', () => {
  expect(new FirmwareBench().send('NOP').bytes).to.deep.equal(new Uint8Array(16));
});
