import { Given, Then, When } from '@cucumber/cucumber';
import type { Mlx5CommandName } from '../kit/formats/mlx5/commands.js';
import { rpcDraft } from './support/call-draft.js';
import { SAMPLE_LENGTH } from './support/commands.js';
import { contend, expectSameAnswer, expectServed, openByMany } from './support/contention.js';
import { cxl, draft, getFeature, setFeature } from './support/cxl.js';
import { expectNothingMore, transferBesideKernel } from './support/cxl-transfers.js';
import { sampleMessage } from './support/mlx5.js';
import { settle } from './support/session.js';
import type { FwctlWorld } from './support/world.js';

Given('{int} callers have opened the device', async function (this: FwctlWorld, count: number) {
  await openByMany(this, count);
});

Given(
  'an mlx5 function that takes {int} command(s) at a time and works on each for {int} turn(s) is registered',
  async function (this: FwctlWorld, commandSlots: number, turnsPerCommand: number) {
    await this.addDevice('the device').registerMlx5({ commandSlots, turnsPerCommand });
  },
);

When(
  '{int} callers keep sending {mlx5Command}, and the kernel sends {mlx5Command}',
  async function (this: FwctlWorld, callers: number, asked: Mlx5CommandName, sent: Mlx5CommandName) {
    await contend(this, callers, rpcDraft({ request: sampleMessage(asked), room: SAMPLE_LENGTH }), sampleMessage(sent));
  },
);

When('{int} callers keep reading the feature, and the kernel reads it too', async function (this: FwctlWorld, callers: number) {
  const request = getFeature(cxl(this).feature);
  await contend(this, callers, draft(request), request);
});

When('{int} callers keep reading the feature, and the kernel sets it', async function (this: FwctlWorld, callers: number) {
  const { feature } = cxl(this);
  await contend(this, callers, draft(getFeature(feature)), setFeature(feature));
});

When('the caller sets a feature while a kernel driver sets another', async function (this: FwctlWorld) {
  await transferBesideKernel(this, setFeature(cxl(this).featureAt(0)), setFeature(cxl(this).featureAt(1)));
});

When('the caller reads a feature while a kernel driver sets another', async function (this: FwctlWorld) {
  await transferBesideKernel(this, getFeature(cxl(this).featureAt(0)), setFeature(cxl(this).featureAt(1)));
});

When('the caller sets a feature while a kernel driver reads another', async function (this: FwctlWorld) {
  await transferBesideKernel(this, setFeature(cxl(this).featureAt(0)), getFeature(cxl(this).featureAt(1)));
});

When('a kernel driver takes over {mlx5Command}', async function (this: FwctlWorld, command: Mlx5CommandName) {
  await this.device.kernelClaim(sampleMessage(command));
});

When('a kernel driver takes over the feature', async function (this: FwctlWorld) {
  await this.device.kernelClaim(setFeature(cxl(this).feature));
});

When('a kernel driver takes over the second feature', async function (this: FwctlWorld) {
  await this.device.kernelClaim(setFeature(cxl(this).featureAt(1)));
});

When('{caller} begins to send {mlx5Command}', async function (this: FwctlWorld, caller: string, command: Mlx5CommandName) {
  await this.machine.start();
  this.callerNamed(caller).begin(rpcDraft({ request: sampleMessage(command), room: SAMPLE_LENGTH }));
  await settle();
});

When('the caller begins to set the feature', async function (this: FwctlWorld) {
  await cxl(this).mark();
  this.caller.begin(draft(setFeature(cxl(this).feature), { scope: 'debug write full' }));
});

Then('the kernel was served while the callers asked', function (this: FwctlWorld) {
  expectServed(this);
});

Then('nothing more of the feature reaches the mailbox', async function (this: FwctlWorld) {
  await expectNothingMore(this);
});

Then("the kernel's answer is that of the callers", function (this: FwctlWorld) {
  expectSameAnswer(this);
});

Then('{callOf} has come back', async function (this: FwctlWorld, name: string) {
  const caller = this.callerNamed(name);
  await settle(() => !caller.isWaiting);
  this.judge.expect(`the call that ${name} began`, 'back', caller.isWaiting ? 'under way' : 'back');
  await caller.finish();
});
