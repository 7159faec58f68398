import { Then } from '@cucumber/cucumber';
import type { CallName } from './support/call-draft.js';
import { anyDirtyTail, anyRequest, everySizeBelow } from './support/properties.js';
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
