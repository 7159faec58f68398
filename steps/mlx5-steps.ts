import { Given, Then, When } from '@cucumber/cucumber';
import type { Mlx5CommandName } from '../kit/formats/mlx5/commands.js';
import { MLX5_RESPONSE } from '../kit/formats/mlx5/mailbox.js';
import { MLX5_STATUSES, type Mlx5StatusName } from '../kit/formats/mlx5/statuses.js';
import { MLX5_INFO } from '../kit/formats/mlx5/user-context.js';
import type { MLX5_FUNCTION_KINDS } from '../kit/subject/device-setups.js';
import type { FirmwareRelease } from '../kit/subject/operations.js';
import { DEVICE_TYPES } from '../kit/uapi/device-type.js';
import type { Scope } from '../kit/uapi/scope.js';
import { tryEach, tryEveryScope } from './support/admission.js';
import { infoDraft } from './support/call-draft.js';
import { PRIVILEGED } from './support/caller.js';
import { expectZeroFrom, unlessItFailed } from './support/command-expectations.js';
import { commands } from './support/commands.js';
import { fullMessage, mlx5, requestsFor, sampleMessage, takeAllCapabilities } from './support/mlx5.js';
import {
  expectArrivedUnchanged,
  expectArrivedUnchangedIfAtAll,
  expectArrivedUnderUid,
  expectBeginsWithOrError,
  expectCapabilities,
  expectCarriedOut,
  expectDestroyed,
  expectEachRequested,
  expectInfo,
  expectReceived,
  expectRequestedCapabilities,
  expectResponse,
  expectUserContexts,
} from './support/mlx5-expectations.js';
import { openWith } from './support/opening.js';
import type { HexBytes } from './support/parameter-types.js';
import type { FwctlWorld } from './support/world.js';

Given('an mlx5 function is registered', async function (this: FwctlWorld) {
  await this.addDevice('the device').registerMlx5();
});

Given(
  'an mlx5 function that runs the {firmwareRelease} release of its firmware is registered',
  async function (this: FwctlWorld, release: FirmwareRelease) {
    await this.addDevice('the device').registerMlx5();
    await this.device.runFirmware(release);
  },
);

Given(
  'an mlx5 function whose user contexts may ask for {uctxCapabilities} is registered',
  async function (this: FwctlWorld, offered: number) {
    await this.addDevice('the device').registerMlx5({ userContextCapabilities: offered });
  },
);

Given('a caller with CAP_SYS_RAWIO has opened an mlx5 function', async function (this: FwctlWorld) {
  await this.addDevice('the device').registerMlx5();
  await openWith(this, PRIVILEGED);
});

Given(
  'the firmware will answer the next command with status {mlx5Status} and syndrome {hex}',
  async function (this: FwctlWorld, status: Mlx5StatusName, syndrome: number) {
    await this.device.fault({ kind: 'status', status: MLX5_STATUSES[status], syndrome });
  },
);

Given(
  'the firmware will answer the next command with status {hex}, which is not published',
  async function (this: FwctlWorld, status: number) {
    await this.device.fault({ kind: 'status', status, syndrome: 0 });
  },
);

Given('the caller has taken every capability from function {int}', async function (this: FwctlWorld, functionId: number) {
  await commands(this).send({ request: takeAllCapabilities(functionId) });
  expectCarriedOut(this, true);
});

When(
  'an mlx5 {mlx5FunctionKind} function whose user contexts may ask for {uctxCapabilities} appears',
  async function (this: FwctlWorld, functionKind: (typeof MLX5_FUNCTION_KINDS)[number], offered: number) {
    await this.addDevice('the device').registerMlx5({ functionKind, userContextCapabilities: offered, otherFunctions: [] });
  },
);

When('the function and those below it are reset', async function (this: FwctlWorld) {
  await this.device.reset('function');
});

