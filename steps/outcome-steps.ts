import { Then } from '@cucumber/cucumber';
import type { Errno } from '../kit/uapi/errno.js';
import { expectErrno, expectNothingWritten, expectSuccess } from './support/expectations.js';
import type { FwctlWorld } from './support/world.js';

Then('the call succeeds', function (this: FwctlWorld) {
  expectSuccess(this, 'the outcome of the call', this.caller.takeResult().outcome);
});

Then('the call fails with {errno}', function (this: FwctlWorld, errnos: readonly Errno[]) {
  expectErrno(this, 'the outcome of the call', errnos, this.caller.takeResult().outcome);
});

Then("no byte of the caller's memory was written", function (this: FwctlWorld) {
  expectNothingWritten(this);
});
