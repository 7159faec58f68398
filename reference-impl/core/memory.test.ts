import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ok, refuse } from '../../kit/result.js';
import { FWCTL_RPC, RPC_STRUCT } from '../../kit/uapi/ioctl.js';
import { type FwctlOps, NO_CONTEXT } from '../driver-ops.js';
import { type Core, createCore } from './core.js';
import type { FwctlDevice } from './device.js';
import { type Allocation, allocate } from './memory.js';
import { createModule } from './module.js';
import type { OpenFile } from './open-file.js';
import type { Task } from './task.js';
import { UserMemory } from './user-memory.js';
import { writeU32 } from './words.js';

const TASK: Task = { comm: 'one', pid: 1, rights: { capabilities: [], userNamespace: 'initial' } };

/** A core with one device, and for what it holds memory. */
function watchedCore() {
  const held = new Set<Allocation>();
  const core = createCore({
    allocate: (ofCore, what) => {
      const memory = allocate(ofCore, what);
      if (memory !== null) held.add(memory);
      return memory;
    },
    free: (_core, memory) => {
      if (!held.delete(memory)) throw new Error('memory is freed that is not held');
    },
  });
  const isHeldFor = () => [...held].map(({ what }) => what);
  const duringCalls: (readonly string[])[] = [];
  const ops: FwctlOps<null> = {
    deviceType: 1,
    ...NO_CONTEXT,
    fwRpc: () => {
      duringCalls.push(isHeldFor());
      return ok(new Uint8Array(0));
    },
  };
  return { core, isHeldFor, duringCalls, registers: () => registered(core, ops) };
}

function registered(core: Core, ops: FwctlOps): FwctlDevice {
  const answer = core.parts.register(core, ops, 'platform/toy', createModule());
  if (!answer.ok) throw new Error(answer.errno);
  return answer.value;
}

function opens(core: Core, device: FwctlDevice) {
  return core.parts.fopsOpen(core, device, { opener: TASK, mode: 'read-write' });
}

async function opened(core: Core, device: FwctlDevice): Promise<OpenFile> {
  const answer = await opens(core, device);
  if (!answer.ok) throw new Error(answer.errno);
  return answer.value;
}

function sends(core: Core, file: OpenFile, length: number) {
  const structure = new Uint8Array(RPC_STRUCT.length);
  writeU32(structure, RPC_STRUCT.size, structure.length);
  writeU32(structure, RPC_STRUCT.inLen, length);
  writeU32(structure, RPC_STRUCT.in, 0x2000);
  const memory = new UserMemory([
    { name: 'structure', address: 0x1000, access: 'read-write', bytes: structure },
    { name: 'request', address: 0x2000, access: 'read-only', bytes: new Uint8Array(length) },
  ]);
  return core.parts.fopsIoctl(core, file, TASK, FWCTL_RPC, 0x1000, memory);
}

describe('memory of the core', () => {
  it('is held for a device, for a file that is open, and for a request that is under way', async () => {
    const { core, isHeldFor, duringCalls, registers } = watchedCore();
    const device = registers();
    expect(isHeldFor()).to.deep.equal(['a device']);
    const file = await opened(core, device);
    expect(isHeldFor()).to.deep.equal(['a device', 'a user context']);
    expect(await sends(core, file, 8)).to.deep.equal({ ok: true });
    expect(await sends(core, file, 0)).to.deep.equal({ ok: true });
    expect(duringCalls).to.deep.equal([
      ['a device', 'a user context', 'a request'],
      ['a device', 'a user context'],
    ]);
    expect(isHeldFor()).to.deep.equal(['a device', 'a user context']);
    await core.parts.fopsRelease(core, file);
    await core.parts.unregister(core, device);
    expect(isHeldFor()).to.deep.equal([]);
  });

  it('is refused under pressure to calls that need it, and not to a device', async () => {
    const { core, registers } = watchedCore();
    core.kernel.memoryPressure = true;
    const device = registers();
    expect(await opens(core, device)).to.deep.equal(refuse('ENOMEM'));
    core.kernel.memoryPressure = false;
    const file = await opened(core, device);
    core.kernel.memoryPressure = true;
    expect(await sends(core, file, 8)).to.deep.equal(refuse('ENOMEM'));
    expect(await sends(core, file, 0)).to.deep.equal({ ok: true });
  });
});
