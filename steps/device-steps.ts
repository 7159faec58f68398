import { Given, Then, When } from '@cucumber/cucumber';
import type { LockdownLevel } from '../kit/subject/operations.js';
import { UNPRIVILEGED } from './support/caller.js';
import { expectSuccess } from './support/expectations.js';
import { registerMany } from './support/performances.js';
import { settle } from './support/session.js';
import type { FwctlWorld } from './support/world.js';

const numbered = (which: string | null): string => (which === null ? 'the device' : `the ${which} device`);

Given(/^a (?:(second|third) )?device is registered$/, async function (this: FwctlWorld, which: string | null) {
  await this.addDevice(numbered(which)).registerPlain();
});

Given(/^a (?:(second|third) )?device of type (\d+) is registered$/, async function (this: FwctlWorld, which: string | null, type: string) {
  await this.addDevice(numbered(which)).registerPlain({ deviceType: Number(type) });
});

Given(
  /^a (?:(second|third) )?device whose driver has no info operation is registered$/,
  async function (this: FwctlWorld, which: string | null) {
    await this.addDevice(numbered(which)).registerPlain({ info: null });
  },
);

Given('{int} device(s) is/are registered', async function (this: FwctlWorld, count: number) {
  await registerMany(this, count);
});

When('one more device appears', async function (this: FwctlWorld) {
  await registerMany(this, 1);
});

When(/^a (second|third) device appears$/, async function (this: FwctlWorld, which: string) {
  await this.addDevice(numbered(which)).registerPlain();
});

Given('{device} is unregistered', async function (this: FwctlWorld, device: string) {
  await this.deviceNamed(device).unregister();
});

When('the device begins to go', async function (this: FwctlWorld) {
  this.device.beginUnregister();
  await settle();
});

When('the module of the driver is removed', async function (this: FwctlWorld) {
  await this.device.removeModule();
});

Then('the removal succeeds', function (this: FwctlWorld) {
  expectSuccess(this, 'removing the module of the driver', this.device.removal);
});

Then('the device has gone', async function (this: FwctlWorld) {
  await settle(() => !this.device.isLeaving);
  this.judge.expect('the device', 'gone', this.device.isLeaving ? 'still going' : 'gone');
});

Then('the device has not gone', function (this: FwctlWorld) {
  this.judge.expect('the device', 'still going', this.device.isLeaving ? 'still going' : 'gone');
});

Then('{device} is {string}', function (this: FwctlWorld, device: string, name: string) {
  this.judge.expect(`the name of ${device}`, name, this.deviceNamed(device).name);
});

Given('the next release of the kernel runs', async function (this: FwctlWorld) {
  await this.machine.perform({ op: 'boot-next-kernel' });
  await this.caller.start(UNPRIVILEGED);
});

Given('the kernel is locked down for {lockdownLevel}', async function (this: FwctlWorld, level: LockdownLevel) {
  await this.machine.perform({ op: 'lockdown', level });
});

Given(/^the kernel (is out of memory|has memory again)$/, async function (this: FwctlWorld, state: string) {
  await this.machine.perform({ op: 'memory-pressure', on: state === 'is out of memory' });
});
