import { Given, Then } from '@cucumber/cucumber';
import type { Errno } from '../kit/uapi/errno.js';
import type { Scope } from '../kit/uapi/scope.js';
import { expectAdmittedFrom } from './support/admission.js';
import { expectArrived } from './support/command-expectations.js';
import type { FwctlWorld } from './support/world.js';

Given('the next command to the firmware will get lost with {errno}', async function (this: FwctlWorld, [errno]: readonly [Errno]) {
  await this.device.fault({ kind: 'undelivered', errno });
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

Then('out_len says {length}', function (this: FwctlWorld, length: number) {
  this.judge.expectNumber('out_len', length, this.caller.judgedResult.reportedLength);
});
