import { Given, When } from '@cucumber/cucumber';
import { type CallName, draftOf } from './support/call-draft.js';
import type { FwctlWorld } from './support/world.js';

Given('a well-formed {call} call', function (this: FwctlWorld, name: CallName) {
  this.draft = draftOf(name);
});

Given('its ioctl number is {hex}', function (this: FwctlWorld, ioctl: number) {
  this.draft = { ...this.draft, ioctl };
});

When('the caller makes the call', async function (this: FwctlWorld) {
  await this.caller.make(this.draft);
});
