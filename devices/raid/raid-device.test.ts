import { beforeEach, describe, it } from 'node:test';
import { expect } from 'chai';
import { RAID_COMMANDS, RAID_STATUSES, type RaidCommandName, raidStatusName } from '../../kit/formats/raid/commands.js';
import { encodeRaidRequest, RAID_HOST, RAID_RESPONSE, raidStatus } from '../../kit/formats/raid/messages.js';
import { NO_MEMORY } from '../../reference-impl/driver-ops.js';
import { refusalErrno } from './driver/admission.js';
import { execute } from './firmware/execute.js';
import { createFirmware, type Firmware, resetFirmware, runRelease } from './firmware/firmware.js';
import { signatureOf } from './firmware/image.js';
import { createRaidDevice } from './raid-device.js';

const CODE = [1, 2, 3];
const SIGNATURE = signatureOf(9, Uint8Array.from(CODE));
const IMAGE = [9, 0, 0, 0, SIGNATURE, SIGNATURE >>> 8, SIGNATURE >>> 16, SIGNATURE >>> 24, ...CODE];

function message(name: RaidCommandName, target = 0, payload: readonly number[] = []): Uint8Array {
  return encodeRaidRequest({ opcode: RAID_COMMANDS[name], target, payload: Uint8Array.from(payload) });
}