When('the caller asks who it is', async function (this: FwctlWorld) {
  await this.caller.make(infoDraft({ room: MLX5_INFO.length }));
});

When('the caller takes every capability from its own function', async function (this: FwctlWorld) {
  await commands(this).send({ request: takeAllCapabilities(0) });
});

When('the caller takes every capability from its own function, as if it were another', async function (this: FwctlWorld) {
  await commands(this).send({ request: takeAllCapabilities(0, true) });
});

When(
  'the caller takes every capability from its own function, with the number of function {int}',
  async function (this: FwctlWorld, functionId: number) {
    await commands(this).send({ request: takeAllCapabilities(functionId, false) });
  },
);

When('the caller takes every capability from function {int}', async function (this: FwctlWorld, functionId: number) {
  await commands(this).send({ request: takeAllCapabilities(functionId) });
});

When('the caller sends {mlx5Command} in every scope, whatever else it says', async function (this: FwctlWorld, command: Mlx5CommandName) {
  await tryRequests(this, command);
});

When(
  'the caller sends {mlx5Command} with op_mod {int} in every scope',
  async function (this: FwctlWorld, command: Mlx5CommandName, opMod: number) {
    await tryEveryScope(this, { request: sampleMessage(command, { opMod }) });
  },
);

When(
  'the caller sends the unpublished command {hex} in every scope, whatever else it says',
  async function (this: FwctlWorld, opcode: number) {
    await tryRequests(this, opcode);
  },
);

function tryRequests(world: FwctlWorld, command: Mlx5CommandName | number): Promise<void> {
  return tryEach(
    world,
    requestsFor(command).map((request) => ({ request })),
  );
}

When('the caller sends {mlx5Command}', async function (this: FwctlWorld, command: Mlx5CommandName) {
  await commands(this).send({ request: sampleMessage(command) });
});

When('the caller sends {mlx5Command} in scope {scope}', async function (this: FwctlWorld, command: Mlx5CommandName, scope: Scope) {
  await commands(this).send({ request: sampleMessage(command), scope });
});

When('the caller sends the unpublished command {hex} in scope {scope}', async function (this: FwctlWorld, opcode: number, scope: Scope) {
  await commands(this).send({ request: sampleMessage(opcode), scope });
});

When('the caller sends {mlx5Command} with op_mod {int}', async function (this: FwctlWorld, command: Mlx5CommandName, opMod: number) {
  await commands(this).send({ request: sampleMessage(command, { opMod }) });
});

When('the caller sends {mlx5Command} under uid {hex}', async function (this: FwctlWorld, command: Mlx5CommandName, uid: number) {
  await commands(this).send({ request: sampleMessage(command, { uid }) });
});

When(
  'the caller sends {mlx5Command} under uid {hex} in scope {scope}',
  async function (this: FwctlWorld, command: Mlx5CommandName, uid: number, scope: Scope) {
    await commands(this).send({ request: sampleMessage(command, { uid }), scope });
  },
);

When(
  'the caller sends {mlx5Command} under uid {hex}, {length} long, with room for {length}',
  async function (this: FwctlWorld, command: Mlx5CommandName, uid: number, length: number, room: number) {
    await commands(this).send({ request: fullMessage(command, length, uid), room });
  },
);

When('the caller sends {mlx5Command} under the uid of the file opened first', async function (this: FwctlWorld, command: Mlx5CommandName) {
  const { id: uid } = await mlx5(this).firstContext();
  await commands(this).send({ request: sampleMessage(command, { uid }) });
});

When(
  'the caller sends {mlx5Command}, {length} long, with room for {length}',
  async function (this: FwctlWorld, command: Mlx5CommandName, length: number, room: number) {
    await commands(this).send({ request: fullMessage(command, length), room });
  },
);

When(
  'the caller sends {mlx5Command} in scope {scope}, {length} long, with room for {length}',
  async function (this: FwctlWorld, command: Mlx5CommandName, scope: Scope, length: number, room: number) {
    await commands(this).send({ request: fullMessage(command, length), scope, room });
  },
);

