import { describe, it } from 'node:test';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { expect } from 'chai';
import { CommandSlots, firstInLine } from './command-slots.js';

describe('the slots of a command queue', () => {
  it('go to those who wait, in the order in which they came', async () => {
    const slots = new CommandSlots(1, firstInLine);
    const entered: number[] = [];
    expect(slots.take(7)).to.equal(undefined);
    const waiting = [8, 0, 9].map(async (uid) => {
      await slots.take(uid);
      entered.push(uid);
      slots.give();
    });
    await turnOfTheLoop();
    expect(entered).to.deep.equal([]);
    slots.give();
    await Promise.all(waiting);
    expect(entered).to.deep.equal([8, 0, 9]);
    expect(slots.take(7)).to.equal(undefined);
  });
});
