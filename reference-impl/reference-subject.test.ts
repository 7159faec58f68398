import { describe, it } from 'node:test';
import { expect } from 'chai';
import { DEVICE_PROFILES, type DeviceProfile } from '../kit/subject/device-setups.js';
import type { Operation, OperationName } from '../kit/subject/operations.js';
import type { DeviceFactories, DeviceInstance } from './device-instance.js';
import { type FwctlOps, NO_CONTEXT } from './driver-ops.js';
import { ReferenceSubject } from './reference-subject.js';

const IDENTITY = { kind: 'reference', name: 'reference', version: '0' } as const;
const OPS: FwctlOps<null> = { deviceType: 1, ...NO_CONTEXT, fwRpc: () => ({ ok: true, value: new Uint8Array(0) }) };

function factories(instance: DeviceInstance): DeviceFactories {
  return Object.fromEntries(DEVICE_PROFILES.map((profile) => [profile, () => instance])) as unknown as DeviceFactories;
}

function subjectWith(ops: FwctlOps | null, profiles?: readonly DeviceProfile[]): ReferenceSubject {
  return new ReferenceSubject(IDENTITY, factories({ ops, parent: 'platform/toy' }), {}, profiles);
}

const REGISTER = { op: 'register', device: 'toy', profile: 'bnxt', setup: { linux: '7.2' } } as const;

describe('the reference behind the Subject port', () => {
  const wrong: readonly (readonly [string, Operation<OperationName>])[] = [
    ['no device "other" was registered', { op: 'unregister', device: 'other' }],
    ['there is one release of the firmware of device "toy"', { op: 'run-firmware', device: 'toy', release: 'later' }],
    ['no other driver uses the firmware of device "toy"', { op: 'kernel-command', device: 'toy', request: new Uint8Array(0), room: 0 }],
    ['there is no caller 7', { op: 'exit', caller: 7 }],
    ['caller 1 has no open file 3 to share', { op: 'share', file: 3, from: 1, to: 1 }],
  ];
  for (const [message, operation] of wrong)
    it(`says that ${message}`, async () => {
      const subject = subjectWith(OPS);
      await subject.perform({ op: 'spawn', caller: 1, name: 'one', capabilities: [], userNamespace: 'initial' });
      await subject.perform(REGISTER);
      const outcome = await subject.perform(operation).then(
        () => 'came back',
        (error: unknown) => (error instanceof Error ? error.message : error),
      );
      expect(outcome).to.equal(message);
    });

  it('says where a device has no fwctl driver', async () => {
    const subject = subjectWith(null);
    expect(await subject.perform(REGISTER)).to.deep.equal({ node: null });
    for (const operation of [
      { op: 'remove-module', device: 'toy' },
      { op: 'observe-driver', device: 'toy' },
    ] as const) {
      const outcome = await subject.perform(operation).catch(String);
      expect(outcome).to.equal('Error: device "toy" has no fwctl driver');
    }
    await subject.perform({ op: 'unregister', device: 'toy' });
  });

  it('has nothing to tell or to disturb of a firmware that is out of reach', async () => {
    const subject = subjectWith(OPS);
    await subject.perform(REGISTER);
    expect(await subject.perform({ op: 'observe-firmware', device: 'toy' })).to.deep.equal({
      messages: [],
      contexts: [],
      objects: [],
      received: 0,
    });
    expect(await subject.perform({ op: 'observe-host' })).to.deep.equal({ notices: [] });
  });

  it('forgets all at the next boot', async () => {
    const subject = subjectWith(OPS);
    await subject.perform(REGISTER);
    await subject.stop();
    expect(await subject.perform({ op: 'observe-class' })).to.deep.equal({ entries: [] });
    expect(await subject.perform({ op: 'unregister', device: 'toy' }).catch(String)).to.contain('no device "toy"');
  });

  const offers = {
    plain: [],
    bnxt: [],
    mlx5: ['kernel-user', 'kernel-claims'],
    cxl: ['kernel-user', 'kernel-claims'],
    nvme: ['kernel-user', 'kernel-claims', 'observe-host'],
    'cxl-switch': ['observe-host'],
  } as const satisfies Partial<Record<DeviceProfile, readonly string[]>>;
  for (const [profile, due] of Object.entries(offers) as [keyof typeof offers, readonly string[]][])
    it(`offers with ${profile} devices alone what there is a model for`, () => {
      const { capabilities } = subjectWith(OPS, [profile]);
      const special = ['kernel-user', 'kernel-claims', 'observe-host'];
      const found = [...capabilities].filter((name) => special.includes(name) || name.startsWith('device-'));
      expect(found).to.have.members([`device-${profile}`, ...due]);
      expect(capabilities).to.include('observe-taint');
    });

  it('offers what it is not told to leave out', () => {
    const all = subjectWith(OPS).capabilities;
    const some = new ReferenceSubject(IDENTITY, factories({ ops: OPS, parent: '' }), {}, undefined, ['threads']).capabilities;
    expect([...all].filter((name) => !some.has(name))).to.deep.equal(['threads']);
  });
});
