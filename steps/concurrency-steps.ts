import { Then, When } from '@cucumber/cucumber';
import { beginHeldCall, letDriverGoOn, openManyTimes, sendBothAtOnce, sendBothInTurn, tryEverything } from './support/performances.js';
import { settle } from './support/session.js';
import type { FwctlWorld } from './support/world.js';

/** What another thread of the caller writes over the beginning of the request. */
const OVERWRITTEN = new Uint8Array(32).fill(0xee);

When('the caller makes the call and the driver takes its time', async function (this: FwctlWorld) {
  await beginHeldCall(this);
});

When('the driver goes on', async function (this: FwctlWorld) {
  await letDriverGoOn(this);
});

Then('the call has not come back', async function (this: FwctlWorld) {
  await settle();
  this.judge.expect('the call while the driver is at work', 'under way', this.caller.isWaiting ? 'under way' : 'back');
});

When('another thread of the caller changes the size field to {int}', async function (this: FwctlWorld, size: number) {
  await this.caller.poke('structure', 0, new Uint8Array(new Uint32Array([size]).buffer));
});

When('another thread of the caller overwrites the request', async function (this: FwctlWorld) {
  await this.caller.poke('request', 0, OVERWRITTEN);
});

Then('the caller finds what the other thread wrote in its request', function (this: FwctlWorld) {
  const { requestBytes } = this.caller.judgedResult;
  this.judge.expectBytes('the beginning of the request after the call', OVERWRITTEN, requestBytes.subarray(0, OVERWRITTEN.length));
});

When('both callers send an RPC', async function (this: FwctlWorld) {
  await sendBothInTurn(this);
});

When('both callers send an RPC and the driver answers both at once', async function (this: FwctlWorld) {
  await sendBothAtOnce(this);
});

When('the caller tries to ask for info, to send an RPC and to close the file', async function (this: FwctlWorld) {
  await tryEverything(this);
});

Then('the caller can open the device {int} times', async function (this: FwctlWorld, count: number) {
  this.judge.expectNumber('opens that succeed', count, await openManyTimes(this, count));
});
