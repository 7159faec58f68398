import { Then } from '@cucumber/cucumber';
import { expectLogLine, expectTaint } from './support/kernel-expectations.js';
import type { FwctlWorld } from './support/world.js';

Then('the kernel is tainted', async function (this: FwctlWorld) {
  await expectTaint(this, 'tainted');
});

Then('the kernel is not tainted', async function (this: FwctlWorld) {
  await expectTaint(this, 'not tainted');
});

Then('taint flag {int} is set, and no other that was clear before', async function (this: FwctlWorld, flag: number) {
  this.judge.expectNumber('the taint mask', 2 ** flag, await this.taintMask());
});

Then('the kernel log is empty', async function (this: FwctlWorld) {
  this.judge.expectNothing(
    'lines in the kernel log',
    (await this.kernelLog()).map(({ text }) => text),
  );
});

Then('the kernel log has {int} line(s)', async function (this: FwctlWorld, count: number) {
  this.judge.expectNumber('lines in the kernel log', count, (await this.kernelLog()).length);
});

Then('a line of the kernel log at level {string} names the device', async function (this: FwctlWorld, level: string) {
  await expectLogLine(this, level, this.device.name);
});

Then('that line names the process of the caller', async function (this: FwctlWorld) {
  await expectLogLine(this, 'warning', this.caller.processName);
});

Then('that line speaks of {string}', async function (this: FwctlWorld, words: string) {
  await expectLogLine(this, 'warning', words);
});

Then('the kernel log names the device and not the second device', async function (this: FwctlWorld) {
  await expectLogLine(this, 'warning', this.device.name);
  const other = this.deviceNamed('the second device').name;
  this.judge.expectNothing(
    `lines that name ${other}`,
    (await this.kernelLog()).map(({ text }) => text).filter((text) => text.includes(other)),
  );
});
