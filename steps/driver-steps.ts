import { Given, Then, When } from '@cucumber/cucumber';
import type { Errno } from '../kit/uapi/errno.js';
import type { Scope } from '../kit/uapi/scope.js';
import {
  expectContextsOfCalls,
  expectDriverCalls,
  expectEndedContexts,
  expectNothingAsked,
  expectRequests,
  expectScopes,
} from './support/driver-expectations.js';
import { countedBytes, sentRequest } from './support/sent.js';
import type { FwctlWorld } from './support/world.js';

Given('the driver refuses every RPC with {errno}', async function (this: FwctlWorld, [errno]: readonly [Errno]) {
  await this.device.script({ rpcErrno: errno });
});

Given('the driver refuses every info with {errno}', async function (this: FwctlWorld, [errno]: readonly [Errno]) {
  await this.device.script({ infoErrno: errno });
});

Given('the driver refuses every open with {errno}', async function (this: FwctlWorld, [errno]: readonly [Errno]) {
  await this.device.script({ openErrno: errno });
});

When('the driver refuses nothing any more', async function (this: FwctlWorld) {
  await this.device.script({ openErrno: null, infoErrno: null, rpcErrno: null });
});

Given('the driver tells {length} about itself', async function (this: FwctlWorld, length: number) {
  await this.device.script({ info: countedBytes(length) });
});

Given('the driver answers with {length}', async function (this: FwctlWorld, length: number) {
  await this.device.script({ response: countedBytes(length) });
});

Given('the driver answers with the request, each byte inverted', async function (this: FwctlWorld) {
  await this.device.script({ response: 'inverted' });
});

Given("the driver answers in the request's own buffer, each byte inverted", async function (this: FwctlWorld) {
  await this.device.script({ response: 'inverted in place' });
});

Then('the driver was asked nothing', async function (this: FwctlWorld) {
  await expectNothingAsked(this, 'the device');
});

Then('the driver of the second device was asked nothing', async function (this: FwctlWorld) {
  await expectNothingAsked(this, 'the second device');
});

Then('the driver has been asked nothing since the device went', async function (this: FwctlWorld) {
  await expectNothingAsked(this, 'the device');
  await expectDriverCalls(this, 'close_uctx', 1);
});

Then('the driver received no RPC', async function (this: FwctlWorld) {
  await expectDriverCalls(this, 'fw_rpc', 0);
});

Then('the driver received {int} RPC(s)', async function (this: FwctlWorld, count: number) {
  await expectDriverCalls(this, 'fw_rpc', count);
});

Then('the driver received one RPC in scope {scope}', async function (this: FwctlWorld, scope: Scope) {
  await expectScopes(this, [scope]);
});

Then(
  'the driver received an RPC in scope {scope}, then one in scope {scope}, then one in scope {scope}',
  async function (this: FwctlWorld, first: Scope, second: Scope, third: Scope) {
    await expectScopes(this, [first, second, third]);
  },
);

Then('the driver received that request once', async function (this: FwctlWorld) {
  await expectRequests(this, [sentRequest(this)]);
});

Then('the driver received an empty request', async function (this: FwctlWorld) {
  await expectRequests(this, [new Uint8Array(0)]);
});

Then('the driver received them with {int} different user contexts', async function (this: FwctlWorld, count: number) {
  const contexts = new Set((await this.device.driverCalls('fw_rpc')).map(({ context }) => context));
  this.judge.expectNumber('user contexts that RPCs came with', count, contexts.size);
});

Then('the driver was asked to open {int} user context(s)', async function (this: FwctlWorld, count: number) {
  await expectDriverCalls(this, 'open_uctx', count);
});

Then('the driver was not asked to open again', async function (this: FwctlWorld) {
  await expectDriverCalls(this, 'open_uctx', 1);
});

Then('the driver was asked to close {int} user context(s)', async function (this: FwctlWorld, count: number) {
  await expectDriverCalls(this, 'close_uctx', count);
});

Then('the driver of the second device was asked to close {int} user context(s)', async function (this: FwctlWorld, count: number) {
  await expectDriverCalls(this, 'close_uctx', count, 'the second device');
});

Then('the driver was not asked to close anything', async function (this: FwctlWorld) {
  await expectDriverCalls(this, 'close_uctx', 0);
});

Then(
  'the driver was asked twice with user context {int}, and then twice with user context {int}',
  async function (this: FwctlWorld, first: number, second: number) {
    await expectContextsOfCalls(this, [first, first, second, second]);
  },
);

Then(
  'the driver was asked to close user contexts {int} and {int}, each once',
  async function (this: FwctlWorld, one: number, other: number) {
    await expectEndedContexts(this, [one, other]);
  },
);

Then('the driver was asked to close user context {int} only, and once', async function (this: FwctlWorld, context: number) {
  await expectEndedContexts(this, [context]);
});
