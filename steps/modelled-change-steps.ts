import { Then, When } from '@cucumber/cucumber';
import { ANY_TIME } from './support/any-time.js';
import {
  configureAndUse,
  configureAndUseElsewhere,
  watchDelayedChanges,
  watchDelayedChangesLong,
  watchResets,
  watchResetsOfClosedFiles,
  watchRunTimeChanges,
  watchRunTimeChangesLong,
} from './support/modelled-changes.js';
import { expectOtherAnswers, expectSameAnswers } from './support/modelled-expectations.js';
import type { FwctlWorld } from './support/world.js';

When('the caller sends each RPC whose change waits for a reset', ANY_TIME, async function (this: FwctlWorld) {
  await watchDelayedChanges(this);
});

When(
  'the caller sends each RPC whose change waits for a reset, in every greater scope and more than once, and then all that changes nothing',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await watchDelayedChangesLong(this);
  },
);

When(
  'the caller sends each RPC whose change waits for a reset with full debug, and the file is closed and the device reset behind it',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await watchResetsOfClosedFiles(this);
  },
);

When(
  'the caller sends each RPC whose change at run time is transparent, in every greater scope and more than once',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await watchRunTimeChangesLong(this);
  },
);

When(
  'the caller sends each RPC that configures the device, and then another caller those that change nothing',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await configureAndUseElsewhere(this);
  },
);

When('the caller sends each RPC whose change waits for a reset, with a reset behind it', ANY_TIME, async function (this: FwctlWorld) {
  await watchResets(this);
});

When('the caller sends each RPC whose change at run time is transparent', ANY_TIME, async function (this: FwctlWorld) {
  await watchRunTimeChanges(this);
});

When(
  'the caller sends each RPC that configures the device, and then those that change nothing',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await configureAndUse(this);
  },
);

Then('the device answers as it did before', function (this: FwctlWorld) {
  expectSameAnswers(this);
});

Then('the device answers otherwise than before', function (this: FwctlWorld) {
  expectOtherAnswers(this);
});

Then('what drivers and VMs are told is what it was before', function (this: FwctlWorld) {
  expectSameAnswers(this);
});

Then('the device still carries out what changes nothing', function (this: FwctlWorld) {
  expectSameAnswers(this);
});
