import { Given, Then } from '@cucumber/cucumber';
import { expectLogLine, expectTaint, expectThatLine, expectWarningOf, newLines, readLog, warnings } from './support/kernel-expectations.js';
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

Given('the kernel log has been read', async function (this: FwctlWorld) {
  await readLog(this);
});

Then('the kernel log has no new line', async function (this: FwctlWorld) {
  this.judge.expectNothing('new lines in the kernel log', await newLines(this));
});

Then('the kernel log has {int} warning(s)', async function (this: FwctlWorld, count: number) {
  this.judge.expectNumber('warnings in the kernel log', count, (await warnings(this)).length);
});

Then('a line of the kernel log at level {string} names {device}', async function (this: FwctlWorld, level: string, device: string) {
  await expectLogLine(this, level, this.deviceNamed(device).name);
});

Then('that line names the process of the caller', function (this: FwctlWorld) {
  expectThatLine(this, this.caller.processName);
});

Then('that line speaks of {string}', function (this: FwctlWorld, words: string) {
  expectThatLine(this, words);
});

Then('the warning in the kernel log names the device and not the second device', async function (this: FwctlWorld) {
  await expectWarningOf(this, this.device.name, this.deviceNamed('the second device').name);
});
