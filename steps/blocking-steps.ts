import { Given, Then, When } from '@cucumber/cucumber';
import type { FirmwareRelease } from '../kit/subject/operations.js';
import {
  amendedSample,
  amendSamples,
  block,
  blockSamples,
  expectInEveryScope,
  expectOutOfReach,
  samples,
  sendSample,
} from './support/blocking.js';
import { PLAIN_TYPE } from './support/device.js';
import { expectRequests } from './support/driver-expectations.js';
import type { FwctlWorld } from './support/world.js';

Given('the kernel blocks RPCs of the device that begin with {length} of the sample', async function (this: FwctlWorld, length: number) {
  await blockSamples(this, samples(length));
});

Given(
  'the kernel blocks RPCs of type {int} that begin with {length} of the sample',
  async function (this: FwctlWorld, deviceType: number, length: number) {
    await blockSamples(this, samples(length, deviceType));
  },
);

Given(
  'the kernel blocks RPCs of the device that begin with {length} of the sample, in the {firmwareRelease} release of its firmware',
  async function (this: FwctlWorld, length: number, release: FirmwareRelease) {
    await blockSamples(this, samples(length, PLAIN_TYPE, [release]));
  },
);

Given('the kernel blocks {device}', async function (this: FwctlWorld, device: string) {
  await block(this, { kind: 'device', device: this.deviceNamed(device).id });
});

Given('the kernel blocks the {firmwareRelease} release of the firmware', async function (this: FwctlWorld, release: FirmwareRelease) {
  await block(this, { kind: 'firmware', deviceType: PLAIN_TYPE, releases: [release] });
});

Given(
  'the kernel amends {length} from byte {int} on of RPCs of the device that begin with {length} of the sample',
  async function (this: FwctlWorld, amended: number, at: number, length: number) {
    await amendSamples(this, samples(length), at, amended);
  },
);

Given(
  'the kernel amends {length} from byte {int} on of RPCs of type {int} that begin with {length} of the sample',
  async function (this: FwctlWorld, amended: number, at: number, deviceType: number, length: number) {
    await amendSamples(this, samples(length, deviceType), at, amended);
  },
);

Given(
  'the kernel amends {length} from byte {int} on of RPCs of the device that begin with {length} of the sample, in the {firmwareRelease} release of its firmware',
  async function (this: FwctlWorld, amended: number, at: number, length: number, release: FirmwareRelease) {
    await amendSamples(this, samples(length, PLAIN_TYPE, [release]), at, amended);
  },
);

When('the device runs the {firmwareRelease} release of its firmware', async function (this: FwctlWorld, release: FirmwareRelease) {
  await this.device.runFirmware(release);
});

When('the caller sends the sample, {length} long, in every scope', async function (this: FwctlWorld, length: number) {
  await sendSample(this, length);
});

When(
  'the caller sends the sample, {length} long and changed in byte {int}, in every scope',
  async function (this: FwctlWorld, length: number, changed: number) {
    await sendSample(this, length, changed);
  },
);

Then('every scope refuses it', function (this: FwctlWorld) {
  expectInEveryScope(this, 'an errno');
});

Then('every scope lets it through', function (this: FwctlWorld) {
  expectInEveryScope(this, 'success');
});

Then(
  'the driver received the sample {int} times, {length} long, amended from byte {int} to byte {int}',
  async function (this: FwctlWorld, count: number, length: number, first: number, last: number) {
    await expectRequests(this, Array(count).fill(amendedSample(length, first, last + 1)));
  },
);

Then(
  'the driver received the sample {int} times, {length} long, as it was sent',
  async function (this: FwctlWorld, count: number, length: number) {
    await expectRequests(this, Array(count).fill(amendedSample(length, 0, 0)));
  },
);

Then('user space cannot open {device}', async function (this: FwctlWorld, device: string) {
  await expectOutOfReach(this, device);
});
