import { Given, Then, When } from '@cucumber/cucumber';
import { BNXT_INFO, type BnxtRelease } from '../kit/formats/bnxt/arguments.js';
import { buildHwrmRequest, HWRM_ERROR_CODES, HWRM_REQUEST, type HwrmErrorCode } from '../kit/formats/bnxt/hwrm.js';
import type { HwrmRequestType } from '../kit/formats/bnxt/request-types.js';
import { DEVICE_TYPES } from '../kit/uapi/device-type.js';
import type { Scope } from '../kit/uapi/scope.js';
import { tryEveryScope } from './support/admission.js';
import { addressedRequest, askForTheTime, bufferMessage, openBnxt, setTheClock, tellTheTime } from './support/bnxt.js';
import {
  expectArrivedAsSent,
  expectBuffersApart,
  expectErrorCode,
  expectKinds,
  expectOtherAddresses,
  expectTime,
  expectToldOfFailure,
  expectUnnamedRefused,
  INLINE_QUERY_SEND,
} from './support/bnxt-expectations.js';
import { infoDraft } from './support/call-draft.js';
import { expectZeroFrom } from './support/command-expectations.js';
import { commands, SAMPLE_LENGTH } from './support/commands.js';
import type { Mapping } from './support/layout.js';
import { sampleRequest } from './support/sample-request.js';
import type { FwctlWorld } from './support/world.js';

Given('a bnxt function is registered', async function (this: FwctlWorld) {
  await this.addDevice('the device').registerBnxt();
});

Given('a caller with CAP_SYS_RAWIO has opened a bnxt function', async function (this: FwctlWorld) {
  await openBnxt(this);
});

Given(
  'a caller with CAP_SYS_RAWIO has opened a bnxt function of Linux {bnxtRelease}',
  async function (this: FwctlWorld, linux: BnxtRelease) {
    await openBnxt(this, { linux });
  },
);

Given('the firmware will answer the next request with {hwrmErrorCode}', async function (this: FwctlWorld, code: HwrmErrorCode) {
  await this.device.fault({ kind: 'status', status: HWRM_ERROR_CODES[code], syndrome: 0 });
});

Given('the firmware has answered FW_GET_TIME with more than 16 bytes', async function (this: FwctlWorld) {
  await tellTheTime(this);
});

Given('the clock of the function has been set', async function (this: FwctlWorld) {
  await setTheClock(this);
});

When('the caller asks for the time, with room for {length}', async function (this: FwctlWorld, room: number) {
  await askForTheTime(this, room);
});

When('the caller asks which commands the driver takes', async function (this: FwctlWorld) {
  await this.caller.make(infoDraft({ room: BNXT_INFO.length }));
});

When('the caller sends HWRM {hwrmRequest}', async function (this: FwctlWorld, type: HwrmRequestType) {
  await commands(this).send({ request: buildHwrmRequest(type), room: SAMPLE_LENGTH });
});

When('the caller sends HWRM {hwrmRequest} in every scope', async function (this: FwctlWorld, type: HwrmRequestType) {
  await tryEveryScope(this, { request: buildHwrmRequest(type) });
});

When('the caller sends HWRM {hwrmRequest} in scope {scope}', async function (this: FwctlWorld, type: HwrmRequestType, scope: Scope) {
  await commands(this).send({ request: buildHwrmRequest(type), scope });
});

When(
  'the caller sends HWRM {hwrmRequest}, {length} long, in every scope',
  async function (this: FwctlWorld, type: HwrmRequestType, length: number) {
    await tryEveryScope(this, { request: buildHwrmRequest(type, sampleRequest(length - HWRM_REQUEST.length)) });
  },
);

When('the caller sends HWRM {hwrmRequest} with a completion ring and a target', async function (this: FwctlWorld, type: HwrmRequestType) {
  await commands(this).send({ request: addressedRequest(type) });
});

When('the caller sends HWRM {hwrmRequest} with its buffers in every scope', async function (this: FwctlWorld, type: HwrmRequestType) {
  await tryEveryScope(this, bufferMessage(type));
});

