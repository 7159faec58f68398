import { type CciRequest, encodeCciRequest } from '../../kit/formats/cxl/cci-message.js';
import { encodeCxlRpc } from '../../kit/formats/cxl/fwctl-rpc.js';
import { GET_SUPPORTED_FEATURES_IN } from '../../kit/formats/cxl/get-supported-features.js';
import { CXL_OPCODES, type CxlCommandName } from '../../kit/formats/cxl/opcodes.js';
import { SET_FEATURE_IN } from '../../kit/formats/cxl/set-feature.js';
import { cxl } from './cxl.js';
import { payloadOf } from './cxl-requests.js';
import { describeOutcome, expectSuccess } from './expectations.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** Fields of a request that are to be zero. */
export const RESERVED_FIELDS = ['flags', 'reserved1', 'the reserved bytes of its payload'] as const;
export type ReservedField = (typeof RESERVED_FIELDS)[number];

const NOT_ZERO = 0x8000_0001;

function request(world: FwctlWorld, command: CxlCommandName, field: ReservedField | null): Uint8Array {
  const payload = payloadOf(cxl(world).feature, command);
  if (field === 'the reserved bytes of its payload') fillReserved(payload, command);
  return encodeCxlRpc({
    opcode: CXL_OPCODES[command],
    payload,
    ...(field === 'flags' && { flags: NOT_ZERO }),
    ...(field === 'reserved1' && { reserved: NOT_ZERO }),
  });
}

/** Where the payloads of these commands have their reserved bytes. */
const RESERVED_BYTES: Partial<Record<CxlCommandName, { readonly reserved: number; readonly length: number }>> = {
  'Get Supported Features': GET_SUPPORTED_FEATURES_IN,
  'Set Feature': SET_FEATURE_IN,
};

function fillReserved(payload: Uint8Array, command: CxlCommandName): void {
  const bytes = RESERVED_BYTES[command];
  if (bytes === undefined) throw new Error(`${command} has no reserved bytes that the scenario could set`);
  payload.fill(0xee, bytes.reserved, bytes.length);
}

/** What came of the command with every reserved field zero: what the device received, and what the caller did. */
type Without = { readonly arrived: readonly CciRequest[]; readonly answer: Uint8Array };

const WITHOUT = new ScenarioMemory<Without>();

/** Sends the command with every reserved field zero, and then with something in the reserved field. */
export async function sendWithReserved(world: FwctlWorld, command: CxlCommandName, field: ReservedField): Promise<void> {
  await cxl(world).send(request(world, command, null), { scope: 'debug write full' });
  const { outcome, data } = world.caller.takeResult();
  expectSuccess(world, `${command} with every reserved field zero`, outcome);
  WITHOUT.set(world, { arrived: await cxl(world).arrived(), answer: data.slice() });
  await cxl(world).send(request(world, command, field), { scope: 'debug write full' });
}

/** Ignored, so that the device receives what it receives without; or refused, so that it receives nothing. */
export async function expectReservedUnseen(world: FwctlWorld): Promise<void> {
  const { outcome } = world.caller.takeResult();
  const arrived = describeCommands(await cxl(world).arrived());
  const expected = outcome.ok ? describeCommands(without(world).arrived) : 'nothing';
  world.judge.expect(`what reached the mailbox (the call: ${describeOutcome(outcome)})`, expected, arrived);
}

/** A call that was refused has no answer. */
export function expectAnswerUnchanged(world: FwctlWorld): void {
  const { outcome, data } = world.caller.judgedResult;
  if (outcome.ok) world.judge.expectBytes('the answer', without(world).answer, data);
}

function without(world: FwctlWorld): Without {
  const known = WITHOUT.get(world);
  if (known === undefined) throw new Error('the scenario compares with a command that nobody sent');
  return known;
}

function describeCommands(commands: readonly CciRequest[]): string {
  return commands.length === 0 ? 'nothing' : commands.map((command) => Buffer.from(encodeCciRequest(command)).toString('hex')).join(' ');
}
