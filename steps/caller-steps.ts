import { Given, Then, When } from '@cucumber/cucumber';
import type { Errno } from '../kit/uapi/errno.js';
import { OTHER } from './support/caller.js';
import { expectErrno, expectOpened, expectRefused, expectSuccess } from './support/expectations.js';
import { addSecondCaller } from './support/opening.js';
import type { FwctlWorld } from './support/world.js';

Given('{caller} has {capabilities}', async function (this: FwctlWorld, caller: string, capabilities: readonly string[]) {
  await this.callerNamed(caller).setRights({ capabilities, userNamespace: 'initial' });
});

Given('{caller} has CAP_SYS_RAWIO in a user namespace of its own', async function (this: FwctlWorld, caller: string) {
  await this.callerNamed(caller).setRights({ capabilities: ['CAP_SYS_RAWIO'], userNamespace: 'child' });
});

When('{caller} drops its capabilities', async function (this: FwctlWorld, caller: string) {
  await this.callerNamed(caller).setRights({ capabilities: [], userNamespace: 'initial' });
});

When('{caller} gains {capabilities}', async function (this: FwctlWorld, caller: string, capabilities: readonly string[]) {
  await this.callerNamed(caller).setRights({ capabilities, userNamespace: 'initial' });
});

Given('{caller} has opened {device}( again)', async function (this: FwctlWorld, caller: string, device: string) {
  await this.callerNamed(caller).open(this.deviceNamed(device).node);
  expectOpened(this, caller);
});

Given('{caller} has opened {device} for reading only', async function (this: FwctlWorld, caller: string, device: string) {
  await this.callerNamed(caller).open(this.deviceNamed(device).node, 'read-only');
  expectOpened(this, caller);
});

Given('a second caller has opened {device}( too)', async function (this: FwctlWorld, device: string) {
  await addSecondCaller(this, [], device);
});

Given(
  'a second caller with {capabilities} has opened {device}( too)',
  async function (this: FwctlWorld, capabilities: readonly string[], device: string) {
    await addSecondCaller(this, capabilities, device);
  },
);

Given('there is a second caller', async function (this: FwctlWorld) {
  await this.addCaller(OTHER);
});

Given('{caller} hands its file to {caller}', async function (this: FwctlWorld, from: string, to: string) {
  await this.callerNamed(from).shareWith(this.callerNamed(to));
});

When('{caller} opens {device}', async function (this: FwctlWorld, caller: string, device: string) {
  await this.callerNamed(caller).open(this.deviceNamed(device).node);
});

Then('{openOf} succeeds', function (this: FwctlWorld, caller: string) {
  expectOpened(this, caller);
});

Then('{openOf} fails with {errno}', function (this: FwctlWorld, caller: string, errnos: readonly Errno[]) {
  expectErrno(this, 'the outcome of open', errnos, this.callerNamed(caller).takeOpenOutcome());
});

Then('the open is refused', function (this: FwctlWorld) {
  expectRefused(this, 'the outcome of open', this.caller.takeOpenOutcome());
});

When('{caller} closes the file', async function (this: FwctlWorld, caller: string) {
  await this.callerNamed(caller).close();
});

Given('the caller has closed the file', async function (this: FwctlWorld) {
  await this.caller.close();
});

Then('the close succeeds', function (this: FwctlWorld) {
  expectSuccess(this, 'the outcome of close', this.caller.closeOutcome);
});

When('{caller} exits', async function (this: FwctlWorld, caller: string) {
  await this.callerNamed(caller).exit('exit');
});

When('{caller} is killed', async function (this: FwctlWorld, caller: string) {
  await this.callerNamed(caller).exit('kill');
});
