import { Given, Then, When } from '@cucumber/cucumber';
import type { Disallowed } from '../kit/model/model.js';
import { ANY_TIME } from './support/any-time.js';
import { OTHER } from './support/caller.js';
import {
  type SendOne,
  sendAllThatIsAdmitted,
  sendCutShort,
  sendDisallowed,
  sendForbidden,
  sendReadsBelowLeastScope,
  sendReadsFromLeastScope,
  sendWritesBelowLeastScope,
  sendWritesFromLeastScope,
} from './support/modelled.js';
import { sendBesideRefused, sendInPairs, watchReading } from './support/modelled-answers.js';
import { expectAdmitted, expectDeclaredInfo, expectRefused, expectSameAnswers } from './support/modelled-expectations.js';
import { expectSecretsKept, sendBelowFullDebug, sendOtherLengths } from './support/modelled-secrets.js';
import { sendReadingHistory, sendWholeHistory } from './support/modelled-senders.js';
import type { FwctlWorld } from './support/world.js';

Given('a device with a model is registered', async function (this: FwctlWorld) {
  await this.addDevice('the device').registerModelled();
});

Given('the caller has sent all that changes nothing in every scope that only reads', ANY_TIME, async function (this: FwctlWorld) {
  await sendReadingHistory(this);
});

Given('the caller has sent all that changes nothing in every scope', ANY_TIME, async function (this: FwctlWorld) {
  await sendWholeHistory(this);
});

Given('the caller has sent all that is declared, from its least scope on', ANY_TIME, async function (this: FwctlWorld) {
  await sendAllThatIsAdmitted(this);
});

When(
  'the caller sends each RPC that changes nothing in its least scope and in every greater one that only reads',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendReadsFromLeastScope(this);
  },
);

When(
  'the caller sends each RPC that writes, and any in the scopes that write, from its least scope on',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendWritesFromLeastScope(this);
  },
);

When(
  '{sender} each RPC that changes nothing in every scope below its least one that only reads',
  ANY_TIME,
  async function (this: FwctlWorld, send: SendOne) {
    await sendReadsBelowLeastScope(this, send);
  },
);

When(
  '{sender} each RPC that writes, and any in the scopes that write, below its least scope',
  ANY_TIME,
  async function (this: FwctlWorld, send: SendOne) {
    await sendWritesBelowLeastScope(this, send);
  },
);

When('{sender} each declared RPC in every scope below full debug', ANY_TIME, async function (this: FwctlWorld, send: SendOne) {
  await sendBelowFullDebug(this, send);
});

When('{sender} each forbidden RPC in every scope', ANY_TIME, async function (this: FwctlWorld, send: SendOne) {
  await sendForbidden(this, send);
});

When(
  '{sender} each RPC that would {disallowed}, in every scope below full debug',
  ANY_TIME,
  async function (this: FwctlWorld, send: SendOne, behaviour: Disallowed) {
    await sendDisallowed(this, behaviour, send);
  },
);

When('the caller sends each RPC that only reads debug data', ANY_TIME, async function (this: FwctlWorld) {
  await watchReading(this);
});

When(
  'the caller sends each declared RPC cut to every shorter length, and then the whole of it',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendCutShort(this);
  },
);

When(
  'the caller sends each declared RPC cut to every shorter length, the second caller the next one, and then the caller the whole of it',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendCutShort(this, [this.callerNamed(OTHER)]);
  },
);

When('the caller sends each declared RPC with more room, and cut to every shorter length', ANY_TIME, async function (this: FwctlWorld) {
  await sendOtherLengths(this);
});

When(
  'one caller sends what is refused for its scope while the other sends what changes nothing',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendBesideRefused(this);
  },
);

When(
  'both callers send RPCs that change nothing at the same time, every pair of neighbours once',
  ANY_TIME,
  async function (this: FwctlWorld) {
    await sendInPairs(this);
  },
);

Then('all of them are admitted', function (this: FwctlWorld) {
  expectAdmitted(this);
});

Then('the whole of each is admitted', function (this: FwctlWorld) {
  expectAdmitted(this);
});

Then('all of them are refused', function (this: FwctlWorld) {
  expectRefused(this, 'any errno');
});

Then('all of them are refused with an errno of the model', function (this: FwctlWorld) {
  expectRefused(this, 'an errno of the model');
});

Then('every other answer is what it was before', function (this: FwctlWorld) {
  expectSameAnswers(this);
});

Then('no answer holds a secret of the model', function (this: FwctlWorld) {
  expectSecretsKept(this);
});

Then('device type and length are those of the model', function (this: FwctlWorld) {
  expectDeclaredInfo(this, this.caller);
});

Then('device type and length for {caller} are those of the model', function (this: FwctlWorld, caller: string) {
  expectDeclaredInfo(this, this.callerNamed(caller));
});

Then('each answer is the one that the RPC gets alone', function (this: FwctlWorld) {
  expectSameAnswers(this);
});
