import { readU32 } from '../../kit/formats/little-endian.js';
import { decodeRpcCommand, PDS_RPC_COMMAND } from '../../kit/formats/pds/admin-queue.js';
import { operationNumber } from '../../kit/formats/pds/operations.js';
import { PDS_INFO, PDS_RPC } from '../../kit/formats/pds/rpc.js';
import { commands } from './commands.js';
import { receivedPayload } from './pds.js';
import { sampleRequest } from './sample-request.js';
import type { FwctlWorld } from './world.js';

/** The firmware got the payload that the request pointed to. */
export async function expectPayloadSent(world: FwctlWorld, length: number): Promise<void> {
  const arrived = await commands(world).onlyArrived();
  world.judge.expectNumber('length of the payload as the command tells it', length, readU32(arrived, PDS_RPC_COMMAND.requestLength));
  world.judge.expectBytes('the payload that arrived', sampleRequest(length), decodeRpcCommand(arrived).payload);
}

export async function expectOperationSent(world: FwctlWorld, version: number, command: number, endpoint: number): Promise<void> {
  const { operation, endpoint: reached } = decodeRpcCommand(await commands(world).onlyArrived());
  world.judge.expectNumber('the operation that arrived', operationNumber(command, version), operation);
  world.judge.expectNumber('the endpoint that it arrived at', endpoint, reached);
}

/** The caller got what was written before, and zeros behind it. */
export function expectPayloadReceived(world: FwctlWorld, written: number): void {
  const received = receivedPayload(world);
  const expected = new Uint8Array(received.length);
  expected.set(sampleRequest(written).subarray(0, received.length));
  world.judge.expectBytes('the payload from the firmware', expected, received);
}

export function expectRetval(world: FwctlWorld, code: number): void {
  world.judge.expectNumber('retval', code, readU32(world.caller.judgedResult.data, PDS_RPC.retval));
}

/** The response is the request, but for retval, and for the reserved words, which are the matter of another rule. */
export function expectRequestRepeated(world: FwctlWorld): void {
  const repeated = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (isRepeated(index) ? byte : 0));
  const what = 'the response, retval and reserved words aside';
  world.judge.expectBytes(what, repeated(commands(world).sent), repeated(world.caller.judgedResult.data));
}

const isRepeated = (index: number): boolean =>
  !(index >= PDS_RPC.reserved && index < PDS_RPC.inLength) && !(index >= PDS_RPC.retval && index < PDS_RPC.outLength);

export function expectCapabilities(world: FwctlWorld, length: number): void {
  const { data, reportedLength } = world.caller.judgedResult;
  const capabilities = readU32(data, PDS_INFO.capabilities);
  world.judge.expectNumber('length of the device data', length, reportedLength);
  world.judge.expect('capabilities', 'at least one', capabilities === 0 ? 'none' : 'at least one');
}
