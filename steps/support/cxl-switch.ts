import { type CciRequest, decodeCciMessage } from '../../kit/formats/cxl/cci-message.js';
import { type CxlEffectName, effectsWord } from '../../kit/formats/cxl/effects.js';
import { decodeCxlRpcAnswer, encodeCxlRpc } from '../../kit/formats/cxl/fwctl-rpc.js';
import { CXL_OPCODES, type CxlCommandName } from '../../kit/formats/cxl/opcodes.js';
import type { CxlReturnCodeName } from '../../kit/formats/cxl/return-codes.js';
import { decodeTunnel, throughPorts } from '../../kit/formats/cxl/tunnel.js';
import type { CxlComponent, CxlSwitchSetup } from '../../kit/subject/device-setups.js';
import type { CallerRights } from '../../kit/subject/operations.js';
import { PRIVILEGED } from './caller.js';
import { commands, type Message } from './commands.js';
import { describeReturnCode } from './cxl-expectations.js';
import { openWith } from './opening.js';
import type { FwctlWorld } from './world.js';

/** The ports through which a component is reached; none for the switch itself. */
export type Place = readonly number[];

/** A command that a component has beside its own. */
export type Announced = { readonly opcode: number; readonly effects: readonly CxlEffectName[] };

const NOTHING: CxlComponent = { commands: [], components: [] };

/** A component behind each of the ports, the next behind the one before; `last` is at their end. */
export function behind([port, ...further]: Place, last: CxlComponent = NOTHING): CxlComponent {
  return port === undefined ? last : { commands: [], components: [{ port, ...behind(further, last) }] };
}

/** The same, of which only the last has the command. */
export function announcing(place: Place, { opcode, effects }: Announced): CxlComponent {
  return behind(place, { commands: [{ opcode, effects: effectsWord(effects) }], components: [] });
}

/** A switch, opened by a caller who may do anything unless it is said. */
export async function openSwitch(world: FwctlWorld, setup: Partial<CxlSwitchSetup> = {}, rights: CallerRights = PRIVILEGED): Promise<void> {
  commands(world).isCommand = isOfCaller;
  await world.addDevice('the device').registerCxlSwitch(setup);
  await openWith(world, rights);
}

/** What no caller sends in these scenarios: the driver looks into logs, and after what runs in the background. */
const OF_DRIVER: readonly number[] = [
  CXL_OPCODES['Get Supported Logs'],
  CXL_OPCODES['Get Log'],
  CXL_OPCODES['Background Operation Status'],
  CXL_OPCODES['Request Abort Background Operation'],
];

function isOfCaller(message: Uint8Array): boolean {
  return !OF_DRIVER.includes(innermost(decodeCciMessage(message)).opcode);
}

/** What arrives at the end of all tunnels. */
function innermost(command: CciRequest): CciRequest {
  const tunnelled = command.opcode === CXL_OPCODES['Tunnel Management Command'] ? decodeTunnel(command.payload) : null;
  return tunnelled === null ? command : innermost(tunnelled.command);
}

/** Whose memory a command is about: the first byte of the payload tells. */
export const HOSTS = { 'this host': 0, 'another host': 2 } as const;
export type Host = keyof typeof HOSTS;

const PAYLOAD_LENGTH = 8;

export function switchMessage(place: Place, opcode: number, host: Host = 'another host'): Message {
  const payload = new Uint8Array(PAYLOAD_LENGTH);
  payload[0] = HOSTS[host];
  return { request: encodeCxlRpc(throughPorts(place, { opcode, payload })) };
}

export function expectSwitchReturnCode(world: FwctlWorld, expected: CxlReturnCodeName): void {
  const { returnCode } = decodeCxlRpcAnswer(world.caller.judgedResult.data);
  world.judge.expect('the return code', expected, describeReturnCode(returnCode));
}

/** What a kernel runs in the background itself. */
const OF_KERNEL: CxlCommandName = 'Populate Log';

export async function expectKernelBegun(world: FwctlWorld): Promise<void> {
  const opcodes = (await commands(world).arrived()).map((message) => decodeCciMessage(message).opcode);
  const hasBegun = opcodes.includes(CXL_OPCODES[OF_KERNEL]);
  world.judge.expect(`${OF_KERNEL} of the kernel`, 'sent', hasBegun ? 'sent' : 'not sent');
}
