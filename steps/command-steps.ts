import { Given, Then, When } from '@cucumber/cucumber';
import type { Errno } from '../kit/uapi/errno.js';
import type { Scope } from '../kit/uapi/scope.js';
import { expectAdmittedFrom } from './support/admission.js';
import { expectArrived, expectBeginsWith, expectOutLen, unlessItFailed } from './support/command-expectations.js';
import { commands } from './support/commands.js';
import type { HexBytes } from './support/parameter-types.js';
import type { FwctlWorld } from './support/world.js';

Given('the next command to the firmware will get lost with {errno}', async function (this: FwctlWorld, [errno]: readonly [Errno]) {
  await this.device.fault({ kind: 'undelivered', errno });
});

When('the caller sends the bytes {hexBytes} in scope {scope}', async function (this: FwctlWorld, bytes: HexBytes, scope: Scope) {
  await commands(this).send({ request: Uint8Array.from(bytes, (byte) => byte ?? 0), scope });
});

Then('the response begins with the bytes {hexBytes}', function (this: FwctlWorld, bytes: HexBytes) {
  expectBeginsWith(this, bytes);
});

Then('the firmware received the command', async function (this: FwctlWorld) {
  await expectArrived(this, 1);
});

Then('the firmware received no command', async function (this: FwctlWorld) {
  await expectArrived(this, 0);
});

Then('every scope admits it', function (this: FwctlWorld) {
  expectAdmittedFrom(this, 'configuration');
});

Then('{scope} and every greater scope admit it, and no other does', function (this: FwctlWorld, least: Scope) {
  expectAdmittedFrom(this, least);
});

Then('no scope admits it, and the firmware received no command', function (this: FwctlWorld) {
  expectAdmittedFrom(this, null);
});

Then('out_len says {length}, or the call fails', function (this: FwctlWorld, length: number) {
  unlessItFailed(this, () => expectOutLen(this, length));
});

Then('out_len says {length}', function (this: FwctlWorld, length: number) {
  expectOutLen(this, length);
});
