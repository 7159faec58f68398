import { Then, When } from '@cucumber/cucumber';
import { BELOW_FULL_DEBUG } from './support/admission.js';
import { ANY_TIME } from './support/any-time.js';
import { type SendOne, sendUnknown } from './support/modelled.js';
import { expectNoPointerFollowed, sendWithAddresses } from './support/modelled-addresses.js';
import { expectNothingKept, takeAndClose, takeAndCloseAgain } from './support/modelled-allocations.js';
import { expectDescription } from './support/modelled-expectations.js';
import {
  expectCarriedOutFrom,
  expectRefusedBelow,
  expectStatuses,
  sendFailing,
  sendJudgedByFirmware,
} from './support/modelled-firmware.js';
import { expectAllBack, sendUnanswered, sendUnansweredTwice } from './support/modelled-silence.js';
import type { FwctlWorld } from './support/world.js';

When('the caller sends each RPC that the firmware does not carry out', ANY_TIME, async function (this: FwctlWorld) {
  await sendFailing(this, []);
});

When(
  '{sender} each RPC that the firmware does not carry out, in every scope below full debug that delivers it',
  ANY_TIME,
  async function (this: FwctlWorld, send: SendOne) {
    await sendFailing(this, BELOW_FULL_DEBUG, send);
  },
);

When('the second caller sends each RPC that allocates, in every scope, and closes its file', ANY_TIME, async function (this: FwctlWorld) {
  await takeAndClose(this);
});

When(
  'the second caller sends each RPC that allocates, in every scope, and closes its file, twice over and when something was refused',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await takeAndCloseAgain(this);
  },
);

When(
  '{sender} each command that the driver does not know, in every scope below full debug',
  ANY_TIME,
  async function (this: FwctlWorld, send: SendOne) {
    await sendUnknown(this, send);
  },
);

When('{sender} each RPC that the firmware judges, in every scope', ANY_TIME, async function (this: FwctlWorld, send: SendOne) {
  await sendJudgedByFirmware(this, send);
});

When('the caller sends each RPC that changes nothing with addresses of other memory in it', ANY_TIME, async function (this: FwctlWorld) {
  await sendWithAddresses(this);
});

When('the caller sends each RPC that the firmware does not answer', ANY_TIME, async function (this: FwctlWorld) {
  await sendUnanswered(this);
});

When('two callers, one after the other, send each RPC that the firmware does not answer', ANY_TIME, async function (this: FwctlWorld) {
  await sendUnansweredTwice(this);
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
