import { type CciRequest, encodeCciRequest } from '../../kit/formats/cxl/cci-message.js';
import { encodeCxlRpc } from '../../kit/formats/cxl/fwctl-rpc.js';
import { CXL_OPCODES, type CxlCommandName } from '../../kit/formats/cxl/opcodes.js';
import { SET_FEATURE_IN } from '../../kit/formats/cxl/set-feature.js';
import { cxl } from './cxl.js';
import { payloadOf } from './cxl-requests.js';
import { describeOutcome, expectSuccess } from './expectations.js';
import type { FwctlWorld } from './world.js';

/** Fields of a request that are to be zero. */
export const RESERVED_FIELDS = ['flags', 'reserved1', 'the reserved bytes of its payload'] as const;
export type ReservedField = (typeof RESERVED_FIELDS)[number];

const NOT_ZERO = 0x8000_0001;

function request(world: FwctlWorld, command: CxlCommandName, field: ReservedField | null): Uint8Array {
  const payload = payloadOf(cxl(world).feature, command);
  if (field === 'the reserved bytes of its payload') {
    if (command !== 'Set Feature') throw new Error(`${command} has no reserved bytes that the scenario could set`);
    payload.fill(0xee, SET_FEATURE_IN.reserved, SET_FEATURE_IN.length);
  }
  return encodeCxlRpc({
    opcode: CXL_OPCODES[command],
    payload,
    ...(field === 'flags' && { flags: NOT_ZERO }),
    ...(field === 'reserved1' && { reserved: NOT_ZERO }),
  });
}

const ARRIVED_WITHOUT = new WeakMap<FwctlWorld, readonly CciRequest[]>();

/** Sends the command as it should be, and then with something in the reserved field. */
export async function sendWithReserved(world: FwctlWorld, command: CxlCommandName, field: ReservedField): Promise<void> {
  await cxl(world).send(request(world, command, null), { scope: 'debug write full' });
  expectSuccess(world, `${command} as it should be`, world.caller.takeResult().outcome);
  ARRIVED_WITHOUT.set(world, await cxl(world).arrived());
  await cxl(world).send(request(world, command, field), { scope: 'debug write full' });
}

/** Ignored, so that the device receives what it receives without; or refused, so that it receives nothing. */
export async function expectReservedUnseen(world: FwctlWorld): Promise<void> {
  const { outcome } = world.caller.takeResult();
  const arrived = describeCommands(await cxl(world).arrived());
  const without = describeCommands(ARRIVED_WITHOUT.get(world) ?? []);
  const expected = outcome.ok ? without : 'nothing';
  world.judge.expect(`what reached the mailbox (the call: ${describeOutcome(outcome)})`, expected, arrived);
}

function describeCommands(commands: readonly CciRequest[]): string {
  return commands.length === 0 ? 'nothing' : commands.map((command) => Buffer.from(encodeCciRequest(command)).toString('hex')).join(' ');
}
