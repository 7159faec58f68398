import { readU32 } from '../../kit/formats/little-endian.js';
import { decodeRpcCommand } from '../../kit/formats/pds/admin-queue.js';
import { PDS_INFO, PDS_RPC } from '../../kit/formats/pds/rpc.js';
import { commands } from './commands.js';
import { receivedPayload } from './pds.js';
import { sampleRequest } from './sample-request.js';
import type { FwctlWorld } from './world.js';

/** The firmware got the payload that the request pointed to. */
export async function expectPayloadSent(world: FwctlWorld, length: number): Promise<void> {
  const { payload } = decodeRpcCommand(await commands(world).onlyArrived());
  world.judge.expectBytes('the payload that arrived', sampleRequest(length), payload);
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

/** But for retval, the response is the request. */
export function expectRequestRepeated(world: FwctlWorld): void {
  const withoutRetval = (bytes: Uint8Array): Uint8Array =>
    bytes.map((byte, index) => (index >= PDS_RPC.retval && index < PDS_RPC.retval + 4 ? 0 : byte));
  world.judge.expectBytes('the response, retval aside', commands(world).sent, withoutRetval(world.caller.judgedResult.data));
}

export function expectCapabilities(world: FwctlWorld, length: number): void {
  const { data, reportedLength } = world.caller.judgedResult;
  const capabilities = readU32(data, PDS_INFO.capabilities);
  world.judge.expectNumber('length of the device data', length, reportedLength);
  world.judge.expect('capabilities', 'at least one', capabilities === 0 ? 'none' : 'at least one');
}
