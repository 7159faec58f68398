import { Then, When } from '@cucumber/cucumber';
import type { SendOne } from './support/modelled.js';
import {
  expectCarriedOut,
  expectOwnAnswers,
  expectRefusedBySomebody,
  sendForeign,
  sendGlobal,
  sendToChildren,
  sendToChildrenByEither,
} from './support/modelled-functions.js';
import type { FwctlWorld } from './support/world.js';

When(
  '{sender} each RPC that would reach a foreign function, in every scope below full debug',
  async function (this: FwctlWorld, send: SendOne) {
    await sendForeign(this, send);
  },
);

When(
  '{sender} each RPC that would change the whole device, in every scope below full debug',
  async function (this: FwctlWorld, send: SendOne) {
    await sendGlobal(this, send);
  },
);

When('the caller sends each RPC that reaches a child of the function', async function (this: FwctlWorld) {
  await sendToChildren(this);
});

When(
  'either caller sends each RPC that reaches a child of the function, and the second one what changes something',
  async function (this: FwctlWorld) {
    await sendToChildrenByEither(this);
  },
);

Then('the driver or the firmware refuses all of them', function (this: FwctlWorld) {
  expectRefusedBySomebody(this);
});

Then('no answer of the function about itself is a refusal', async function (this: FwctlWorld) {
  await expectOwnAnswers(this);
});

Then('neither the driver nor the firmware refuses any of them', function (this: FwctlWorld) {
  expectCarriedOut(this);
});
