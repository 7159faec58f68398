import { Then } from '@cucumber/cucumber';
import { CXL_FEATURE_UUIDS, type CxlFeatureName } from '../kit/formats/cxl/feature-uuids.js';
import type { CxlReturnCodeName } from '../kit/formats/cxl/return-codes.js';
import { DEVICE_TYPES } from '../kit/uapi/device-type.js';
import type { Errno } from '../kit/uapi/errno.js';
import type { Scope } from '../kit/uapi/scope.js';
import { cxl } from './support/cxl.js';
import { expectAdmittedFrom, expectRefusedBelow } from './support/cxl-admission.js';
import {
  type Age,
  expectArrived,
  expectData,
  expectLookedUp,
  expectReportedLength,
  expectReturnCode,
  expectSetFrom,
  expectToldOfFailure,
  expectValue,
  expectZeroInfo,
} from './support/cxl-expectations.js';
import {
  expectEntryIds,
  expectHeaderReservedZero,
  expectList,
  expectListedEffects,
  expectListSize,
  expectReservedZero,
  expectShownAsIs,
  expectShownReadOnly,
  expectSupportedFeatures,
} from './support/cxl-list.js';
import { expectAnswerUnchanged, expectReservedUnseen } from './support/cxl-reserved.js';
import { expectOneAfterTheOther, expectTransfer, expectTransferFrom } from './support/cxl-transfers.js';
import type { FwctlWorld } from './support/world.js';

Then('it is admitted in every scope', function (this: FwctlWorld) {
  expectAdmittedFrom(this, 'configuration');
});

Then(
  'it is admitted in {scope} and in every greater scope, and refused with {errno} in the others',
  function (this: FwctlWorld, least: Scope, errnos: readonly Errno[]) {
    expectAdmittedFrom(this, least, errnos);
  },
);

Then(
  'it is admitted in {scope} alone, and refused with {errno} in the others',
  function (this: FwctlWorld, least: Scope, errnos: readonly Errno[]) {
    expectAdmittedFrom(this, least, errnos);
  },
);

Then('it is refused with {errno} in every scope below {scope}', function (this: FwctlWorld, errnos: readonly Errno[], least: Scope) {
  expectRefusedBelow(this, least, errnos);
});

Then(
  'it is refused with {errno} in every scope, and no command reached the mailbox',
  function (this: FwctlWorld, errnos: readonly Errno[]) {
    expectAdmittedFrom(this, null, errnos);
  },
);

Then('no command reached the mailbox', async function (this: FwctlWorld) {
  await expectArrived(this, 0);
});

Then('the command reached the mailbox', async function (this: FwctlWorld) {
  await expectArrived(this, 1);
});

Then('the current value of the feature is still the old one', async function (this: FwctlWorld) {
  await expectLookedUp(this, 'current', 'old');
});

Then('the current value of the feature is the new one', async function (this: FwctlWorld) {
  await expectLookedUp(this, 'current', 'new');
});

Then('the saved value of the feature is the new one', async function (this: FwctlWorld) {
  await expectLookedUp(this, 'saved', 'new');
});

Then('the default value of the feature is the old one', async function (this: FwctlWorld) {
  await expectLookedUp(this, 'default', 'old');
});

Then("the answer holds the feature's {length} of data", function (this: FwctlWorld, length: number) {
  expectData(this, cxl(this).feature.value.subarray(0, length));
});

Then("the answer holds {length} of the feature's data from byte {int} on", function (this: FwctlWorld, length: number, offset: number) {
  expectData(this, cxl(this).feature.value.subarray(offset, offset + length));
});

Then('the answer holds the {age} value of the feature', function (this: FwctlWorld, age: Age) {
  expectValue(this, age);
});

Then('the answer holds the data of {cxlFeature}', function (this: FwctlWorld, name: CxlFeatureName) {
  expectData(this, cxl(this).featureOf(CXL_FEATURE_UUIDS[name]).value);
});

Then('out_len says that the answer ends with {length} of data', function (this: FwctlWorld, length: number) {
  expectReportedLength(this, length);
});

