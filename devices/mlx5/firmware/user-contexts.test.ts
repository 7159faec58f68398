import { test } from 'node:test';
import { expect } from 'chai';
import { SYNDROMES } from './syndromes.js';
import { FirmwareBench } from './test-bench.js';
import { LAST_UID } from './user-contexts.js';

test('each user context has its own uid and keeps what it was given', () => {
  const bench = new FirmwareBench(0x1f);
  const first = bench.createUctx(0x4);
  const second = bench.createUctx(0x1);
  expect(second).not.to.equal(first);
  expect([...bench.firmware.contexts]).to.deep.equal([
    [first, { capabilities: 0x4 }],
    [second, { capabilities: 0x1 }],
  ]);
});

test('a capability that the function does not offer is refused', () => {
  const bench = new FirmwareBench(0x1);
  const body = Uint8Array.from({ length: 48 }, (_, index) => (index === 3 ? 0x4 : 0));
  expect(bench.send('CREATE_UCTX', { body })).to.include({ status: 'BAD_PARAM', syndrome: SYNDROMES.NOT_OFFERED });
  expect(bench.firmware.contexts.size).to.equal(0);
});

test('uids run out', () => {
  const bench = new FirmwareBench();
  bench.firmware.nextUid = LAST_UID;
  bench.createUctx();
  expect(bench.send('CREATE_UCTX', { length: 64 })).to.include({ status: 'NO_RES', syndrome: SYNDROMES.UIDS_EXHAUSTED });
});

test('a user context is destroyed once, with all that belongs to it and nothing else', () => {
  const bench = new FirmwareBench();
  const leaving = bench.createUctx();
  const staying = bench.createUctx();
  bench.create('CREATE_MKEY', leaving);
  bench.create('CREATE_UMEM', leaving);
  const kept = bench.create('CREATE_MKEY', staying);
  expect(bench.destroyUctx(leaving).status).to.equal('OK');
  expect([...bench.firmware.objects]).to.deep.equal([[kept, { kind: 'MKEY', owner: staying }]]);
  expect(bench.destroyUctx(leaving)).to.include({ status: 'BAD_RES_STATE', syndrome: SYNDROMES.UNKNOWN_UID });
});
