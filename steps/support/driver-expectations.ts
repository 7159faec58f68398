import type { DriverOperation } from '../../kit/subject/operations.js';
import type { Scope } from '../../kit/uapi/scope.js';
import { describeBytes } from './judge.js';
import type { FwctlWorld } from './world.js';

/** Opening and closing apart: no info was asked for, and no RPC arrived. */
export async function expectNothingAsked(world: FwctlWorld, device: string): Promise<void> {
  const calls = await world.deviceNamed(device).driverCalls();
  const asked = calls.filter(({ operation }) => operation === 'info' || operation === 'fw_rpc');
  world.judge.expectNothing(
    `what the driver of ${device} was asked`,
    asked.map(({ operation }) => operation),
  );
}

export async function expectDriverCalls(world: FwctlWorld, operation: DriverOperation, count: number, name = 'the device'): Promise<void> {
  world.judge.expectNumber(`calls of ${operation}`, count, (await world.deviceNamed(name).driverCalls(operation)).length);
}

export async function expectScopes(world: FwctlWorld, expected: readonly Scope[]): Promise<void> {
  const scopes = (await world.device.driverCalls('fw_rpc')).map((call) => call.scope ?? 'no scope');
  world.judge.expect('the scopes of the RPCs that the driver received', expected.join(', '), scopes.join(', '));
}

export async function expectRequests(world: FwctlWorld, requests: readonly Uint8Array[]): Promise<void> {
  const received = (await world.device.driverCalls('fw_rpc')).map(({ request }) => request ?? new Uint8Array(0));
  const held = received.length === requests.length && requests.every((request, index) => isSame(request, received[index]));
  world.judge.expect('what the driver received', requests.map(describeBytes).join('; '), received.map(describeBytes).join('; '), held);
}

function isSame(expected: Uint8Array, actual: Uint8Array | undefined): boolean {
  return actual !== undefined && Buffer.compare(expected, actual) === 0;
}

/** Of each info and each RPC that the driver was asked for, the user context that it came with. */
export async function expectContextsOfCalls(world: FwctlWorld, contexts: readonly number[]): Promise<void> {
  const calls = (await world.device.driverCalls()).filter(({ operation }) => operation === 'info' || operation === 'fw_rpc');
  world.judge.expect('user contexts that calls came with', contexts.join(', '), calls.map(({ context }) => context).join(', '));
}

/** Each of them once and no other, in whatever order; `contexts` go up. */
export async function expectEndedContexts(world: FwctlWorld, contexts: readonly number[]): Promise<void> {
  const ended = (await world.device.driverCalls('close_uctx')).map(({ context }) => context).sort((one, other) => one - other);
  world.judge.expect('user contexts that the driver was asked to close', contexts.join(', '), ended.join(', '));
}