When(
  'the caller sends HWRM {hwrmRequest}, {length} long, with its buffers',
  async function (this: FwctlWorld, type: HwrmRequestType, length: number) {
    await commands(this).send({ ...bufferMessage(type, { length }), scope: 'debug write full' });
  },
);

When(
  'the caller sends HWRM {hwrmRequest} with a buffer of {length}',
  async function (this: FwctlWorld, type: HwrmRequestType, bytes: number) {
    await commands(this).send({ ...bufferMessage(type, { bytes }), scope: 'debug write full' });
  },
);

When(
  'the caller sends HWRM {hwrmRequest} with {length} in its {bnxtBuffer} buffer',
  async function (this: FwctlWorld, type: HwrmRequestType, bytes: number, which: number) {
    await commands(this).send({ ...bufferMessage(type, { bytes, which }), scope: 'debug write full' });
  },
);

When(
  'the caller sends HWRM {hwrmRequest} with a buffer {mapping}',
  async function (this: FwctlWorld, type: HwrmRequestType, memory: Mapping) {
    await commands(this).send({ ...bufferMessage(type, { memory }), scope: 'debug write full' });
  },
);

When('the caller sends HWRM {hwrmRequest} with a buffer that is not mapped', async function (this: FwctlWorld, type: HwrmRequestType) {
  await commands(this).send({ ...bufferMessage(type, { memory: { kind: 'unmapped' } }), scope: 'debug write full' });
});

When('the caller sends the unpublished HWRM request {hex}', async function (this: FwctlWorld, type: number) {
  await commands(this).send({ request: buildHwrmRequest(type) });
});

When('the caller sends the unpublished HWRM request {hex} in every scope', async function (this: FwctlWorld, type: number) {
  await tryEveryScope(this, { request: buildHwrmRequest(type) });
});

Then(
  'each type from {hex} to {hex} that no rule names is refused in scope {scope}',
  async function (this: FwctlWorld, first: number, last: number, scope: Scope) {
    await expectUnnamedRefused(this, first, last, scope);
  },
);

When(
  'the caller sends HWRM {hwrmRequest}, {length} long, with room for {length}',
  async function (this: FwctlWorld, type: HwrmRequestType, length: number, room: number) {
    const body = sampleRequest(Math.max(length - HWRM_REQUEST.length, 0));
    await commands(this).send({ request: buildHwrmRequest(type, body, length), room });
  },
);

Then('the response holds {hwrmErrorCode}', function (this: FwctlWorld, code: HwrmErrorCode) {
  expectErrorCode(this, code);
});

Then('the caller learns that the request failed', function (this: FwctlWorld) {
  expectToldOfFailure(this);
});

Then('the response is zero behind the {length} that the firmware answered', function (this: FwctlWorld, answered: number) {
  expectZeroFrom(this, answered, this.caller.judgedResult.reportedLength);
});

Then('the firmware received the request as it was sent', async function (this: FwctlWorld) {
  await expectArrivedAsSent(this);
});

Then('the firmware received no address of the caller', async function (this: FwctlWorld) {
  await expectOtherAddresses(this);
});

Then('the buffers that it received lie apart', async function (this: FwctlWorld) {
  await expectBuffersApart(this);
});

Then('the response holds the time, as much of it as there is room for', function (this: FwctlWorld) {
  expectTime(this);
});

Then('it is told of inline commands, queries and sends, in {length}', function (this: FwctlWorld, length: number) {
  expectKinds(this, INLINE_QUERY_SEND, length);
});

Then('it is told of inline commands, queries, sends and buffers, in {length}', function (this: FwctlWorld, length: number) {
  expectKinds(this, [...INLINE_QUERY_SEND, 'DMA_COMMANDS'], length);
});

Then('it is told that the device is a bnxt one', function (this: FwctlWorld) {
  this.judge.expectNumber('device type', DEVICE_TYPES.BNXT, this.caller.judgedResult.deviceType);
});
