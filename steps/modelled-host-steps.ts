import { Then, When } from '@cucumber/cucumber';
import { ANY_TIME } from './support/any-time.js';
import {
  configureAndReset,
  expectRefusedUndone,
  expectUnnoticed,
  NOTICED_AS_DISTURBANCE,
  NOTICED_BEYOND,
  NOTICED_OF_OBJECTS,
  sendBelowFullDebugOften,
  sendBelowFullDebugOnce,
  sendDisallowedWatched,
  sendTooLowWatched,
} from './support/modelled-host.js';
import type { FwctlWorld } from './support/world.js';

When('the caller sends each RPC that needs less than full debug', ANY_TIME, async function (this: FwctlWorld) {
  await sendBelowFullDebugOnce(this);
});

When(
  'the caller sends each RPC that needs less than full debug in every scope below it, and more than once',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendBelowFullDebugOften(this);
  },
);

When(
  'the caller sends each RPC that needs a greater scope, that takes something or that nobody knows, in every scope below full debug',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendTooLowWatched(this);
  },
);

When('the caller sends each RPC that configures the device, and the device is reset', ANY_TIME, async function (this: FwctlWorld) {
  await configureAndReset(this);
});

When(
  'the caller sends each RPC that is disallowed in every scope below full debug, and each that is forbidden in every scope',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendDisallowedWatched(this);
  },
);

Then('the host has noticed nothing of those that were refused', function (this: FwctlWorld) {
  expectRefusedUndone(this);
});

Then('the host has noticed nothing beyond the device', async function (this: FwctlWorld) {
  await expectUnnoticed(this, NOTICED_BEYOND);
});

Then('no other driver of the kernel misses an object', async function (this: FwctlWorld) {
  await expectUnnoticed(this, NOTICED_OF_OBJECTS);
});

Then('no other driver of the kernel is disturbed', async function (this: FwctlWorld) {
  await expectUnnoticed(this, NOTICED_AS_DISTURBANCE);
});