Then('the answer holds return code {cxlReturnCode} and no data', function (this: FwctlWorld, code: CxlReturnCodeName) {
  expectReturnCode(this, code);
});

Then('the caller is told of the failure', function (this: FwctlWorld) {
  expectToldOfFailure(this);
});

Then('the list holds {int} of the entries, from index {int} on', function (this: FwctlWorld, count: number, first: number) {
  expectList(this, first, count);
});

Then('the size in the answer is that of {int} entries', function (this: FwctlWorld, count: number) {
  expectListSize(this, count);
});

Then('the list says that the device has {int} features', function (this: FwctlWorld, count: number) {
  expectSupportedFeatures(this, count);
});

Then('the id of each entry is the index that its feature has in the device', function (this: FwctlWorld) {
  expectEntryIds(this);
});

Then('the reserved bytes ahead of the entries are zero', function (this: FwctlWorld) {
  expectHeaderReservedZero(this);
});

Then('the reserved bytes of the list and of its entries are zero', function (this: FwctlWorld) {
  expectReservedZero(this);
});

Then('the list gives the effects of the feature as the device announces them', function (this: FwctlWorld) {
  expectListedEffects(this, cxl(this).feature);
});

Then(
  'the list gives the effects of {cxlFeature}, if at all, as the device announces them',
  function (this: FwctlWorld, name: CxlFeatureName) {
    expectListedEffects(this, cxl(this).featureOf(CXL_FEATURE_UUIDS[name]), 'accepted');
  },
);

Then(
  'the list shows {cxlFeature}, if at all, as not changeable and with nothing to set',
  function (this: FwctlWorld, name: CxlFeatureName) {
    expectShownReadOnly(this, cxl(this).featureOf(CXL_FEATURE_UUIDS[name]));
  },
);

Then('the list shows the features of the kernel, if at all, as not changeable and with nothing to set', function (this: FwctlWorld) {
  for (const uuid of Object.values(CXL_FEATURE_UUIDS)) expectShownReadOnly(this, cxl(this).featureOf(uuid));
});

Then('the list shows the feature of the vendor as the device has it', function (this: FwctlWorld) {
  expectShownAsIs(this, cxl(this).featureOfVendor);
});

Then('the mailbox received the whole value in one transfer that is to be kept across a reset', async function (this: FwctlWorld) {
  await expectTransfer(this, ['full']);
});

Then(
  'the mailbox received the whole value in {int} parts that are to be kept across a reset',
  async function (this: FwctlWorld, parts: number) {
    await expectTransfer(this, ['initiate', ...Array.from({ length: parts - 2 }, () => 'continue'), 'finish']);
  },
);

Then('the mailbox received the value from byte {int} on, in {int} parts', async function (this: FwctlWorld, offset: number, parts: number) {
  await expectTransferFrom(this, offset, parts);
});

Then(
  'the current value of the feature is the old one ahead of byte {int}, and the new one from there on',
  async function (this: FwctlWorld, offset: number) {
    await expectSetFrom(this, offset);
  },
);

Then('the mailbox received the parts of one transfer, and then those of the other', async function (this: FwctlWorld) {
  await expectOneAfterTheOther(this);
});

Then('the mailbox received the same as without it, or nothing if the call failed', async function (this: FwctlWorld) {
  await expectReservedUnseen(this);
});

Then('the answer is the same as without it, if there is one', function (this: FwctlWorld) {
  expectAnswerUnchanged(this);
});

Then('it is told that the device is a CXL one, and nothing else', function (this: FwctlWorld) {
  this.judge.expectNumber('device type', DEVICE_TYPES.CXL, this.caller.judgedResult.deviceType);
  expectZeroInfo(this);
});

Then('the device has a fwctl node', function (this: FwctlWorld) {
  this.judge.expect('fwctl node of the device', 'present', this.device.hasNode ? 'present' : 'absent');
});

Then('the device has no fwctl node', function (this: FwctlWorld) {
  this.judge.expect('fwctl node of the device', 'absent', this.device.hasNode ? 'present' : 'absent');
});
