import { Given, Then, When } from '@cucumber/cucumber';
import type { NvmeCommand } from '../kit/formats/nvme/command.js';
import type { NvmeRpc } from '../kit/formats/nvme/rpc.js';
import { NVME_STATUSES, type NvmeStatusName } from '../kit/formats/nvme/statuses.js';
import type { Scope } from '../kit/uapi/scope.js';
import { BELOW_FULL_DEBUG, tryEveryScope } from './support/admission.js';
import { commands } from './support/commands.js';
import {
  commitSlot,
  downloadImage,
  downloadInHalves,
  nvmeMessage,
  ofLength,
  openNvme,
  runImage,
  sendNvme,
  setFeature,
} from './support/nvme.js';
import { expectFeature, expectNothingNoticed, expectNoticed, expectRevision, expectStatus } from './support/nvme-expectations.js';
import { complete, withOwnField } from './support/nvme-requests.js';
import type { Activation, ImageSource } from './support/nvme-words.js';
import type { FwctlWorld } from './support/world.js';

Given('a caller with CAP_SYS_RAWIO has opened an NVMe controller', async function (this: FwctlWorld) {
  await openNvme(this);
});

Given(
  'a caller with CAP_SYS_RAWIO has opened an NVMe controller whose opcode {hex} has {nvmeEffects}',
  async function (this: FwctlWorld, opcode: number, effects: number) {
    await openNvme(this, { commands: [{ opcode, effects }] });
  },
);

Given(
  'a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature {hex} has {nvmeEffects}',
  async function (this: FwctlWorld, id: number, effects: number) {
    await openNvme(this, { features: [{ id, effects, value: 0 }] });
  },
);

Given(
  'the controller runs an image, after {activation}, in which opcode {hex} has {nvmeEffects}',
  async function (this: FwctlWorld, activation: Activation, opcode: number, effects: number) {
    await runImage(this, [[opcode, effects]], activation);
  },
);

Given(
  'the caller has downloaded an image of revision {revision} {imageSource}',
  async function (this: FwctlWorld, revision: string, source: ImageSource) {
    await downloadImage(this, revision, source);
  },
);

Given('the caller has downloaded an image of revision {revision} in two pieces', async function (this: FwctlWorld, revision: string) {
  await downloadInHalves(this, revision);
});

Given('the firmware will complete the next command with {nvmeStatus}', async function (this: FwctlWorld, name: NvmeStatusName) {
  await this.device.fault({ kind: 'status', status: NVME_STATUSES[name], syndrome: 0 });
});

When('the caller sends {nvmeRequest} in every scope', async function (this: FwctlWorld, rpc: NvmeRpc) {
  await tryEveryScope(this, nvmeMessage(rpc));
});

When('the caller sends {nvmeRequest} in every scope below full debug', async function (this: FwctlWorld, rpc: NvmeRpc) {
  await tryEveryScope(this, nvmeMessage(rpc), BELOW_FULL_DEBUG);
});

When('the caller sends {nvmeRequest} in scope {scope}', async function (this: FwctlWorld, rpc: NvmeRpc, scope: Scope) {
  await sendNvme(this, rpc, scope);
});

When(
  'the caller sends {nvmeRequest} with {ownField} in scope {scope}',
  async function (this: FwctlWorld, rpc: NvmeRpc, field: Partial<NvmeCommand>, scope: Scope) {
    await sendNvme(this, withOwnField(rpc, field), scope);
  },
);

When('the caller sends {nvmeRequest} with data of {length}', async function (this: FwctlWorld, rpc: NvmeRpc, dataLength: number) {
  await sendNvme(this, complete({ command: rpc.command, queue: rpc.queue, dataLength }));
});

When(
  'the caller sends {nvmeRequest} with data of {length} in scope {scope}',
  async function (this: FwctlWorld, rpc: NvmeRpc, dataLength: number, scope: Scope) {
    await sendNvme(this, complete({ command: rpc.command, queue: rpc.queue, dataLength }), scope);
  },
);

When('the caller sends {nvmeRequest} in a request of {length}', async function (this: FwctlWorld, rpc: NvmeRpc, length: number) {
  const { request, ...message } = nvmeMessage(rpc);
  await commands(this).send({ ...message, request: ofLength(request, length) });
});

When('the caller sends {nvmeRequest}', async function (this: FwctlWorld, rpc: NvmeRpc) {
  await sendNvme(this, rpc);
});

When('the caller commits slot {int} with action {int}', async function (this: FwctlWorld, slot: number, action: number) {
  await commitSlot(this, slot, action);
});

When(
  'the caller commits slot {int} with action {int} in scope {scope}',
  async function (this: FwctlWorld, slot: number, action: number, scope: Scope) {
    await commitSlot(this, slot, action, scope);
  },
);

When('the caller sets feature {hex} to {int}', async function (this: FwctlWorld, feature: number, value: number) {
  await setFeature(this, feature, value);
});

When('a kernel driver takes over {nvmeRequest}', async function (this: FwctlWorld, rpc: NvmeRpc) {
  await this.device.kernelClaim(nvmeMessage(rpc).request);
});

When('the controller is reset', async function (this: FwctlWorld) {
  await this.device.reset('function');
});

Then('the controller answers with {nvmeStatus}', function (this: FwctlWorld, name: NvmeStatusName) {
  expectStatus(this, name);
});

Then('firmware of revision {revision} runs', async function (this: FwctlWorld, revision: string) {
  await expectRevision(this, revision);
});

Then('the saved value of feature {hex} is {int}', async function (this: FwctlWorld, feature: number, value: number) {
  await expectFeature(this, feature, 'saved', value);
});

Then('the current value of feature {hex} is {int}', async function (this: FwctlWorld, feature: number, value: number) {
  await expectFeature(this, feature, 'current', value);
});

Then('the host has noticed nothing', async function (this: FwctlWorld) {
  await expectNothingNoticed(this);
});

Then('the host has noticed that the controller no longer answers', async function (this: FwctlWorld) {
  await expectNoticed(this, 'hang');
});
