import { Given, Then, When } from '@cucumber/cucumber';
import { ANY_TIME } from './support/any-time.js';
import { expectSameAnswers } from './support/modelled-expectations.js';
import {
  expectHoldersServed,
  expectStrangersRefused,
  useFromKernel,
  useFromKernelThatHolds,
  useThroughFileThatHolds,
  useThroughOtherFile,
  useWhatKernelHolds,
} from './support/modelled-holders.js';
import type { FwctlWorld } from './support/world.js';

Given('a kernel driver beside fwctl uses the same firmware', async function (this: FwctlWorld) {
  this.machine.requireFacility('kernel-user');
});

When(
  'the second caller takes something of the firmware, and a kernel driver asks for all that only its holder may do',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await useFromKernel(this);
  },
);

When(
  'the second caller takes something of the firmware, and the caller asks for all that only its holder may do, in every scope below full debug',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await useThroughOtherFile(this);
  },
);

When(
  'the second caller takes something of the firmware, and a kernel driver that holds something itself asks for all that only its holder may do',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await useFromKernelThatHolds(this);
  },
);

When(
  'the second caller takes something of the firmware, and the caller, through a later file that holds something itself, asks for all that only its holder may do',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await useThroughFileThatHolds(this);
  },
);

When(
  'a kernel driver takes something of the firmware, and the caller asks for all that only its holder may do, in every scope below full debug',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await useWhatKernelHolds(this);
  },
);

Then('whoever does not hold it is refused', function (this: FwctlWorld) {
  expectStrangersRefused(this);
});

Then('what was taken is still there', function (this: FwctlWorld) {
  expectSameAnswers(this);
});

Then('its holder is served', function (this: FwctlWorld) {
  expectHoldersServed(this);
});
