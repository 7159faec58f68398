import { Given, Then, When } from '@cucumber/cucumber';
import type { OtherRelease } from '../kit/model/model.js';
import { ANY_TIME } from './support/any-time.js';
import { OTHER } from './support/caller.js';
import { expectServed, registerWithRelease, sendAsTools } from './support/modelled-tools.js';
import type { FwctlWorld } from './support/world.js';

Given(
  'a device with a model that runs the {otherRelease} release of its firmware is registered',
  async function (this: FwctlWorld, release: OtherRelease) {
    await registerWithRelease(this, release);
  },
);

When('the caller sends what each tool in use sends', ANY_TIME, async function (this: FwctlWorld) {
  await sendAsTools(this);
});

When('two callers, each twice, send what each tool in use sends', ANY_TIME, async function (this: FwctlWorld) {
  const second = this.callerNamed(OTHER);
  await sendAsTools(this, [this.caller, second, this.caller, second]);
});

Then('each tool gets the answer that it knows', function (this: FwctlWorld) {
  expectServed(this);
});
