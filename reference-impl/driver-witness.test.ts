import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ok } from '../kit/result.js';
import { type FwctlOps, NO_CONTEXT, NO_MEMORY } from './driver-ops.js';
import { DriverWitness } from './driver-witness.js';

const DRIVER: FwctlOps<null> = {
  deviceType: 1,
  ...NO_CONTEXT,
  info: () => ok(Uint8Array.of(1)),
  fwRpc: (_context, _scope, request) => ok(request),
};

async function opened(witness: DriverWitness) {
  const answer = await witness.ops.openUctx();
  if (!answer.ok) throw new Error(answer.errno);
  return answer.value;
}

const turn = () => new Promise((done) => setImmediate(done));

describe('the witness between core and driver', () => {
  it('writes down what the driver was asked, in that order, and nothing else', async () => {
    const witness = new DriverWitness(DRIVER);
    expect(witness.calls).to.deep.equal([]);
    const file = await opened(witness);
    await witness.ops.info?.(file);
    await witness.ops.fwRpc(file, 'configuration', Uint8Array.of(2, 3), 8, NO_MEMORY);
    await witness.ops.closeUctx(file);
    expect(witness.calls).to.deep.equal([
      { operation: 'open_uctx', context: 1 },
      { operation: 'info', context: 1 },
      { operation: 'fw_rpc', context: 1, scope: 'configuration', request: Uint8Array.of(2, 3) },
      { operation: 'close_uctx', context: 1 },
    ]);
  });

  it('says when so many operations are held, and not before', async () => {
    const witness = new DriverWitness(DRIVER);
    const file = await opened(witness);
    const seen: number[] = [];
    const watches = (count: number) => void witness.awaitHeld(count).then(() => seen.push(count));
    witness.hold('info');
    witness.hold('info');
    watches(2);
    const first = witness.ops.info?.(file);
    watches(1);
    await turn();
    expect(seen).to.deep.equal([1]);
    const second = witness.ops.info?.(file);
    await turn();
    expect(seen).to.deep.equal([1, 2]);
    witness.release();
    expect(await Promise.all([first, second])).to.deep.equal([ok(Uint8Array.of(1)), ok(Uint8Array.of(1))]);
  });
});
