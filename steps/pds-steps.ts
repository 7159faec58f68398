import { Given, Then, When } from '@cucumber/cucumber';
import { PDS_INFO } from '../kit/formats/pds/rpc.js';
import { DEVICE_TYPES } from '../kit/uapi/device-type.js';
import type { Scope } from '../kit/uapi/scope.js';
import { tryEveryScope } from './support/admission.js';
import { infoDraft } from './support/call-draft.js';
import { commands } from './support/commands.js';
import { expectSuccess } from './support/expectations.js';
import type { Mapping } from './support/layout.js';
import {
  type Asked,
  COMMANDS,
  openPds,
  openPdsWithAttribute,
  openPdsWithFurtherEndpoint,
  openPdsWithLastAttribute,
  openPdsWithSecondAttribute,
  pdsMessage,
} from './support/pds.js';
import {
  expectCapabilities,
  expectOperationSent,
  expectPayloadReceived,
  expectPayloadSent,
  expectRequestRepeated,
  expectRetval,
} from './support/pds-expectations.js';
import {
  expectReservedUnsent,
  expectReservedWordsZero,
  expectSameResult,
  type ReservedWord,
  readWithReserved,
} from './support/pds-reserved.js';
import type { FwctlWorld } from './support/world.js';

const send = (world: FwctlWorld, asked: Asked = {}): Promise<void> => commands(world).send(pdsMessage(asked));

Given('a caller with CAP_SYS_RAWIO has opened a pds function', async function (this: FwctlWorld) {
  await openPds(this);
});

