import { Then, When } from '@cucumber/cucumber';
import {
  expectCarriedOut,
  expectOwnAnswers,
  expectRefusedBySomebody,
  sendForeign,
  sendGlobal,
  sendToChildren,
} from './support/modelled-functions.js';
import type { FwctlWorld } from './support/world.js';

When('the caller sends each RPC that would reach a foreign function, in every scope below full debug', async function (this: FwctlWorld) {
  await sendForeign(this);
});

When('the caller sends each RPC that would change the whole device, in every scope below full debug', async function (this: FwctlWorld) {
  await sendGlobal(this);
});

When('the caller sends each RPC that reaches a child of the function', async function (this: FwctlWorld) {
  await sendToChildren(this);
});

Then('the driver or the firmware refuses all of them', function (this: FwctlWorld) {
  expectRefusedBySomebody(this);
});

Then('no answer of the function about itself is a refusal', function (this: FwctlWorld) {
  expectOwnAnswers(this);
});

Then('neither the driver nor the firmware refuses any of them', function (this: FwctlWorld) {
  expectCarriedOut(this);
});
