import { Given } from '@cucumber/cucumber';
import { expectOpened } from './support/expectations.js';
import type { FwctlWorld } from './support/world.js';

Given('{caller} has opened {device}', async function (this: FwctlWorld, caller: string, device: string) {
  await this.callerNamed(caller).open(this.deviceNamed(device).node);
  expectOpened(this, caller);
});