describe('the firmware of a RAID controller', () => {
  let firmware: Firmware;
  beforeEach(() => {
    firmware = createFirmware();
  });

  function send(name: RaidCommandName, target = 0, payload: readonly number[] = [], owner = RAID_HOST) {
    const response = execute(firmware, message(name, target, payload), owner);
    return { status: raidStatusName(raidStatus(response)), results: [...response.subarray(RAID_RESPONSE.length)] };
  }

  const volumes = (): readonly number[] => send('LIST_VOLUMES').results;

  it('composes a volume of unused drives at the reset, in the way that was said last', () => {
    expect(send('COMPOSE_VOLUME', 2, [0, 2, 4, 5]).status).to.equal('OK');
    expect(send('COMPOSE_VOLUME', 2, [5, 3, 4, 5, 6]).status).to.equal('OK');
    expect(volumes()).to.deep.equal([0, 1, 2, 0, 1, 1, 1, 2, 2, 3]);
    resetFirmware(firmware);
    expect(volumes()).to.deep.equal([0, 1, 2, 0, 1, 1, 1, 2, 2, 3, 2, 5, 3, 4, 5, 6]);
    expect(send('LIST_DRIVES').results).to.deep.equal([1, 1, 1, 2, 1, 1, 1]);
  });

  it('keeps a drive from being promised twice', () => {
    expect(send('COMPOSE_VOLUME', 2, [0, 2, 4, 5]).status).to.equal('OK');
    expect(send('COMPOSE_VOLUME', 3, [0, 2, 5, 6]).status).to.equal('DRIVE_IN_USE');
    expect(send('START_REBUILD', 1, [4]).status).to.equal('DRIVE_IN_USE');
    expect(send('START_REBUILD', 1, [6]).status).to.equal('OK');
    expect(send('COMPOSE_VOLUME', 2, [0, 2, 4, 6]).status).to.equal('DRIVE_IN_USE');
  });

  it('deletes a volume that nobody uses at the reset', () => {
    expect(send('DELETE_VOLUME', 1).status).to.equal('OK');
    expect(volumes()).to.have.length(10);
    resetFirmware(firmware);
    expect(volumes()).to.deep.equal([0, 1, 2, 0, 1]);
    expect(send('LIST_DRIVES').results).to.deep.equal([1, 1, 0, 2, 0, 0, 0]);
  });

  it('tells of events whoever has asked for it, as long as there is room', () => {
    expect(send('SUBSCRIBE')).to.deep.equal({ status: 'OK', results: [1, 0, 0, 0] });
    for (let count = 2; count <= 8; count += 1) expect(send('SUBSCRIBE').status).to.equal('OK');
    expect(send('SUBSCRIBE').status).to.equal('NO_RESOURCES');
    expect(send('UNSUBSCRIBE', 0, [3, 0, 0, 0]).status).to.equal('OK');
    expect(send('UNSUBSCRIBE', 0, [3, 0, 0, 0]).status).to.equal('NO_SUCH_SUBSCRIPTION');
    expect(send('COUNT_SUBSCRIPTIONS').results).to.deep.equal([7]);
    expect(send('SUBSCRIBE').results).to.deep.equal([9, 0, 0, 0]);
  });

  it('lets only its owner use a subscription, and end it', () => {
    for (const owner of [RAID_HOST, 1, 2]) send('SUBSCRIBE', 0, [], owner);
    send('SET_PATROL_READ', 0, [10]);
    const strangers = [RAID_HOST, 1, 3].flatMap((owner) => [
      send('POLL_SUBSCRIPTION', 0, [3, 0, 0, 0], owner),
      send('UNSUBSCRIBE', 0, [3, 0, 0, 0], owner),
    ]);
    for (const { status } of strangers) expect(status).to.equal('NO_SUCH_SUBSCRIPTION');
    expect(send('COUNT_SUBSCRIPTIONS').results).to.deep.equal([3]);
    expect(send('POLL_SUBSCRIPTION', 0, [3, 0, 0, 0], 2)).to.deep.equal({ status: 'OK', results: [1, 0, 0, 0] });
    expect(send('POLL_SUBSCRIPTION', 0, [3, 0, 0, 0], 2)).to.deep.equal({ status: 'OK', results: [0, 0, 0, 0] });
    expect(send('UNSUBSCRIBE', 0, [3, 0, 0, 0], 2).status).to.equal('OK');
    expect(send('POLL_SUBSCRIPTION', 0, [1, 0, 0, 0])).to.deep.equal({ status: 'OK', results: [1, 0, 0, 0] });
  });

  it('puts an unused drive into the place of a failed one', () => {
    expect(send('START_REBUILD', 1, [6]).status).to.equal('OK');
    resetFirmware(firmware);
    expect(volumes()).to.deep.equal([0, 1, 2, 0, 1, 1, 1, 2, 2, 6]);
  });

  it('needs no drive for a volume that has gone meanwhile', () => {
    send('START_REBUILD', 1, [6]);
    firmware.volumes.delete(1);
    resetFirmware(firmware);
    expect(volumes()).to.deep.equal([0, 1, 2, 0, 1]);
  });

  it('changes the cache policy at the reset, and the rate of patrol read at once', () => {
    send('SET_CACHE_POLICY', 0, [1]);
    send('SET_PATROL_READ', 0, [10]);
    expect(send('GET_CACHE_POLICY').results).to.deep.equal([0]);
    expect(send('GET_PATROL_READ').results).to.deep.equal([10]);
    resetFirmware(firmware);
    expect(send('GET_CACHE_POLICY').results).to.deep.equal([1]);
    expect(send('GET_PATROL_READ').results).to.deep.equal([10]);
  });

  it('runs a signed image after the reset', () => {
    expect(send('STAGE_FIRMWARE', 0, IMAGE).status).to.equal('OK');
    expect(send('GET_CONTROLLER').results[0]).to.equal(1);
    resetFirmware(firmware);
    expect(send('GET_CONTROLLER').results[0]).to.equal(9);
  });

  it('tells with each release what the one before told, and more, but for its version', () => {
    const told = (['earlier', 'usual', 'later'] as const).map((release) => {
      runRelease(firmware, release);
      return send('GET_CONTROLLER').results;
    });
    expect(told).to.deep.equal([
      [0, 0, 9, 0, 7, 0, 0, 0],
      [1, 0, 0, 0, 7, 0, 0, 0, 0x23, 0, 0, 0],
      [1, 0, 1, 0, 7, 0, 0, 0, 0x23, 0, 0, 0, 8, 0, 0, 0],
    ]);
  });

  it('says in the later release, too, that patrol read is stopped', () => {
    runRelease(firmware, 'later');
    expect(send('GET_PATROL_READ').results).to.deep.equal([30, 1]);
    send('SET_PATROL_READ', 0, [0]);
    expect(send('GET_PATROL_READ').results).to.deep.equal([0, 0]);
  });

  it('runs the release that it is updated to, and no image that waited; what else waited is live', () => {
    send('STAGE_FIRMWARE', 0, IMAGE);
    send('SET_CACHE_POLICY', 0, [1]);
    runRelease(firmware, 'later');
    expect(send('GET_CONTROLLER').results.slice(0, 4)).to.deep.equal([1, 0, 1, 0]);
    expect(send('GET_CACHE_POLICY').results).to.deep.equal([1]);
    resetFirmware(firmware);
    expect(send('GET_CONTROLLER').results.slice(0, 4)).to.deep.equal([1, 0, 1, 0]);
  });

  it('keeps the last eight events of the groups that were chosen', () => {
    for (let rate = 0; rate < 10; rate += 1) send('SET_PATROL_READ', 0, [rate]);
    send('SET_PATROL_READ', 0, [101]);
    const kept = send('READ_EVENTS').results;
    expect(kept).to.have.length(64);
    expect(kept.slice(0, 8)).to.deep.equal([3, 0, 0, 0, 2, 5, 0, 0]);
    send('SET_EVENT_GROUPS', 0, [0, 0]);
    send('SET_PATROL_READ', 0, [1]);
    expect(send('READ_EVENTS').results).to.deep.equal(kept);
  });

  const refused: readonly (readonly [what: string, status: string, name: RaidCommandName, target: number, payload: readonly number[]])[] = [
    ['a level that there is not', 'BAD_PARAMETER', 'COMPOSE_VOLUME', 2, [7, 2, 4, 5]],
    ['fewer drives than it counts', 'BAD_PARAMETER', 'COMPOSE_VOLUME', 2, [0, 3, 4, 5]],
    ['fewer drives than the level needs', 'BAD_PARAMETER', 'COMPOSE_VOLUME', 2, [5, 2, 4, 5]],
    ['one drive twice', 'BAD_PARAMETER', 'COMPOSE_VOLUME', 2, [0, 2, 4, 4]],
    ['a volume of drives that there are not', 'NO_SUCH_DRIVE', 'COMPOSE_VOLUME', 2, [0, 2, 4, 7]],
    ['a second volume of one number', 'VOLUME_IN_USE', 'COMPOSE_VOLUME', 1, [0, 2, 4, 5]],
    ['a volume with a failed drive', 'DRIVE_IN_USE', 'COMPOSE_VOLUME', 2, [0, 2, 3, 4]],
    ['to delete what is not there', 'NO_SUCH_VOLUME', 'DELETE_VOLUME', 9, []],
    ['to delete what is in use', 'VOLUME_IN_USE', 'DELETE_VOLUME', 0, []],
    ['to rebuild what is not there', 'NO_SUCH_VOLUME', 'START_REBUILD', 9, [6]],
    ['to rebuild what is whole', 'BAD_PARAMETER', 'START_REBUILD', 0, [6]],
    ['to rebuild with a drive that is not there', 'NO_SUCH_DRIVE', 'START_REBUILD', 1, [7]],
    ['a cache policy of no volume', 'NO_SUCH_VOLUME', 'SET_CACHE_POLICY', 9, [1]],
    ['to tell the cache policy of no volume', 'NO_SUCH_VOLUME', 'GET_CACHE_POLICY', 9, []],
    ['a cache policy that there is not', 'BAD_PARAMETER', 'SET_CACHE_POLICY', 0, [2]],
    ['a rate beyond all of the time', 'BAD_PARAMETER', 'SET_PATROL_READ', 0, [101]],
    ['a payload that is too short', 'BAD_PARAMETER', 'SET_PATROL_READ', 0, []],
    ['an image with a wrong signature', 'BAD_SIGNATURE', 'STAGE_FIRMWARE', 0, [...IMAGE, 4]],
  ];
  for (const [what, status, name, target, payload] of refused) {
    it(`refuses ${what}`, () => {
      expect(send(name, target, payload).status).to.equal(status);
    });
  }

  it('refuses a message that is none, and a command that it does not have', () => {
    expect(raidStatus(execute(firmware, new Uint8Array(3), RAID_HOST))).to.equal(RAID_STATUSES.BAD_PARAMETER);
    expect(raidStatus(execute(firmware, new Uint8Array(8), RAID_HOST))).to.equal(RAID_STATUSES.UNKNOWN_COMMAND);
  });
});

