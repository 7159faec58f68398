import { describe, it } from 'node:test';
import { expect } from 'chai';
import { PLAIN_SETUP, type PlainSetup } from '../../subject/device-setups.js';
import type { Region } from '../../subject/memory.js';
import type { CallerRights } from '../../subject/operations.js';
import { FWCTL_INFO, FWCTL_RPC } from '../../uapi/ioctl.js';
import { predictGone, predictRegister } from './devices.js';
import { predictClose, predictOpen } from './files.js';
import { predictIoctl } from './ioctl.js';
import type { Predictions } from './prediction.js';
import { bootedMachine, type CallerState, type DeviceState, type MachineState, UNPRIVILEGED } from './state.js';

const RAWIO: CallerRights = { capabilities: ['CAP_SYS_RAWIO'], userNamespace: 'initial' };
const STRUCTURE = 0x1000;
const BUFFER = 0x2000;
const NOWHERE = 0x9000;

type World = { readonly machine: MachineState; readonly device: DeviceState; readonly caller: CallerState };

function world(setup: Partial<PlainSetup> = {}): World {
  const machine = bootedMachine();
  const device = predictRegister(machine, 'the device', { ...PLAIN_SETUP, ...setup });
  const caller: CallerState = { comm: 'caller-1', rights: UNPRIVILEGED, files: [], isAlive: true };
  if (device === null) throw new Error('there is room for the first device');
  predictOpen(machine, caller, 0, 1);
  return { machine, device, caller };
}

/** Words of 32 bits, and the pointers behind them as two each. */
function region(words: readonly number[], access: Region['access'] = 'read-write'): Region {
  return { name: 'structure', address: STRUCTURE, access, bytes: new Uint8Array(new Uint32Array(words).buffer) };
}

const BYTES: Region = { name: 'buffer', address: BUFFER, access: 'read-write', bytes: new Uint8Array(64).fill(7) };

function ioctl({ machine, caller }: World, request: number, structure: Region): Predictions {
  const [file] = caller.files;
  if (file === undefined) throw new Error('the caller has a file');
  return predictIoctl(machine, { caller, file, request, argument: STRUCTURE, memory: [structure, BYTES] });
}

const rpc = (scope: number, inLength = 4, outLength = 8, from = BUFFER): Region =>
  region([32, scope, inLength, outLength, from, 0, BUFFER, 0]);
const info = (flags: number, room: number): Region => region([24, flags, 0, room, BUFFER, 0]);
const outcomes = (predictions: Predictions): readonly string[] => predictions.map(({ outcome }) => outcome);

describe('the oracle', () => {
  const facts: readonly (readonly [string, string, number, Region])[] = [
    ['a number outside the table', 'ENOTTY', 0x9a02, rpc(0)],
    ['a number with a direction', 'ENOTTY', 0x4000_9a01, rpc(0)],
    ['a size below the minimum', 'EINVAL', FWCTL_RPC, region([31])],
    ['a tail that is not zero', 'E2BIG', FWCTL_RPC, region([36, 0, 4, 8, BUFFER, 0, BUFFER, 0, 1])],
    ['a tail that is not mapped', 'EFAULT', FWCTL_RPC, region([36, 0, 4, 8, BUFFER, 0, BUFFER, 0])],
    ['flags', 'EOPNOTSUPP', FWCTL_INFO, info(1, 8)],
    ['lengths before the scope', 'EMSGSIZE', FWCTL_RPC, rpc(9, 0x20_0001)],
    ['the capability', 'EPERM', FWCTL_RPC, rpc(3)],
    ['an unknown scope', 'EOPNOTSUPP', FWCTL_RPC, rpc(4)],
    ['a request that is not mapped', 'EFAULT', FWCTL_RPC, rpc(0, 4, 8, NOWHERE)],
    ['an empty request that is not mapped', 'success', FWCTL_RPC, rpc(0, 0, 8, NOWHERE)],
    ['a result that cannot be written back', 'EFAULT', FWCTL_RPC, { ...rpc(0), access: 'read-only' }],
  ];
  for (const [what, outcome, request, structure] of facts) {
    it(`knows what comes of ${what}`, () => {
      expect(outcomes(ioctl(world(), request, structure))).to.deep.equal([outcome]);
    });
  }

  it('taints before the request is read, and not before the capability is asked for', () => {
    const tainting = world();
    ioctl(tainting, FWCTL_RPC, rpc(2, 4, 8, NOWHERE));
    expect([tainting.machine.isTainted, tainting.machine.log]).to.deep.equal([
      true,
      [['fwctl0', 'caller-1', 'full access to the physical device']],
    ]);
    const refused = world();
    ioctl(refused, FWCTL_RPC, rpc(3));
    expect(refused.machine.isTainted).to.equal(false);
    refused.caller.rights = RAWIO;
    ioctl(refused, FWCTL_RPC, rpc(3));
    expect(refused.machine.isTainted).to.equal(true);
  });

  it('allows both readings of a length of 0', () => {
    const predictions = ioctl(world(), FWCTL_INFO, info(0, 0));
    expect(predictions.map(({ calls }) => calls.length)).to.deep.equal([0, 1]);
    expect(predictions.map(({ memory }) => memory[0]?.after[12])).to.deep.equal([0, 4]);
  });

  it('fills what the device data leaves, and leaves what the response leaves', () => {
    const [told] = ioctl(world(), FWCTL_INFO, info(0, 8));
    expect([...(told.memory[1]?.after.subarray(0, 9) ?? [])]).to.deep.equal([0xa1, 0xa2, 0xa3, 0xa4, 0, 0, 0, 0, 7]);
    const [answered] = ioctl(world({ response: new Uint8Array([1, 2]) }), FWCTL_RPC, rpc(0, 4, 8));
    expect([...(answered.memory[1]?.after.subarray(0, 3) ?? [])]).to.deep.equal([1, 2, 7]);
  });

  it('keeps the number of a device that has gone while a file is open', () => {
    const { machine, device, caller } = world();
    expect(predictGone(machine, device).calls.map(({ operation }) => operation)).to.deep.equal(['close_uctx']);
    expect(predictRegister(machine, 'the second device', PLAIN_SETUP)?.number).to.equal(1);
    expect(predictClose(machine, caller).calls).to.deep.equal([]);
    expect(predictRegister(machine, 'the third device', PLAIN_SETUP)?.number).to.equal(0);
  });
});
