import { describe, it } from 'node:test';
import { expect } from 'chai';
import { compress } from '../compressed.js';
import type { Evidence, RecordedAnswer, RecordedCall } from '../evidence.js';
import { BadRecord } from './restore.js';
import { ScenarioReplay } from './scenario-replay.js';

function replayOf(calls: readonly RecordedCall[], rest: Partial<Evidence> = {}): ScenarioReplay {
  return new ScenarioReplay({ expectations: [], used: [], calls, ...rest });
}

async function refusalOf(asking: () => Promise<unknown>): Promise<string> {
  try {
    await asking();
  } catch (error) {
    if (error instanceof BadRecord) return error.message;
    throw error;
  }
  throw new Error('it was answered');
}

describe('ScenarioReplay', () => {
  it('answers as was recorded, and writes what was written', async () => {
    const region = { name: 'data', address: 64, access: 'read-write', bytes: { length: 2, hex: '0708' } } as const;
    const replay = replayOf([
      { op: 'boot', takes: {}, outcome: null },
      { op: 'ioctl', takes: {}, outcome: { ok: false, errno: 'EPERM', written: [region] } },
    ]);
    const bytes = new Uint8Array(2);
    expect(await replay.perform({ op: 'boot' })).to.equal(undefined);
    expect(await replay.perform({ op: 'ioctl', memory: [{ ...region, bytes }] })).to.deep.equal({ ok: false, errno: 'EPERM' });
    expect(bytes).to.deep.equal(Uint8Array.of(7, 8));
  });

  it('gives answers in the order in which they came', async () => {
    const replay = replayOf([
      { op: 'ioctl', takes: {}, outcome: { ok: true, written: [] }, back: 5 },
      { op: 'await-held', takes: {}, outcome: null },
      { op: 'release', takes: {}, outcome: null, back: 6 },
    ]);
    const order: string[] = [];
    const asking = (op: string) => replay.perform({ op }).then(() => order.push(op));
    const call = asking('ioctl');
    await asking('await-held');
    expect(order).to.deep.equal(['await-held']);
    await Promise.all([asking('release'), call]);
    expect(order).to.deep.equal(['await-held', 'ioctl', 'release']);
  });

  it('refuses what would have come back after everything else', async () => {
    const replay = replayOf([{ op: 'observe-taint', takes: {}, outcome: { mask: 0 }, back: 1e308 }]);
    expect(await refusalOf(async () => replay.perform({ op: 'observe-taint' }))).to.equal(
      'observe-taint is recorded to come back after all that was done',
    );
  });

  it('does not give what never came', async () => {
    const replay = replayOf([
      { op: 'ioctl', takes: {} },
      { op: 'observe-taint', takes: {}, outcome: { mask: 0 } },
    ]);
    let isBack = false;
    void replay.perform({ op: 'ioctl' }).then(() => {
      isBack = true;
    });
    expect(await replay.perform({ op: 'observe-taint' })).to.deep.equal({ mask: 0 });
    expect(isBack).to.equal(false);
  });

  it('breaks where the conversation broke', async () => {
    const replay = replayOf([{ op: 'boot', takes: {}, broke: 'the adapter ended' }]);
    const thrown = await replay.perform({ op: 'boot' }).catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(Error).and.to.have.property('message', 'the adapter ended');
  });

  it('gives every answer of a line that stands for many, also what repeats itself', async () => {
    const answers: RecordedAnswer[] = [
      { op: 'ioctl', outcome: { ok: true, written: [{ address: 8, bytes: { region: 0, length: 2 } }] } },
      { op: 'observe-driver', outcome: { calls: [{ request: { region: 0, length: 1 } }] } },
      { op: 'observe-driver', outcome: { calls: { before: 1, more: [{ request: { length: 1, hex: 'ff' } }] } } },
      { op: 'open', broke: 'gone' },
    ];
    const line = { calls: 4, takes: '', compressed: compress(Buffer.from(JSON.stringify(answers))) };
    const replay = replayOf([
      { op: 'many', takes: {}, outcome: 'held', answers: line },
      { op: 'observe-taint', takes: {}, outcome: { mask: 1 } },
    ]);
    const response = { name: 'response', address: 8, access: 'read-write', bytes: new Uint8Array(2) } as const;
    const request = { name: 'request', address: 0, access: 'read-write', bytes: Uint8Array.of(3, 4) } as const;
    await replay.perform({ op: 'ioctl', memory: [request, response] });
    expect(response.bytes).to.deep.equal(Uint8Array.of(3, 4));
    expect(await replay.perform({ op: 'observe-driver' })).to.deep.equal({ calls: [{ request: Uint8Array.of(3) }] });
    expect(await replay.perform({ op: 'observe-driver' })).to.deep.equal({
      calls: [{ request: Uint8Array.of(3) }, { request: Uint8Array.of(255) }],
    });
    expect(await replay.perform({ op: 'open' }).catch(String)).to.equal('Error: gone');
    expect(await replay.perform({ op: 'observe-taint' })).to.deep.equal({ mask: 1 });
  });

  it('tells what was looked at in passing, and how it ended', async () => {
    const replay = replayOf([], { glances: [3], boots: 1, complaint: ['BUG: x'] });
    expect(await replay.perform({ op: 'observe-firmware', since: Number.MAX_SAFE_INTEGER })).to.include({ received: 3 });
    expect(replay.end).to.deep.equal({ complaint: ['BUG: x'], boots: 1 });
  });

  it('refuses to answer what was not asked', async () => {
    expect(await refusalOf(async () => replayOf([]).perform({ op: 'boot' }))).to.contain('boot is asked where nothing is recorded');
    const replay = replayOf([{ op: 'open', takes: {}, outcome: { ok: true } }]);
    expect(await refusalOf(async () => replay.perform({ op: 'close' }))).to.contain('close is asked where open is recorded');
  });
});