describe('the driver of a RAID controller', () => {
  async function send(request: Uint8Array, prepare: (device: ReturnType<typeof createRaidDevice>) => void = () => {}) {
    const device = createRaidDevice(1);
    prepare(device);
    return device.ops?.fwRpc({ owner: 1, subscriptions: new Set() }, 'configuration', request, 64, NO_MEMORY);
  }

  it('ends with a file what was asked for through it, and nothing else', async () => {
    const { ops } = createRaidDevice(1);
    const [first, second] = [await ops?.openUctx(), await ops?.openUctx()];
    if (ops === null || !first?.ok || !second?.ok) throw new Error('the driver opens no file');
    for (const { value } of [first, second, first]) await ops.fwRpc(value, 'configuration', message('SUBSCRIBE'), 64, NO_MEMORY);
    await ops.closeUctx(first.value);
    const count = await ops.fwRpc(second.value, 'configuration', message('COUNT_SUBSCRIPTIONS'), 64, NO_MEMORY);
    expect(count).to.deep.equal({ ok: true, value: Uint8Array.of(0, 0, 0, 0, 1) });
  });

  it('writes down with a file what the firmware has begun for it, and nothing else', async () => {
    const { ops, firmware } = createRaidDevice(1);
    const file = await ops?.openUctx();
    if (ops === null || !file?.ok) throw new Error('the driver opens no file');
    const give = (name: RaidCommandName) => ops.fwRpc(file.value, 'configuration', message(name), 64, NO_MEMORY);
    await give('SUBSCRIBE');
    await give('GET_CONTROLLER');
    firmware?.fault({ kind: 'status', status: RAID_STATUSES.NO_RESOURCES, syndrome: 0 });
    await give('SUBSCRIBE');
    firmware?.fault({ kind: 'undelivered', errno: 'ETIMEDOUT' });
    expect(await give('SUBSCRIBE')).to.deep.equal({ ok: false, errno: 'ETIMEDOUT' });
    expect(file.value).to.deep.equal({ owner: 1, subscriptions: new Set([1]) });
  });

  it('asks for no end of what its file has ended', async () => {
    const { ops, firmware } = createRaidDevice(1);
    const file = await ops?.openUctx();
    if (ops === null || !file?.ok) throw new Error('the driver opens no file');
    const give = (name: RaidCommandName, payload: readonly number[]) =>
      ops.fwRpc(file.value, 'configuration', message(name, 0, payload), 64, NO_MEMORY);
    await give('SUBSCRIBE', []);
    await give('SUBSCRIBE', []);
    await give('UNSUBSCRIBE', [1, 0, 0, 0]);
    await give('UNSUBSCRIBE', [9, 0, 0, 0]);
    await give('POLL_SUBSCRIPTION', [2, 0, 0, 0]);
    const before = firmware?.state().messages.length;
    await ops.closeUctx(file.value);
    expect(firmware?.state().messages.slice(before)).to.deep.equal([message('UNSUBSCRIBE', 0, [2, 0, 0, 0])]);
  });

  it('is no owner of what another file or the block driver has asked for', async () => {
    const { ops, kernelUser } = createRaidDevice(1);
    const [first, second] = [await ops?.openUctx(), await ops?.openUctx()];
    if (ops === null || kernelUser === undefined || !first?.ok || !second?.ok) throw new Error('the driver opens no file');
    const poll = message('POLL_SUBSCRIPTION', 0, [1, 0, 0, 0]);
    await ops.fwRpc(first.value, 'configuration', message('SUBSCRIBE'), 64, NO_MEMORY);
    const answers = [
      await ops.fwRpc(first.value, 'configuration', poll, 64, NO_MEMORY),
      await ops.fwRpc(second.value, 'configuration', poll, 64, NO_MEMORY),
      await kernelUser.command(poll, 64),
    ];
    expect(answers.map((answer) => answer.ok && raidStatusName(raidStatus(answer.value)))).to.deep.equal([
      'OK',
      'NO_SUCH_SUBSCRIPTION',
      'NO_SUCH_SUBSCRIPTION',
    ]);
  });

  it('gives up a command that another driver takes over', async () => {
    const refused = await send(message('LIST_DRIVES'), ({ kernelUser }) => kernelUser?.claim(message('LIST_DRIVES')));
    expect(refused).to.deep.equal({ ok: false, errno: 'EPERM' });
    const other = await send(message('LIST_VOLUMES'), ({ kernelUser }) => kernelUser?.claim(message('LIST_DRIVES')));
    expect(other?.ok).to.equal(true);
    const none = await send(message('LIST_VOLUMES'), ({ kernelUser }) => kernelUser?.claim(new Uint8Array(3)));
    expect(none?.ok).to.equal(true);
  });

  it('asks for no end of what nobody has asked for', async () => {
    const { ops, firmware } = createRaidDevice(1);
    const file = await ops?.openUctx();
    if (file?.ok) await ops?.closeUctx(file.value);
    expect(firmware?.state().messages).to.deep.equal([]);
  });

  it('hands down what is admitted, and up what the firmware says', async () => {
    const answer = await send(message('GET_CACHE_POLICY', 9));
    expect(answer).to.deep.equal({ ok: true, value: Uint8Array.of(RAID_STATUSES.NO_SUCH_VOLUME, 0, 0, 0) });
  });

  it('turns what keeps others from harm into an errno', async () => {
    expect(await send(message('DELETE_VOLUME', 0))).to.deep.equal({ ok: false, errno: 'EBUSY' });
    expect(await send(message('STAGE_FIRMWARE', 0, [...IMAGE, 4]))).to.deep.equal({ ok: false, errno: 'EACCES' });
    expect(refusalErrno(77)).to.equal(null);
  });

  it('refuses a request that is longer or shorter than it says', async () => {
    for (const request of [new Uint8Array(7), Uint8Array.of(...message('LIST_DRIVES'), 0)])
      expect(await send(request)).to.deep.equal({ ok: false, errno: 'EINVAL' });
  });

  it('refuses a command that it does not know', async () => {
    expect(await send(new Uint8Array(8))).to.deep.equal({ ok: false, errno: 'EPERM' });
  });

  it('tells that a message was lost', async () => {
    const lost = await send(message('LIST_DRIVES'), ({ firmware }) => firmware?.fault({ kind: 'undelivered', errno: 'ETIMEDOUT' }));
    expect(lost).to.deep.equal({ ok: false, errno: 'ETIMEDOUT' });
  });

  it('shows what arrived, lets the next message fail, and resets the controller', async () => {
    const { ops, firmware } = createRaidDevice(1);
    const file = { owner: 1, subscriptions: new Set<number>() };
    firmware?.fault({ kind: 'status', status: RAID_STATUSES.DRIVE_IN_USE, syndrome: 0 });
    expect(await ops?.fwRpc(file, 'configuration', message('LIST_DRIVES'), 64, NO_MEMORY)).to.deep.equal({ ok: false, errno: 'EBUSY' });
    await ops?.fwRpc(file, 'configuration', message('SET_CACHE_POLICY', 0, [1]), 64, NO_MEMORY);
    firmware?.reset('function');
    const policy = await ops?.fwRpc(file, 'configuration', message('GET_CACHE_POLICY'), 64, NO_MEMORY);
    expect(policy).to.deep.equal({ ok: true, value: Uint8Array.of(0, 0, 0, 0, 1) });
    expect(firmware?.state().messages).to.have.length(3);
  });
});
