import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ok, refuse } from '../../kit/result.js';
import { type FwctlOps, NO_CONTEXT } from '../driver-ops.js';
import { createCore } from './core.js';
import { createModule } from './module.js';
import { fopsOpen } from './open-file.js';
import { register, unregister } from './registration.js';

const ORIGIN = { opener: { comm: 'one', pid: 1, rights: { capabilities: [], userNamespace: 'initial' } }, mode: 'read-write' } as const;

describe('opening a device', () => {
  it('fails with ENODEV, memory or not, when the node was found before the device went', async () => {
    let opens = 0;
    const ops: FwctlOps<null> = {
      deviceType: 1,
      ...NO_CONTEXT,
      openUctx: () => {
        opens += 1;
        return ok(null);
      },
      fwRpc: () => ok(new Uint8Array(0)),
    };
    const core = createCore();
    const registered = register(core, ops, 'platform/toy', createModule());
    if (!registered.ok) throw new Error(registered.errno);
    const device = registered.value;
    core.kernel.memoryPressure = true;
    await device.registration.readLock();
    const gone = unregister(core, device);
    const opened = fopsOpen(core, device, ORIGIN);
    device.registration.readUnlock();
    await gone;
    expect(await opened).to.deep.equal(refuse('ENODEV'));
    expect(opens).to.equal(0);
  });
});
