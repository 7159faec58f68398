import { Given, When } from '@cucumber/cucumber';
import { CXL_FEATURE_UUIDS, type CxlFeatureName } from '../kit/formats/cxl/feature-uuids.js';
import { encodeCxlRpc } from '../kit/formats/cxl/fwctl-rpc.js';
import { CXL_OPCODES, type CxlCommandName } from '../kit/formats/cxl/opcodes.js';
import { SET_FEATURE_FLAGS } from '../kit/formats/cxl/set-feature.js';
import type { Scope } from '../kit/uapi/scope.js';
import { cxl, getFeature, listFeatures, setFeature, WHOLE_LIST } from './support/cxl.js';
import { tryEveryScope } from './support/cxl-admission.js';
import { WRONG_UUIDS, type WrongUuid } from './support/cxl-features.js';
import { cutRequest, paddedRequest, payloadOf, sampleCommand } from './support/cxl-requests.js';
import { type ReservedField, sendWithReserved } from './support/cxl-reserved.js';
import { readBoth, readWhileSetting, setBoth } from './support/cxl-transfers.js';
import { expectSuccess } from './support/expectations.js';
import { sampleRequest } from './support/sample-request.js';
import type { FwctlWorld } from './support/world.js';

When('the caller sends {cxlCommand} in every scope', async function (this: FwctlWorld, command: CxlCommandName) {
  await tryEveryScope(this, sampleCommand(CXL_OPCODES[command]));
});

When('the caller sends the command with opcode {hex} in every scope', async function (this: FwctlWorld, opcode: number) {
  await tryEveryScope(this, sampleCommand(opcode));
});

When(
  'the caller sends opcode {hex} with the payload of {cxlCommand} in every scope',
  async function (this: FwctlWorld, opcode: number, command: CxlCommandName) {
    await tryEveryScope(this, encodeCxlRpc({ opcode, payload: payloadOf(cxl(this).feature, command) }));
  },
);

When('the caller lists the features in every scope', async function (this: FwctlWorld) {
  await tryEveryScope(this, listFeatures(WHOLE_LIST), 'is answered');
});

When('the caller lists the features', async function (this: FwctlWorld) {
  await cxl(this).send(listFeatures(WHOLE_LIST));
});

When(
  'the caller lists the features from index {int} on, asking for {length}',
  async function (this: FwctlWorld, startIndex: number, count: number) {
    await cxl(this).send(listFeatures({ startIndex, count }));
  },
);

When('the caller reads the feature in every scope', async function (this: FwctlWorld) {
  await tryEveryScope(this, getFeature(cxl(this).feature));
});

When('the caller reads the feature', async function (this: FwctlWorld) {
  await cxl(this).send(getFeature(cxl(this).feature));
});

When('the caller reads {length} of the feature with room for {length}', async function (this: FwctlWorld, count: number, room: number) {
  await cxl(this).send(getFeature(cxl(this).feature, { count }), { room });
});

When('the caller reads {length} of the feature from byte {int} on', async function (this: FwctlWorld, count: number, offset: number) {
  await cxl(this).send(getFeature(cxl(this).feature, { count, offset }));
});

When('the caller reads the {cxlSelection} value of the feature', async function (this: FwctlWorld, selection: number) {
  await cxl(this).send(getFeature(cxl(this).feature, { selection }));
});

When('the caller reads {cxlFeature}', async function (this: FwctlWorld, name: CxlFeatureName) {
  await cxl(this).send(getFeature(cxl(this).featureOf(CXL_FEATURE_UUIDS[name])));
});

When('the caller sets the feature in every scope', async function (this: FwctlWorld) {
  await tryEveryScope(this, setFeature(cxl(this).feature));
});

When('the caller sets the second feature in every scope', async function (this: FwctlWorld) {
  await tryEveryScope(this, setFeature(cxl(this).featureAt(1)));
});

When('the caller sets the feature in scope {scope}', async function (this: FwctlWorld, scope: Scope) {
  await cxl(this).send(setFeature(cxl(this).feature), { scope });
});

When('the caller sets the feature', async function (this: FwctlWorld) {
  await cxl(this).send(setFeature(cxl(this).feature), { scope: 'debug write full' });
});

Given('the caller has set the feature', async function (this: FwctlWorld) {
  await cxl(this).send(setFeature(cxl(this).feature), { scope: 'debug write full' });
  expectSuccess(this, 'setting the feature', this.caller.takeResult().outcome);
});

When('the caller sets the feature with room for {length}', async function (this: FwctlWorld, room: number) {
  await cxl(this).send(setFeature(cxl(this).feature), { scope: 'debug write full', room });
});

When('the caller sets the feature from byte {int} on', async function (this: FwctlWorld, offset: number) {
  await cxl(this).send(setFeature(cxl(this).feature, { offset }), { scope: 'debug write full' });
});

When('the caller sets the feature from byte {int} on in every scope', async function (this: FwctlWorld, offset: number) {
  await tryEveryScope(this, setFeature(cxl(this).feature, { offset }));
});

When('the caller sets {length} of the feature from byte {int} on', async function (this: FwctlWorld, length: number, offset: number) {
  await cxl(this).send(setFeature(cxl(this).feature, { offset, data: sampleRequest(length) }), { scope: 'debug write full' });
});

When('the caller sets the feature by transfer type {cxlTransfer}', async function (this: FwctlWorld, transfer: number) {
  await cxl(this).send(setFeature(cxl(this).feature, { transfer }), { scope: 'debug write full' });
});

When('the caller sets the feature so that it is kept across a reset', async function (this: FwctlWorld) {
  await cxl(this).send(setFeature(cxl(this).feature, { transfer: SET_FEATURE_FLAGS.savedAcrossReset }), { scope: 'debug write full' });
});

When('the caller sets {cxlFeature}', async function (this: FwctlWorld, name: CxlFeatureName) {
  await cxl(this).send(setFeature(cxl(this).featureOf(CXL_FEATURE_UUIDS[name])), { scope: 'debug write full' });
});

When('the caller sets {cxlFeature} in every scope', async function (this: FwctlWorld, name: CxlFeatureName) {
  await tryEveryScope(this, setFeature(cxl(this).featureOf(CXL_FEATURE_UUIDS[name])));
});

When('the caller sets a feature whose UUID {wrongUuid} in every scope', async function (this: FwctlWorld, wrong: WrongUuid) {
  const { feature } = cxl(this);
  await tryEveryScope(this, setFeature({ ...feature, uuid: WRONG_UUIDS[wrong](feature.uuid) }));
});

When('the caller sends the first {length} of a request to read the feature', async function (this: FwctlWorld, length: number) {
  await cxl(this).send(cutRequest(getFeature(cxl(this).feature), length));
});

When(
  'the caller sends {cxlCommand} with {length} behind the header, of which op_size counts {length}',
  async function (this: FwctlWorld, command: CxlCommandName, length: number, opSize: number) {
    await cxl(this).send(paddedRequest(cxl(this).feature, command, length, opSize), { scope: 'debug write full' });
  },
);

When(
  'the caller sends {cxlCommand} with {reservedField} other than zero',
  async function (this: FwctlWorld, command: CxlCommandName, field: ReservedField) {
    await sendWithReserved(this, command, field);
  },
);

When('the caller and the second caller set a feature each at the same time', async function (this: FwctlWorld) {
  await setBoth(this);
});

When('the caller and the second caller read a feature each at the same time', async function (this: FwctlWorld) {
  await readBoth(this);
});

When('the caller reads a feature while the second caller sets another', async function (this: FwctlWorld) {
  await readWhileSetting(this);
});
