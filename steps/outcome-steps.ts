import { Then } from '@cucumber/cucumber';
import type { Errno } from '../kit/uapi/errno.js';
import {
  expectAllSucceeded,
  expectBeginning,
  expectBothSucceed,
  expectEachItsOwn,
  expectErrno,
  expectFillerFrom,
  expectNothingBehind,
  expectNothingWritten,
  expectOnlyStructureBytes,
  expectRefused,
  expectStructureUnchangedFrom,
  expectSuccess,
  expectZerosFrom,
} from './support/expectations.js';
import { sentRequest } from './support/sent.js';
import type { FwctlWorld } from './support/world.js';

Then('{callOf} succeeds', function (this: FwctlWorld, caller: string) {
  expectSuccess(this, 'the outcome of the call', this.callerNamed(caller).takeResult().outcome);
});

Then('{callOf} fails with {errno}', function (this: FwctlWorld, caller: string, errnos: readonly Errno[]) {
  expectErrno(this, 'the outcome of the call', errnos, this.callerNamed(caller).takeResult().outcome);
});

Then('the call is refused', function (this: FwctlWorld) {
  expectRefused(this, 'the outcome of the call', this.caller.takeResult().outcome);
});

Then('both calls succeed', function (this: FwctlWorld) {
  expectBothSucceed(this);
});

Then('every one of them succeeds', function (this: FwctlWorld) {
  expectAllSucceeded(this);
});

Then('each caller has the answer to its own request', function (this: FwctlWorld) {
  expectEachItsOwn(this);
});

Then("no byte of the caller's memory was written", function (this: FwctlWorld) {
  expectNothingWritten(this);
});

Then('the structure is unchanged from byte {int} on', function (this: FwctlWorld, from: number) {
  expectStructureUnchangedFrom(this, from);
});

Then('only bytes {int} to {int} of the structure have changed', function (this: FwctlWorld, first: number, last: number) {
  expectOnlyStructureBytes(this, first, last);
});

Then(
  /^nothing was written behind the (structure|response|device data|payload from the firmware)$/,
  function (this: FwctlWorld, region: string) {
    expectNothingBehind(this, region);
  },
);

Then('the reported device type is {int}', function (this: FwctlWorld, deviceType: number) {
  this.judge.expectNumber('the reported device type', deviceType, this.caller.judgedResult.deviceType);
});

Then('the reported length is {length}', function (this: FwctlWorld, length: number) {
  this.judge.expectNumber('the reported length', length, this.caller.judgedResult.reportedLength);
});

Then('the reported length is 0 bytes or the full length of {length}', function (this: FwctlWorld, full: number) {
  const { reportedLength } = this.caller.judgedResult;
  this.judge.expect('the reported length', `0 or ${full}`, String(reportedLength), [0, full].includes(reportedLength));
});

Then('the caller has the first {length} of what the driver tells', function (this: FwctlWorld, length: number) {
  expectBeginning(this, length);
});

Then('the caller has the first {length} of the answer', function (this: FwctlWorld, length: number) {
  expectBeginning(this, length);
});

Then('the device data is zero from byte {int} on', function (this: FwctlWorld, from: number) {
  expectZerosFrom(this, from);
});

Then('the response buffer is untouched', function (this: FwctlWorld) {
  expectFillerFrom(this, 0);
});

Then('the response buffer is untouched behind its first {length}', function (this: FwctlWorld, from: number) {
  expectFillerFrom(this, from);
});

Then('the response is the request as it was sent', function (this: FwctlWorld) {
  this.judge.expectBytes('the response', sentRequest(this), this.caller.judgedResult.data.subarray(0, sentRequest(this).length));
});

Then('the response is the request, each byte inverted', function (this: FwctlWorld) {
  const inverted = sentRequest(this).map((byte) => ~byte);
  this.judge.expectBytes('the response', inverted, this.caller.judgedResult.data.subarray(0, inverted.length));
});

Then("the caller's request is as it was", function (this: FwctlWorld) {
  this.judge.expectBytes('the request after the call', sentRequest(this), this.caller.judgedResult.requestBytes);
});
