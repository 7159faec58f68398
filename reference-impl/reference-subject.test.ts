import { describe, it } from 'node:test';
import { expect } from 'chai';
import { DEVICE_PROFILES, type DeviceProfile } from '../kit/subject/device-setups.js';
import type { CallOutcome, Operation, OperationName } from '../kit/subject/operations.js';
import { FWCTL_INFO, FWCTL_RPC, INFO_STRUCT, RPC_STRUCT } from '../kit/uapi/ioctl.js';
import { SCOPE_NUMBERS } from '../kit/uapi/scope.js';
import type { DeviceFactories, DeviceInstance } from './device-instance.js';
import { type FwctlOps, NO_CONTEXT } from './driver-ops.js';
import { ReferenceSubject } from './reference-subject.js';

const IDENTITY = { kind: 'reference', name: 'reference', version: '0' } as const;
const OPS: FwctlOps<null> = { deviceType: 1, ...NO_CONTEXT, fwRpc: () => ({ ok: true, value: new Uint8Array(0) }) };

function factories(create: (number: number) => DeviceInstance): DeviceFactories {
  const factory = (_setup: unknown, number: number) => create(number);
  return Object.fromEntries(DEVICE_PROFILES.map((profile) => [profile, factory])) as unknown as DeviceFactories;
}

function subjectWith(ops: FwctlOps | null, profiles?: readonly DeviceProfile[]): ReferenceSubject {
  return new ReferenceSubject(
    IDENTITY,
    factories(() => ({ ops, parent: 'platform/toy' })),
    {},
    profiles,
  );
}

const REGISTER = { op: 'register', device: 'toy', profile: 'bnxt', setup: { linux: '7.2' } } as const;
const SPAWN = { op: 'spawn', caller: 1, name: 'one', capabilities: [], userNamespace: 'initial' } as const;
const CLOSE = { op: 'close', caller: 1, file: 3 } as const;

/** Caller 1 has opened the device as its file 3. */
async function opensDevice(subject: ReferenceSubject, spawn: Operation<'spawn'> = SPAWN): Promise<void> {
  await subject.perform(spawn);
  const { node } = await subject.perform(REGISTER);
  const opened = await subject.perform({ op: 'open', caller: 1, path: node ?? '', mode: 'read-write', file: 3 });
  expect(opened).to.deep.equal({ ok: true });
}

/** A call on that file with a structure of so many bytes, all zero but its size and those that `fill` writes. */
function calls(
  subject: ReferenceSubject,
  request: number,
  length: number,
  fill: (view: DataView) => void = () => {},
): Promise<CallOutcome> {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length, true);
  fill(view);
  const memory = [{ name: 'structure', address: 0x1000, access: 'read-write', bytes }] as const;
  return subject.perform({ op: 'ioctl', caller: 1, file: 3, request, argument: 0x1000, memory });
}

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
      await subject.perform(SPAWN);
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
    for (const operation of [
      { op: 'firmware-fault', device: 'toy', fault: { kind: 'undelivered', errno: 'EIO' } },
      { op: 'reset', device: 'toy', reset: 'cold' },
      { op: 'script-driver', device: 'toy', setup: { openErrno: 'EIO' } },
    ] as const)
      await subject.perform(operation);
    await opensDevice(subject);
  });

  it('gives a process the capabilities that it begins with', async () => {
    const subject = subjectWith(OPS);
    await opensDevice(subject, { ...SPAWN, capabilities: ['CAP_SYS_RAWIO'] });
    const outcome = await calls(subject, FWCTL_RPC, RPC_STRUCT.length, (view) =>
      view.setUint32(RPC_STRUCT.scope, SCOPE_NUMBERS['debug write full'], true),
    );
    expect(outcome).to.deep.equal({ ok: true });
  });

  it('knows no file that is closed', async () => {
    const subject = subjectWith(OPS);
    await opensDevice(subject);
    expect(await subject.perform(CLOSE)).to.deep.equal({ ok: true });
    expect(await calls(subject, FWCTL_INFO, INFO_STRUCT.length)).to.deep.equal({ ok: false, errno: 'EBADF' });
    expect(await subject.perform(CLOSE)).to.deep.equal({ ok: false, errno: 'EBADF' });
  });

  it('says when an operation of the driver is held', async () => {
    const subject = subjectWith(OPS);
    await opensDevice(subject);
    await subject.perform({ op: 'hold', device: 'toy', operation: 'fw_rpc' });
    let isHeld = false;
    const held = subject.perform({ op: 'await-held', device: 'toy', count: 1 }).then(() => {
      isHeld = true;
    });
    await new Promise((turn) => setImmediate(turn));
    expect(isHeld).to.equal(false);
    const call = calls(subject, FWCTL_RPC, RPC_STRUCT.length);
    await held;
    await subject.perform({ op: 'release', device: 'toy' });
    expect(await call).to.deep.equal({ ok: true });
  });

  it('has structures that are 8 bytes longer in the next release', async () => {
    const subject = subjectWith(OPS);
    const withLast = (length: number) =>
      calls(subject, FWCTL_INFO, length, (view) => {
        view.setUint8(length - 1, 1);
      });
    await opensDevice(subject);
    expect(await withLast(INFO_STRUCT.length + 8)).to.deep.equal({ ok: false, errno: 'E2BIG' });
    await subject.perform({ op: 'boot-next-kernel' });
    await opensDevice(subject);
    expect(await withLast(INFO_STRUCT.length + 8)).to.deep.equal({ ok: true });
    expect(await withLast(INFO_STRUCT.length + 9)).to.deep.equal({ ok: false, errno: 'E2BIG' });
  });

  it('counts the devices of every boot', async () => {
    const numbers: number[] = [];
    const counting = (number: number): DeviceInstance => {
      numbers.push(number);
      return { ops: OPS, parent: `platform/toy.${number}` };
    };
    const subject = new ReferenceSubject(IDENTITY, factories(counting));
    await subject.perform(REGISTER);
    await subject.perform({ ...REGISTER, device: 'other' });
    await subject.perform({ op: 'boot' });
    await subject.perform(REGISTER);
    expect(numbers).to.deep.equal([1, 2, 1]);
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
    modelled: ['kernel-user', 'kernel-claims'],
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
    const some = new ReferenceSubject(
      IDENTITY,
      factories(() => ({ ops: OPS, parent: '' })),
      {},
      undefined,
      ['threads'],
    ).capabilities;
    expect([...all].filter((name) => !some.has(name))).to.deep.equal(['threads']);
  });
});
