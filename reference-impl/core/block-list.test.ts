import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ok } from '../../kit/result.js';
import { type FwctlOps, NO_CONTEXT } from '../driver-ops.js';
import { isBlocked } from './block-list.js';
import { createCore } from './core.js';
import { createModule } from './module.js';
import { register } from './registration.js';

const SILENT: FwctlOps<null> = { deviceType: 1, ...NO_CONTEXT, fwRpc: () => ok(new Uint8Array(0)) };

/** Whether the kernel blocks a device of that driver when it blocks the earlier release of its firmware. */
function isBlockedWith(ops: FwctlOps): boolean {
  const core = createCore();
  const registered = register(core, ops, 'platform/toy', createModule());
  if (!registered.ok) throw new Error(registered.errno);
  core.kernel.blocked.push({ kind: 'firmware', deviceType: 1, releases: ['earlier'] });
  return isBlocked(core, registered.value);
}

describe('a release of the firmware that the kernel blocks', () => {
  it('may be the one that runs where the driver does not tell', () => {
    expect(isBlockedWith(SILENT)).to.equal(true);
  });

  it('is not another one that the driver tells', () => {
    expect(isBlockedWith({ ...SILENT, firmwareRelease: () => 'earlier' })).to.equal(true);
    expect(isBlockedWith({ ...SILENT, firmwareRelease: () => 'usual' })).to.equal(false);
  });
});