Given(
  'a caller with CAP_SYS_RAWIO has opened a pds function that gives its operation the attribute {pdsAttribute}',
  async function (this: FwctlWorld, attribute: number) {
    await openPdsWithAttribute(this, attribute);
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened a pds function whose second operation has the attribute {pdsAttribute}',
  async function (this: FwctlWorld, attribute: number) {
    await openPdsWithSecondAttribute(this, attribute);
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened a pds function whose endpoint {int} has command {hex}',
  async function (this: FwctlWorld, endpoint: number, command: number) {
    await openPdsWithFurtherEndpoint(this, endpoint, command);
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened a pds function whose last operation of {int} has the attribute {pdsAttribute}',
  async function (this: FwctlWorld, count: number, attribute: number) {
    await openPdsWithLastAttribute(this, count, attribute);
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened a pds function that gives command {hex} at endpoint {int} the attribute {pdsAttribute}',
  async function (this: FwctlWorld, command: number, endpoint: number, attribute: number) {
    await openPdsWithFurtherEndpoint(this, endpoint, command, attribute);
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened a pds function whose endpoint {int} has no operations',
  async function (this: FwctlWorld, endpoint: number) {
    await openPdsWithFurtherEndpoint(this, endpoint, null);
  },
);

Given('the firmware will answer the next operation with {int}', async function (this: FwctlWorld, code: number) {
  await this.device.fault({ kind: 'status', status: code, syndrome: 0 });
});

Given('the operations of the endpoint are known', async function (this: FwctlWorld) {
  await send(this);
  expectSuccess(this, 'the operation', this.caller.takeResult().outcome);
});

Given('the caller has written {length} at the endpoint', async function (this: FwctlWorld, inLength: number) {
  await send(this, { command: COMMANDS.write, inLength });
  expectSuccess(this, 'writing', this.caller.takeResult().outcome);
});

When('the caller asks what the firmware can do', async function (this: FwctlWorld) {
  await this.caller.make(infoDraft({ room: PDS_INFO.length }));
});

When('the caller sends the operation in every scope', async function (this: FwctlWorld) {
  await tryEveryScope(this, pdsMessage());
});

When('the caller sends the operation, which {pdsMove}, in every scope', async function (this: FwctlWorld, move: Asked) {
  await tryEveryScope(this, pdsMessage(move));
});

When('the caller sends the operation, which {pdsMove}', async function (this: FwctlWorld, move: Asked) {
  await send(this, move);
});

When('the caller sends the operation in scope {scope}', async function (this: FwctlWorld, scope: Scope) {
  await commands(this).send({ ...pdsMessage(), scope });
});

When('the caller sends the operation with {int} in retval', async function (this: FwctlWorld, retval: number) {
  await send(this, { retval });
});

When('the caller sends command {hex} in every scope', async function (this: FwctlWorld, command: number) {
  await tryEveryScope(this, pdsMessage({ command }));
});

When('the caller sends the operation', async function (this: FwctlWorld) {
  await send(this);
});

When('the caller sends the operation to endpoint {int}', async function (this: FwctlWorld, endpoint: number) {
  await send(this, { endpoint });
});

When(
  'the caller sends the operation to endpoint {int} in scope {scope}',
  async function (this: FwctlWorld, endpoint: number, scope: Scope) {
    await commands(this).send({ ...pdsMessage({ endpoint }), scope });
  },
);

When(
  'the caller sends command {hex} to endpoint {int} in every scope',
  async function (this: FwctlWorld, command: number, endpoint: number) {
    await tryEveryScope(this, pdsMessage({ command, endpoint }));
  },
);

When('the caller sends command {hex} to endpoint {int}', async function (this: FwctlWorld, command: number, endpoint: number) {
  await send(this, { command, endpoint });
});

When('the caller sends the operation in version {int}', async function (this: FwctlWorld, version: number) {
  await send(this, { version });
});

When('the caller sends the operation in version {int} and scope {scope}', async function (this: FwctlWorld, version: number, scope: Scope) {
  await commands(this).send({ ...pdsMessage({ version }), scope });
});

When('the caller sends the operation in a request of {length}', async function (this: FwctlWorld, length: number) {
  await send(this, { length });
});

When('the caller writes {length} at the endpoint', async function (this: FwctlWorld, inLength: number) {
  await send(this, { command: COMMANDS.write, inLength });
});

When('the caller writes {length} that lie(s) {mapping}', async function (this: FwctlWorld, inLength: number, inMemory: Mapping) {
  await send(this, { command: COMMANDS.write, inLength, inMemory });
});

When(
  'the caller writes {length} and reads {length} at the endpoint',
  async function (this: FwctlWorld, inLength: number, outLength: number) {
    await send(this, { inLength, outLength });
  },
);

When('the caller reads {length} at the endpoint', async function (this: FwctlWorld, outLength: number) {
  await send(this, { command: COMMANDS.read, outLength });
});

When(
  'the caller reads {length} at the endpoint, at first with every reserved word zero and then with {pdsReservedWord} other than zero',
  async function (this: FwctlWorld, outLength: number, word: ReservedWord) {
    await readWithReserved(this, outLength, word);
  },
);

When('the caller reads {length} to memory {mapping}', async function (this: FwctlWorld, outLength: number, outMemory: Mapping) {
  await send(this, { command: COMMANDS.read, outLength, outMemory });
});

Then('the firmware received {length} as they lie in the memory of the caller', async function (this: FwctlWorld, length: number) {
  await expectPayloadSent(this, length);
});

Then(
  'the firmware received version {int} of command {hex} at endpoint {int}',
  async function (this: FwctlWorld, version: number, command: number, endpoint: number) {
    await expectOperationSent(this, version, command, endpoint);
  },
);

Then('the caller receives the {length}, and zeros behind them', function (this: FwctlWorld, written: number) {
  expectPayloadReceived(this, written);
});

Then('the firmware received the same as without it, or nothing if the call failed', async function (this: FwctlWorld) {
  await expectReservedUnsent(this);
});

Then('the caller receives the same as without it, if anything', function (this: FwctlWorld) {
  expectSameResult(this);
});

Then('the reserved words of the response are zero', function (this: FwctlWorld) {
  expectReservedWordsZero(this);
});

Then('retval is {int}', function (this: FwctlWorld, code: number) {
  expectRetval(this, code);
});

Then('the response repeats the request otherwise', function (this: FwctlWorld) {
  expectRequestRepeated(this);
});

Then('it is told what the firmware can do, in {length}', function (this: FwctlWorld, length: number) {
  expectCapabilities(this, length);
});

Then('it is told that the device is a pds one', function (this: FwctlWorld) {
  this.judge.expectNumber('device type', DEVICE_TYPES.PDS, this.caller.judgedResult.deviceType);
});
