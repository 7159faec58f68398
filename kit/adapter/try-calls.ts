import type { CallOutcome, DeviceId, DriverOperation } from '../subject/operations.js';
import { type Call, infoCall, rpcCall } from './calls.js';
import type { Conversation } from './conversation.js';
import { AdapterProblem } from './problem.js';
import { takeMemory } from './take-memory.js';

/** A file that a process has open on a device; the numbers are the kit's. */
export type Opened = { readonly device: DeviceId; readonly caller: number; readonly file: number };

/** What the calls come to says something of fwctl, and is not judged here. Each of these rejects with an AdapterProblem. */
export async function ioctl(
  conversation: Conversation,
  { caller, file }: Omit<Opened, 'device'>,
  { request, argument, memory }: Call,
): Promise<CallOutcome> {
  return takeMemory(await conversation.ask('ioctl', { caller, file, request, argument, memory }), memory);
}

/** `call` stops in `operation` of the driver; meanwhile something else happens; then it goes on. */
export async function whileHeld(
  conversation: Conversation,
  [device, operation]: readonly [DeviceId, DriverOperation],
  [name, call]: readonly [string, () => Promise<CallOutcome>],
  meanwhile: () => Promise<unknown>,
): Promise<CallOutcome> {
  await conversation.ask('hold', { device, operation });
  const under = call();
  const held = conversation.ask('await-held', { device, count: 1 });
  for (const awaited of [under, held]) awaited.catch(() => undefined);
  const early = await Promise.race([held.then(() => null), under]);
  if (early !== null) throw new AdapterProblem('came-early', `${name} came back with ${wordOf(early)} before it was held`);
  try {
    await meanwhile();
  } finally {
    await conversation.ask('release', { device });
  }
  return under;
}

/** Another thread of the caller writes behind the request of an RPC that is held, where no kernel has anything to write. */
export async function seePoke(conversation: Conversation, opened: Opened): Promise<string> {
  const { device, caller } = opened;
  const bytes = new Uint8Array(32).fill(0xee);
  const call = rpcCall(32, bytes.length);
  const rpc = ['ioctl', () => ioctl(conversation, opened, call)] as const;
  await whileHeld(conversation, [device, 'fw_rpc'], rpc, () => conversation.ask('poke', { caller, address: call.requestEnd, bytes }));
  const now = call.memory.find(({ name }) => name === 'request')?.bytes.subarray(-bytes.length);
  if (now !== undefined && Buffer.compare(now, bytes) === 0) return 'what poke wrote is in the memory that the ioctl gave back';
  throw new AdapterProblem('poke-unseen', 'what poke wrote while an ioctl was held is not in the memory that the ioctl gave back');
}

/** `other` uses a file that it has been given. */
export async function seeShare(conversation: Conversation, { file }: Opened, other: number): Promise<CallOutcome> {
  const outcome = await ioctl(conversation, { caller: other, file }, infoCall(0));
  if (outcome.ok || outcome.errno !== 'EBADF') return outcome;
  throw new AdapterProblem('share-unseen', 'an ioctl of the process that a file was shared with came back with EBADF');
}

function wordOf(outcome: CallOutcome): string {
  return outcome.ok ? 'success' : outcome.errno;
}
