import { Given, When } from '@cucumber/cucumber';
import { SCOPE_NUMBERS, type Scope } from '../kit/uapi/scope.js';
import { type CallName, draftOf, rpcDraft } from './support/call-draft.js';
import { emptyRpc, infoWithRoom, lengthenStructure, reviseInfo, reviseRpc, rpcOfLengths } from './support/drafting.js';
import type { Mapping } from './support/layout.js';
import { sendInTurn } from './support/performances.js';
import { sampleRequest } from './support/sample-request.js';
import type { FwctlWorld } from './support/world.js';

Given('a well-formed {call} call', function (this: FwctlWorld, name: CallName) {
  this.draft = draftOf(name);
});

Given('its ioctl number is {hex}', function (this: FwctlWorld, ioctl: number) {
  this.draft = { ...this.draft, ioctl };
});

Given('its size field says {int}', function (this: FwctlWorld, size: number) {
  this.draft = { ...this.draft, size };
});

Given('its structure is {mapping}', function (this: FwctlWorld, structure: Mapping) {
  this.draft = { ...this.draft, structure };
});

Given('its structure is {length} longer, all zero', function (this: FwctlWorld, by: number) {
  lengthenStructure(this, by, null);
});

Given('its structure is {length} longer, all zero but for byte {int}', function (this: FwctlWorld, by: number, dirty: number) {
  lengthenStructure(this, by, dirty);
});

Given('its flags are {hex}', function (this: FwctlWorld, flags: number) {
  reviseInfo(this, { flags });
});

Given('its output field for the device type holds {int}', function (this: FwctlWorld, deviceType: number) {
  reviseInfo(this, { deviceType });
});

Given('its device data is {mapping}', function (this: FwctlWorld, data: Mapping) {
  reviseInfo(this, { data });
});

Given('it wants no device data and points to none', function (this: FwctlWorld) {
  reviseInfo(this, { room: 0, data: { kind: 'null' } });
});

Given('its scope is {scope}', function (this: FwctlWorld, scope: Scope) {
  reviseRpc(this, { scope: SCOPE_NUMBERS[scope] });
});

Given('its scope is number {int}', function (this: FwctlWorld, scope: number) {
  reviseRpc(this, { scope });
});

Given('its request is {mapping}', function (this: FwctlWorld, requestMemory: Mapping) {
  reviseRpc(this, { requestMemory });
});

Given('its response is {mapping}', function (this: FwctlWorld, responseMemory: Mapping) {
  reviseRpc(this, { responseMemory });
});

Given('its request is {length} long and so is its room', function (this: FwctlWorld, length: number) {
  reviseRpc(this, { request: sampleRequest(length), requestLength: length, room: length });
});

Given('its room for the response/data is {length}', function (this: FwctlWorld, room: number) {
  this.draft = { ...this.draft, room };
});

Given('its request length says {int}', function (this: FwctlWorld, requestLength: number) {
  reviseRpc(this, { requestLength });
});

Given('its response length says {int}', function (this: FwctlWorld, room: number) {
  reviseRpc(this, { room });
});

Given('its response goes over its request', function (this: FwctlWorld) {
  reviseRpc(this, { inPlace: true, room: 32 });
});

Given('it has no request and wants no response', function (this: FwctlWorld) {
  this.draft = emptyRpc();
});

When('{caller} makes the call', async function (this: FwctlWorld, caller: string) {
  await this.callerNamed(caller).make(this.draft);
});

When('{caller} sends an RPC', async function (this: FwctlWorld, caller: string) {
  await this.callerNamed(caller).make(rpcDraft());
});

When('{caller} sends an RPC in scope {scope}', async function (this: FwctlWorld, caller: string, scope: Scope) {
  await this.callerNamed(caller).make(rpcDraft({ scope: SCOPE_NUMBERS[scope] }));
});

When('the caller sends {int} RPCs in scope {scope}', async function (this: FwctlWorld, count: number, scope: Scope) {
  await sendInTurn(this, count, rpcDraft({ scope: SCOPE_NUMBERS[scope] }));
});

When('the caller sends a request of {length} with room for {length}', async function (this: FwctlWorld, length: number, room: number) {
  await this.caller.make(rpcOfLengths(length, room));
});

When('{caller} asks for info with room for {length}', async function (this: FwctlWorld, caller: string, room: number) {
  await this.callerNamed(caller).make(infoWithRoom(room));
});
