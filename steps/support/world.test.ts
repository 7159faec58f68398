import { afterEach, beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { messageOf } from '../../kit/errors.js';
import { closeSession, openSession } from './session.js';
import { FwctlWorld } from './world.js';

const worldOf = (parameters: { readonly steps?: readonly string[] }): FwctlWorld =>
  new FwctlWorld({ attach: async () => {}, log: () => {}, link: () => {}, parameters });

/** What the machine was asked when it was booted. */
async function bootOf(world: FwctlWorld): Promise<unknown> {
  await world.machine.start();
  return world.machine.calls[0];
}

describe('FwctlWorld', () => {
  beforeEach(() => openSession({ subject: { kind: 'reference' }, seed: 1 }));
  afterEach(closeSession);

  it('asks for a kernel without taint only where a step says that it looks at it', async () => {
    const call = (takes: object) => ({ op: 'boot', takes, outcome: null });
    expect(await bootOf(worldOf({ steps: ['a device is registered', 'the kernel is not tainted'] }))).to.deep.include(call({}));
    expect(await bootOf(worldOf({ steps: ['the kernel log has been read'] }))).to.deep.include(call({}));
    expect(await bootOf(worldOf({ steps: ['a device is registered'] }))).to.deep.include(call({ mayBeTainted: true }));
    expect(await bootOf(worldOf({}))).to.deep.include(call({}));
  });

  it('lets no step look at the taint or the log of a kernel that may be tainted', async () => {
    const unsaid = worldOf({ steps: ['a device is registered'] });
    const complaint = 'no step of the scenario says that it looks at the taint or the kernel log';
    expect(await unsaid.taintMask().catch(messageOf)).to.equal(complaint);
    expect(await unsaid.kernelLog().catch(messageOf)).to.equal(complaint);
    expect(await worldOf({ steps: ['the kernel is tainted'] }).taintMask()).to.equal(0);
  });
});
