import { Then, When } from '@cucumber/cucumber';
import { sendUnknown } from './support/modelled.js';
import { expectNoPointerFollowed, sendWithAddresses } from './support/modelled-addresses.js';
import { expectNothingKept, takeAndClose } from './support/modelled-allocations.js';
import { expectDescription } from './support/modelled-expectations.js';
import {
  expectCarriedOutFrom,
  expectRefusedBelow,
  expectStatuses,
  sendFailing,
  sendJudgedByFirmware,
} from './support/modelled-firmware.js';
import { expectAllBack, sendUnanswered } from './support/modelled-silence.js';
import type { FwctlWorld } from './support/world.js';

/** A model may have any number of RPCs, and the way to a device may be long; each call has a limit of its own. */
const ANY_TIME = { timeout: -1 } as const;

When('the caller sends each RPC that the firmware does not carry out', ANY_TIME, async function (this: FwctlWorld) {
  await sendFailing(this);
});

When('the second caller sends each RPC that allocates, in every scope, and closes its file', ANY_TIME, async function (this: FwctlWorld) {
  await takeAndClose(this);
});

When(
  'the caller sends each command that the driver does not know, in every scope below full debug',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendUnknown(this);
  },
);

When('the caller sends each RPC that the firmware judges, in every scope', ANY_TIME, async function (this: FwctlWorld) {
  await sendJudgedByFirmware(this);
});

When('the caller sends each RPC that changes nothing with addresses of other memory in it', ANY_TIME, async function (this: FwctlWorld) {
  await sendWithAddresses(this);
});

When('the caller sends each RPC that the firmware does not answer', ANY_TIME, async function (this: FwctlWorld) {
  await sendUnanswered(this);
});

Then('each call comes back in the time that the model gives', function (this: FwctlWorld) {
  expectAllBack(this);
});

Then('each is answered with the status that the model gives', function (this: FwctlWorld) {
  expectStatuses(this);
});

Then('none is admitted, or what it has taken is gone', function (this: FwctlWorld) {
  expectNothingKept(this);
});

Then('each is refused in the scopes below its least one', function (this: FwctlWorld) {
  expectRefusedBelow(this);
});

Then('each is carried out from its least scope on', function (this: FwctlWorld) {
  expectCarriedOutFrom(this);
});

Then('no answer depends on that memory, and nothing has been written to it', function (this: FwctlWorld) {
  expectNoPointerFollowed(this);
});

Then('the model says where its security model is described', function (this: FwctlWorld) {
  expectDescription(this);
});
