import { readU32, writeU32 } from '../../kit/formats/little-endian.js';
import { PDS_RPC } from '../../kit/formats/pds/rpc.js';
import { commands } from './commands.js';
import { describeOutcome, expectSuccess } from './expectations.js';
import { COMMANDS, pdsMessage, receivedPayload } from './pds.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** Where the words of struct fwctl_rpc_pds lie that are reserved, in bytes. */
const RESERVED_WORDS = {
  'the reserved word of the input': PDS_RPC.reserved,
  'the first reserved word of the output': PDS_RPC.outReserved,
  'the second reserved word of the output': PDS_RPC.outReserved + 4,
} as const;
export type ReservedWord = keyof typeof RESERVED_WORDS;
export const RESERVED_WORD_NAMES = Object.keys(RESERVED_WORDS) as readonly ReservedWord[];

const NOT_ZERO = 0x8000_0001;

/** What came of the operation with zeros in all of them. */
type Without = { readonly arrived: string; readonly retval: number; readonly payload: Uint8Array };

const WITHOUT = new ScenarioMemory<Without>();

/** Reads with zeros in all reserved words, and then with something in one of them. */
export async function readWithReserved(world: FwctlWorld, outLength: number, word: ReservedWord): Promise<void> {
  const message = pdsMessage({ command: COMMANDS.read, outLength });
  await commands(world).send(message);
  const { outcome, data } = world.caller.takeResult();
  expectSuccess(world, 'the operation with every reserved word zero', outcome);
  const payload = receivedPayload(world).slice();
  WITHOUT.set(world, { arrived: await describeArrived(world), retval: readU32(data, PDS_RPC.retval), payload });
  const request = message.request.slice();
  writeU32(request, RESERVED_WORDS[word], NOT_ZERO);
  await commands(world).send({ ...pdsMessage({ command: COMMANDS.read, outLength }), request });
}

/** Ignored, so that the firmware receives what it receives without; or refused, so that it receives nothing. */
export async function expectReservedUnsent(world: FwctlWorld): Promise<void> {
  const { outcome } = world.caller.takeResult();
  const expected = outcome.ok ? without(world).arrived : 'nothing';
  world.judge.expect(`what the firmware received (the call: ${describeOutcome(outcome)})`, expected, await describeArrived(world));
}

/** A call that was refused gives nothing. */
export function expectSameResult(world: FwctlWorld): void {
  const { outcome, data } = world.caller.judgedResult;
  if (!outcome.ok) return;
  const { retval, payload } = without(world);
  world.judge.expectNumber('retval', retval, readU32(data, PDS_RPC.retval));
  world.judge.expectBytes('the payload from the firmware', payload, receivedPayload(world));
}

function without(world: FwctlWorld): Without {
  const known = WITHOUT.get(world);
  if (known === undefined) throw new Error('the scenario compares with an operation that nobody sent');
  return known;
}

/** Those that the response has, one at least; how long it is is the matter of another rule. */
export function expectReservedWordsZero(world: FwctlWorld): void {
  const { data, reportedLength } = world.caller.judgedResult;
  const present = RESERVED_WORD_NAMES.filter((name) => RESERVED_WORDS[name] + 4 <= reportedLength);
  world.judge.expect('reserved words in the response', 'at least one', present.length > 0 ? 'at least one' : 'none');
  for (const name of present) world.judge.expectNumber(`${name} in the response`, 0, readU32(data, RESERVED_WORDS[name]));
}

async function describeArrived(world: FwctlWorld): Promise<string> {
  const arrived = await commands(world).arrived();
  return arrived.length === 0 ? 'nothing' : arrived.map((message) => Buffer.from(message).toString('hex')).join(' ');
}
