import { writeU32 } from '../../kit/formats/little-endian.js';
import { opcodeOf, PDS_OPCODES } from '../../kit/formats/pds/admin-queue.js';
import { operationNumber, PDS_ATTRIBUTES } from '../../kit/formats/pds/operations.js';
import { encodePdsRpc, PDS_RPC } from '../../kit/formats/pds/rpc.js';
import type { PdsOperation, PdsSetup } from '../../kit/subject/device-setups.js';
import { FREE_SLOT } from './call-draft.js';
import { PRIVILEGED } from './caller.js';
import { commands, type Message } from './commands.js';
import { MAPPED, type Mapping, place } from './layout.js';
import { openWith } from './opening.js';
import { sampleRequest } from './sample-request.js';
import type { FwctlWorld } from './world.js';

const ENDPOINT = 7;
/** What the firmware takes and what it gives, in bytes. */
const LIMITS = { maxRequest: 1024, maxResponse: 2048 } as const;
/** The version in which the firmware has its operations. */
const VERSION = 2;

/** The operations of these scenarios by their command. */
export const COMMANDS = { read: 0x10, write: 0x11 } as const;

const OPERATIONS: readonly [PdsOperation, PdsOperation] = [
  { id: operationNumber(COMMANDS.read, VERSION), attribute: PDS_ATTRIBUTES.read },
  { id: operationNumber(COMMANDS.write, VERSION), attribute: PDS_ATTRIBUTES.write },
];

/** A function with one endpoint, or further ones behind it, opened by a caller who may do anything. */
export async function openPds(
  world: FwctlWorld,
  operations: readonly PdsOperation[] = OPERATIONS,
  further: PdsSetup['endpoints'] = [],
): Promise<void> {
  commands(world).isCommand = (message) => opcodeOf(message) === PDS_OPCODES.RPC;
  await world.addDevice('the device').registerPds({ ...LIMITS, endpoints: [{ id: ENDPOINT, operations }, ...further] });
  await openWith(world, PRIVILEGED);
}

/** A function whose reading operation has that attribute, whatever it does. */
export function openPdsWithAttribute(world: FwctlWorld, attribute: number): Promise<void> {
  return openPds(world, [{ id: operationNumber(COMMANDS.read, VERSION), attribute }]);
}

/** A function whose writing operation, behind the one that reads, has that attribute. */
export function openPdsWithSecondAttribute(world: FwctlWorld, attribute: number): Promise<void> {
  const [reading] = OPERATIONS;
  return openPds(world, [reading, { id: operationNumber(COMMANDS.write, VERSION), attribute }]);
}

/** A function of so many operations that read, the last of which has that attribute. */
export function openPdsWithLastAttribute(world: FwctlWorld, count: number, attribute: number): Promise<void> {
  const operations = Array.from({ length: count }, (_, index) => ({
    id: operationNumber(COMMANDS.read + index, VERSION),
    attribute: index === count - 1 ? attribute : PDS_ATTRIBUTES.read,
  }));
  return openPds(world, operations);
}

/** A function with a further endpoint, which has that command alone, or nothing. */
export function openPdsWithFurtherEndpoint(
  world: FwctlWorld,
  id: number,
  command: number | null,
  attribute: number = PDS_ATTRIBUTES.read,
): Promise<void> {
  const operations = command === null ? [] : [{ id: operationNumber(command, VERSION), attribute }];
  return openPds(world, OPERATIONS, [{ id, operations }]);
}

export type Asked = {
  readonly command?: number;
  readonly version?: number;
  readonly endpoint?: number;
  /** What is in the place of the firmware's code. */
  readonly retval?: number;
  /** What the request points to, in bytes, and how that memory is mapped. */
  readonly inLength?: number;
  readonly inMemory?: Mapping;
  readonly outLength?: number;
  readonly outMemory?: Mapping;
  /** How long the request itself is. */
  readonly length?: number;
};

/** A request of this shape; with nothing to write and nothing to read unless it is said. */
export function pdsMessage(asked: Asked = {}): Message {
  const { command = COMMANDS.read, version = VERSION, endpoint = ENDPOINT, inLength = 0, outLength = 0, length = PDS_RPC.length } = asked;
  const input = place('payload to the firmware', FREE_SLOT, sampleRequest(Math.min(inLength, MOST_MAPPED)), asked.inMemory ?? MAPPED);
  const room = { length: Math.min(outLength, MOST_MAPPED), filledWith: UNTOUCHED };
  const output = place('payload from the firmware', FREE_SLOT + 1, room, asked.outMemory ?? MAPPED);
  const request = encodePdsRpc({
    operation: operationNumber(command, version),
    endpoint,
    inLength,
    inPayload: input.address,
    outLength,
    outPayload: output.address,
  });
  writeU32(request, PDS_RPC.retval, asked.retval ?? 0);
  const whole = new Uint8Array(length);
  whole.set(request.subarray(0, length));
  return { request: whole, room: Math.max(length, PDS_RPC.length), payloads: [input, output] };
}

/** In bytes. Of a payload that is said to be longer, the rest is not mapped. */
const MOST_MAPPED = 0x1_0000;

/** What lies in the caller's memory before the firmware's payload does. */
const UNTOUCHED = 0x5a;
/** The piece of the caller's memory that the firmware's payload is written to. */
const OUTPUT = 1;

export function receivedPayload(world: FwctlWorld): Uint8Array {
  return world.caller.judgedResult.payload(OUTPUT);
}