Then('the firmware received {mlx5Command} once', async function (this: FwctlWorld, command: Mlx5CommandName) {
  await expectReceived(this, command, 1);
});

Then('the firmware received {mlx5Command} twice', async function (this: FwctlWorld, command: Mlx5CommandName) {
  await expectReceived(this, command, 2);
});

Then('the firmware holds {int} user context(s)', async function (this: FwctlWorld, count: number) {
  await expectUserContexts(this, count);
});

Then('the user context was asked for with {uctxCapabilities}', async function (this: FwctlWorld, capabilities: number) {
  await expectRequestedCapabilities(this, capabilities);
});

Then('each user context was asked for with {uctxCapabilities}', async function (this: FwctlWorld, capabilities: number) {
  await expectEachRequested(this, capabilities);
});

Then('the firmware received DESTROY_UCTX for that user context, once', async function (this: FwctlWorld) {
  await expectDestroyed(this);
});

Then('the firmware received it under the uid of the file it was sent on', async function (this: FwctlWorld) {
  await expectArrivedUnderUid(this, await mlx5(this).context());
});

Then('the firmware received it under the uid of the file opened first', async function (this: FwctlWorld) {
  await expectArrivedUnderUid(this, await mlx5(this).firstContext());
});

Then('the firmware received it as it was sent, but for the uid', async function (this: FwctlWorld) {
  await expectArrivedUnchanged(this);
});

Then('the firmware received it as it was sent, but for the uid, or nothing if the call failed', async function (this: FwctlWorld) {
  await expectArrivedUnchangedIfAtAll(this);
});

Then('the firmware carries the command out', function (this: FwctlWorld) {
  expectCarriedOut(this, true);
});

Then('the firmware refuses the command', function (this: FwctlWorld) {
  expectCarriedOut(this, false);
});

Then('the response holds status {mlx5Status} and syndrome {hex}', function (this: FwctlWorld, status: Mlx5StatusName, syndrome: number) {
  expectResponse(this, status, syndrome);
});

Then('the response begins with the bytes {hexBytes}, or the caller is told of an error', function (this: FwctlWorld, bytes: HexBytes) {
  expectBeginsWithOrError(this, bytes);
});

Then('the response behind its header is zero', function (this: FwctlWorld) {
  expectZeroFrom(this, MLX5_RESPONSE.length);
});

Then('the response behind its header is zero, or the call fails', function (this: FwctlWorld) {
  unlessItFailed(this, () => expectZeroFrom(this, MLX5_RESPONSE.length));
});

Then(
  'it is told the uid of its file and the capabilities that it was given, in {length}',
  async function (this: FwctlWorld, length: number) {
    expectInfo(this, length, await mlx5(this).context());
  },
);

Then(
  'it is told the uid of the file opened first and the capabilities that it was given, in {length}',
  async function (this: FwctlWorld, length: number) {
    expectInfo(this, length, await mlx5(this).firstContext());
  },
);

Then('it is told that the device is an mlx5 one', function (this: FwctlWorld) {
  this.judge.expectNumber('device type', DEVICE_TYPES.MLX5, this.caller.judgedResult.deviceType);
});

Then('function {int} has its capabilities still', async function (this: FwctlWorld, functionId: number) {
  await expectCapabilities(this, functionId, 'present');
});

Then('function {int} has no capability any more', async function (this: FwctlWorld, functionId: number) {
  await expectCapabilities(this, functionId, 'gone');
});

Then('the function has a fwctl device', function (this: FwctlWorld) {
  this.judge.expect('fwctl device of the function', 'present', this.device.hasNode ? 'present' : 'absent');
});

Then('the function has no fwctl device', function (this: FwctlWorld) {
  this.judge.expect('fwctl device of the function', 'absent', this.device.hasNode ? 'present' : 'absent');
});
