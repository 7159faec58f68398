import { Given, Then, When } from '@cucumber/cucumber';
import type { Errno } from '../kit/uapi/errno.js';
import { expectErrno, expectOpened, expectSuccess } from './support/expectations.js';
import type { FwctlWorld } from './support/world.js';

When('the caller opens the device', async function (this: FwctlWorld) {
  await this.caller.open(this.device.node);
});

When('the caller closes the file', async function (this: FwctlWorld) {
  expectSuccess(this, 'close', await this.caller.close());
});

Given('the caller has closed the file', async function (this: FwctlWorld) {
  expectSuccess(this, 'close', await this.caller.close());
});

Then('the open succeeds', function (this: FwctlWorld) {
  expectOpened(this, 'the caller');
});

Then('the open fails with {errno}', function (this: FwctlWorld, errnos: readonly Errno[]) {
  expectErrno(this, 'open', errnos, this.caller.takeOpenOutcome());
});
