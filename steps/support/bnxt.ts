import { GET_TIME, SET_TIME } from '../../kit/formats/bnxt/arguments.js';
import {
  BUFFER_REQUEST_NAMES,
  type BufferRequestType,
  LONGEST_BUFFER,
  REQUESTS_WITH_BUFFERS,
  type RequestWithBuffers,
  setBufferAddress,
  setBufferLength,
} from '../../kit/formats/bnxt/buffers.js';
import { buildHwrmRequest, HWRM_REQUEST } from '../../kit/formats/bnxt/hwrm.js';
import type { HwrmRequestType } from '../../kit/formats/bnxt/request-types.js';
import { writeU16 } from '../../kit/formats/little-endian.js';
import { BNXT_SETUP, type BnxtSetup } from '../../kit/subject/device-setups.js';
import { FREE_SLOT } from './call-draft.js';
import { PRIVILEGED } from './caller.js';
import { commands, type Message } from './commands.js';
import { expectSuccess } from './expectations.js';
import { MAPPED, type Mapping, place } from './layout.js';
import { openWith } from './opening.js';
import { sampleRequest } from './sample-request.js';
import { isOneOf } from './words.js';
import type { FwctlWorld } from './world.js';

/** A function that a caller with CAP_SYS_RAWIO has opened. */
export async function openBnxt(world: FwctlWorld, setup: BnxtSetup = BNXT_SETUP): Promise<void> {
  await world.addDevice('the device').registerBnxt(setup);
  await openWith(world, PRIVILEGED);
}

/** The time of these scenarios, every byte of it. */
export const sampleTime = (): Uint8Array => sampleRequest(GET_TIME.length);

export async function setTheClock(world: FwctlWorld): Promise<void> {
  await commands(world).send({ request: buildHwrmRequest('FW_SET_TIME', sampleTime(), SET_TIME.length), room: ROOM_FOR_THE_TIME });
  expectSuccess(world, 'FW_SET_TIME', world.caller.takeResult().outcome);
}

export async function askForTheTime(world: FwctlWorld, room = ROOM_FOR_THE_TIME): Promise<void> {
  await commands(world).send({ request: buildHwrmRequest('FW_GET_TIME'), room, scope: 'debug read only' });
}

/** Sets the clock and reads it. */
export async function tellTheTime(world: FwctlWorld): Promise<void> {
  await setTheClock(world);
  await askForTheTime(world);
  expectSuccess(world, 'FW_GET_TIME', world.caller.takeResult().outcome);
}

/** A header with something in the words that say where the answer is announced, and for whom the request is. */
export function addressedRequest(type: HwrmRequestType): Uint8Array {
  const request = buildHwrmRequest(type);
  writeU16(request, HWRM_REQUEST.completionRing, 0x1234);
  writeU16(request, HWRM_REQUEST.target, 0x0567);
  return request;
}

/** In bytes. */
const ROOM_FOR_THE_TIME = 64;

/** Bytes, and a multiple of what any field counts in. */
const USUAL_LENGTH = 256;

export type Buffers = {
  /** How long the request is, in place of its structure. */
  readonly length?: number;
  /** How long it says that its buffers are; more than the longest is said and not mapped. */
  readonly bytes?: number;
  /** Of which buffer alone it says so; of all of them when absent. */
  readonly which?: number;
  readonly memory?: Mapping;
};

/** A request with as many buffers as its structure has addresses, each of its own in the caller's memory. */
export function bufferMessage(type: string, { length, bytes = USUAL_LENGTH, which, memory = MAPPED }: Buffers = {}): Message {
  const name = isOneOf<BufferRequestType>(BUFFER_REQUEST_NAMES, type);
  const kind: RequestWithBuffers = REQUESTS_WITH_BUFFERS[name];
  const request = buildHwrmRequest(name, new Uint8Array(kind.length - HWRM_REQUEST.length));
  const payloads = kind.buffers.map((field, index) => {
    const most = typeof field.length === 'number' ? field.length : Math.min(bytes, LONGEST_BUFFER);
    const placed = place(`buffer ${index + 1}`, FREE_SLOT + index, new Uint8Array(most), memory);
    setBufferLength(request, field, which === undefined || which === index ? bytes : USUAL_LENGTH);
    setBufferAddress(request, field, placed.address);
    return placed;
  });
  const whole = new Uint8Array(length ?? kind.length);
  whole.set(request.subarray(0, whole.length));
  return { request: whole, payloads };
}
