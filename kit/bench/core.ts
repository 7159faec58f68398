import { fstatSync, openSync } from 'node:fs';
import { createPlainDevice } from '../../devices/plain/plain-device.js';
import { createCore } from '../../reference-impl/core/core.js';
import { createModule } from '../../reference-impl/core/module.js';
import type { Task } from '../../reference-impl/core/task.js';
import { UserMemory } from '../../reference-impl/core/user-memory.js';
import { PLAIN_SETUP } from '../subject/device-setups.js';
import { FWCTL_RPC, RPC_STRUCT } from '../uapi/ioctl.js';
import { callsInTurn, type Figure, figure } from './measure.js';

const MIB = 1024 * 1024;

/** One RPC of the core, ready to be made again and again: a request of `length` and room for as much. */
async function rpcOf(length: number): Promise<() => Promise<unknown>> {
  const core = createCore();
  const { ops } = createPlainDevice({ ...PLAIN_SETUP, response: 'the request' }, 1);
  if (ops === null) throw new Error('the plain device has a driver');
  const task: Task = { comm: 'bench', pid: 1, rights: { capabilities: [], userNamespace: 'initial' } };
  const answering = { ...ops, fwRpc: (_context: unknown, _scope: unknown, request: Uint8Array) => ({ ok: true, value: request }) as const };
  const registered = core.parts.register(core, answering, 'platform/bench', createModule());
  if (!registered.ok) throw new Error(registered.errno);
  const file = await core.parts.fopsOpen(core, registered.value, { opener: task, mode: 'read-write' });
  if (!file.ok) throw new Error(file.errno);

  const structure = new Uint8Array(RPC_STRUCT.length);
  const view = new DataView(structure.buffer);
  const [argument, request, response] = [0x1000, 0x1000_0000, 0x2000_0000];
  view.setUint32(RPC_STRUCT.size, RPC_STRUCT.length, true);
  view.setUint32(RPC_STRUCT.inLen, length, true);
  view.setUint32(RPC_STRUCT.outLen, length, true);
  view.setBigUint64(RPC_STRUCT.in, BigInt(request), true);
  view.setBigUint64(RPC_STRUCT.out, BigInt(response), true);
  const memory = new UserMemory([
    { name: 'structure', address: argument, access: 'read-write', bytes: structure },
    { name: 'request', address: request, access: 'read-write', bytes: new Uint8Array(length).fill(1) },
    { name: 'response', address: response, access: 'read-write', bytes: new Uint8Array(length) },
  ]);
  const outcome = await core.parts.fopsIoctl(core, file.value, task, FWCTL_RPC, argument, memory);
  if (!outcome.ok) throw new Error(outcome.errno);
  return () => core.parts.fopsIoctl(core, file.value, task, FWCTL_RPC, argument, memory);
}

/** The reference core against the machine it runs on. */
export async function benchCore(): Promise<readonly Figure[]> {
  const descriptor = openSync('/dev/null', 'r');
  const small = await callsInTurn(7, 20_000, await rpcOf(64), () => fstatSync(descriptor));
  const source = Buffer.alloc(2 * MIB, 1);
  const large = await callsInTurn(7, 100, await rpcOf(2 * MIB), () => [Buffer.from(source), Buffer.from(source)]);
  return [
    figure('a 64-byte RPC through the core, against fstat', 'ns', ...small),
    figure('a 2 MiB RPC through the core, against two copies of 2 MiB', 'ns', ...large),
  ];
}
