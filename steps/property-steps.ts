import { Then } from '@cucumber/cucumber';
import type { CallName } from './support/call-draft.js';
import {
  anyDirtyTail,
  anyErrno,
  anyRequest,
  everySizeBelow,
  everyTurnedBit,
  everyUndefinedNumber,
  type Refusable,
} from './support/properties.js';
import type { FwctlWorld } from './support/world.js';

Then('{call} is refused with EINVAL at every size below {int}', async function (this: FwctlWorld, call: CallName, published: number) {
  await everySizeBelow(this, call, published);
});

Then('{call} is refused with E2BIG wherever one unknown byte is not zero', async function (this: FwctlWorld, call: CallName) {
  await anyDirtyTail(this, call);
});

Then('any request reaches the driver as it was sent, and its answer comes back', async function (this: FwctlWorld) {
  await anyRequest(this);
});

Then(/^any errno of the driver's (info|RPC) operation is the errno of the call$/, async function (this: FwctlWorld, operation: Refusable) {
  await anyErrno(this, operation);
});

Then("any errno of the driver's open operation is the errno of the open", async function (this: FwctlWorld) {
  await anyErrno(this, 'open');
});

Then('every number of the type that is not defined is refused with ENOTTY', async function (this: FwctlWorld) {
  await everyUndefinedNumber(this);
});

Then('both numbers are refused with ENOTTY when one bit of type, size or direction is turned', async function (this: FwctlWorld) {
  await everyTurnedBit(this);
});
