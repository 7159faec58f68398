import { decodeCommand, nvmeCommand, SQE } from '../../kit/formats/nvme/command.js';
import {
  COMMIT_ACTIONS,
  decodeGetLogPage,
  firmwareCommit,
  firmwareImageDownload,
  getFeatures,
  type Selection,
  setFeatures,
} from '../../kit/formats/nvme/dwords.js';
import { COMMANDS_LOG_LENGTH, FEATURES_LOG_LENGTH } from '../../kit/formats/nvme/effects.js';
import { decodeRevision, encodeFirmwareImage, type FirmwareImage } from '../../kit/formats/nvme/firmware-image.js';
import { FIRMWARE_REVISION } from '../../kit/formats/nvme/identify.js';
import { LOG_PAGES } from '../../kit/formats/nvme/log-pages.js';
import { NVME_ADMIN } from '../../kit/formats/nvme/opcodes.js';
import { decodeNvmeRpcAnswer, encodeNvmeRpc, NVME_RPC_ANSWER, type NvmeRpc } from '../../kit/formats/nvme/rpc.js';
import { NVME_SETUP, type NvmeSetup } from '../../kit/subject/device-setups.js';
import type { Scope } from '../../kit/uapi/scope.js';
import { PRIVILEGED } from './caller.js';
import { commands, type Message } from './commands.js';
import { expectSuccess } from './expectations.js';
import { complete, nvmeRequest } from './nvme-requests.js';
import type { Activation, ImageSource } from './nvme-words.js';
import { openWith } from './opening.js';
import type { FwctlWorld } from './world.js';

/** A controller, opened by a caller who may do anything. */
export async function openNvme(world: FwctlWorld, setup: Partial<NvmeSetup> = {}): Promise<void> {
  commands(world).isCommand = isOfCaller;
  await world.addDevice('the device').registerNvme({ ...NVME_SETUP, ...setup });
  await openWith(world, PRIVILEGED);
}

/** The driver reads the effects logs from end to end, which no caller here does. */
function isOfCaller(message: Uint8Array): boolean {
  const command = decodeCommand(message.subarray(0, SQE.length));
  if (command.opcode !== NVME_ADMIN['Get Log Page']) return true;
  const { page, dwords } = decodeGetLogPage(command);
  const whole = new Map<number, number>([
    [LOG_PAGES['Commands Supported and Effects'], COMMANDS_LOG_LENGTH],
    [LOG_PAGES['Feature Identifiers Supported and Effects'], FEATURES_LOG_LENGTH],
  ]);
  return whole.get(page) !== dwords * 4;
}

export function nvmeMessage(rpc: NvmeRpc): Message {
  return { request: encodeNvmeRpc(rpc), room: NVME_RPC_ANSWER.data + rpc.dataLength };
}

/** The beginning of a request, or with zeros behind it. */
export function ofLength(request: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set(request.subarray(0, length));
  return bytes;
}

export async function sendNvme(world: FwctlWorld, rpc: NvmeRpc, scope: Scope = 'configuration'): Promise<void> {
  await commands(world).send({ ...nvmeMessage(rpc), scope });
}

/** The answer to a command that has to succeed. */
async function answerTo(world: FwctlWorld, what: string, rpc: NvmeRpc, scope: Scope = 'configuration') {
  await sendNvme(world, rpc, scope);
  const { outcome, data } = world.caller.takeResult();
  expectSuccess(world, what, outcome);
  return decodeNvmeRpcAnswer(data);
}

const SPARE_SLOT = 3;

async function download(world: FwctlWorld, image: Uint8Array, offset = 0): Promise<void> {
  const command = nvmeCommand({ opcode: NVME_ADMIN['Firmware Image Download'], ...firmwareImageDownload(offset, image.length) });
  const { status } = await answerTo(world, 'downloading the image', complete({ command, data: image }));
  world.judge.expectNumber('status of downloading the image', 0, status);
}

function commit(slot: number, action: number): NvmeRpc {
  return complete({ command: nvmeCommand({ opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(slot, action) }) });
}

/** An image of that revision; one from somebody else has a signature that is off by one bit, in a changed one a bit of the revision is. */
export async function downloadImage(world: FwctlWorld, revision: string, source: ImageSource): Promise<void> {
  const image = encodeFirmwareImage({ revision, effects: [] });
  const changed = { 'from the vendor': null, 'from somebody else': image.length - 1, 'that was changed after it had been signed': 0 }[
    source
  ];
  if (changed !== null) image[changed] = (image[changed] ?? 0) ^ 1;
  await download(world, image);
}

/** The vendor's image of that revision, in two halves. */
export async function downloadInHalves(world: FwctlWorld, revision: string): Promise<void> {
  const image = encodeFirmwareImage({ revision, effects: [] });
  const half = image.length / 2;
  await download(world, image.slice(0, half));
  await download(world, image.slice(half), half);
}

export async function commitSlot(world: FwctlWorld, slot: number, action: number, scope: Scope = 'configuration'): Promise<void> {
  await sendNvme(world, commit(slot, action), scope);
}

/** The vendor's image that says this of its commands. */
export async function runImage(world: FwctlWorld, effects: FirmwareImage['effects'], activation: Activation): Promise<void> {
  await download(world, encodeFirmwareImage({ revision: '4.0', effects }));
  if (activation === 'a reset') {
    await answerTo(world, 'committing the image', commit(SPARE_SLOT, COMMIT_ACTIONS['store and activate at the next reset']));
    await world.device.reset('function');
    return;
  }
  await answerTo(world, 'activating the image', commit(SPARE_SLOT, COMMIT_ACTIONS['activate now']), 'debug write full');
}

/** As Identify Controller tells it. */
export async function runningRevision(world: FwctlWorld): Promise<string> {
  const { data } = await answerTo(world, 'identifying the controller', nvmeRequest('Identify Controller'));
  return decodeRevision(data.subarray(FIRMWARE_REVISION));
}

export async function setFeature(world: FwctlWorld, feature: number, value: number): Promise<void> {
  const command = nvmeCommand({ opcode: NVME_ADMIN['Set Features'], ...setFeatures(feature, value) });
  await answerTo(world, 'setting the feature', complete({ command }));
}

export async function featureValue(world: FwctlWorld, feature: number, selection: Selection): Promise<number> {
  const command = nvmeCommand({ opcode: NVME_ADMIN['Get Features'], ...getFeatures(feature, selection) });
  return (await answerTo(world, 'getting the feature', complete({ command }))).result;
}
