import { describe, it } from 'node:test';
import { expect } from 'chai';
import { RegistrationLock } from './registration-lock.js';

/** Who has come in, in that order; nobody waits in a test for longer than a turn. */
function visitors() {
  const lock = new RegistrationLock();
  const entered: string[] = [];
  const enter = (name: string, admitted: Promise<void> | undefined) => {
    if (admitted === undefined) entered.push(`${name} at once`);
    else void admitted.then(() => entered.push(name));
  };
  return {
    lock,
    entered,
    reads: (name: string) => enter(name, lock.readLock()),
    writes: (name: string) => enter(name, lock.writeLock()),
    turn: () => new Promise((done) => setImmediate(done)),
  };
}

describe('the registration lock', () => {
  it('lets any number of calls in at once', () => {
    const { entered, reads } = visitors();
    reads('a');
    reads('b');
    expect(entered).to.deep.equal(['a at once', 'b at once']);
  });

  it('lets unregister in when the last call has gone, and calls that came later after it', async () => {
    const { lock, entered, reads, writes, turn } = visitors();
    reads('a');
    reads('b');
    writes('w');
    reads('c');
    reads('d');
    lock.readUnlock();
    await turn();
    expect(entered).to.deep.equal(['a at once', 'b at once']);
    lock.readUnlock();
    await turn();
    expect(entered.slice(2)).to.deep.equal(['w']);
    lock.writeUnlock();
    await turn();
    expect(entered.slice(3)).to.deep.equal(['c', 'd']);
    writes('v');
    lock.readUnlock();
    await turn();
    expect(entered.slice(5)).to.deep.equal([]);
    lock.readUnlock();
    await turn();
    expect(entered.slice(5)).to.deep.equal(['v']);
  });

  it('keeps everybody out while somebody writes', async () => {
    const { lock, entered, reads, writes, turn } = visitors();
    writes('w');
    writes('v');
    reads('a');
    await turn();
    expect(entered).to.deep.equal(['w at once']);
    lock.writeUnlock();
    await turn();
    expect(entered.slice(1)).to.deep.equal(['v']);
    lock.writeUnlock();
    await turn();
    expect(entered.slice(2)).to.deep.equal(['a']);
    writes('u');
    lock.readUnlock();
    await turn();
    expect(entered.slice(3)).to.deep.equal(['u']);
  });
});
