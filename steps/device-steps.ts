import { Given, When } from '@cucumber/cucumber';
import type { FwctlWorld } from './support/world.js';

Given('a device is registered', async function (this: FwctlWorld) {
  await this.addDevice('the device').registerPlain();
});

Given('a second device is registered', async function (this: FwctlWorld) {
  await this.addDevice('the second device').registerPlain();
});

When('{device} is unregistered', async function (this: FwctlWorld, device: string) {
  await this.deviceNamed(device).unregister();
});
