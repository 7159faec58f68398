import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import type { CallOutcome, DeviceId } from '../subject/operations.js';
import type { HonestyFinding } from '../subject/port.js';
import type { AdapterCommand } from '../subjects/subject-spec.js';
import { sayHello } from './adapter-link.js';
import { infoCall, rpcCall } from './calls.js';
import {
  type CheckRequest,
  driverRequests,
  FIRST_DEVICE,
  FIRST_REQUESTS,
  HARDWARE_SETUPS,
  LAST_REQUESTS,
  NOWHERE,
  RIGHTS,
} from './check-requests.js';
import { Conversation, type Limits } from './conversation.js';
import { DrivenDevices } from './driven-devices.js';
import { probe } from './honesty.js';
import type { DeviceCall } from './message-reader.js';
import { AdapterProblem } from './problem.js';
import { type DriverGreeting, type Greeting, ReplySchema } from './replies.js';
import type { Trace } from './trace.js';
import { ioctl, type Opened, seePoke, seeShare, whileHeld } from './try-calls.js';
import { toJson } from './wire.js';

/** One thing about a conversation: whether it is right, what was seen, and what to do when it is not. */
export type Finding = { readonly what: string; readonly ok: boolean; readonly found: string; readonly attempt?: string };

/**
 * Has the same short conversation with any adapter, and asks for nothing that it does not declare. What the answers say
 * of fwctl is not judged. Nothing more is asked once the conversation broke.
 * @throws AdapterProblem cannot-start
 */
export async function checkAdapter(
  { command, args }: AdapterCommand,
  { limits = {}, trace }: { readonly limits?: Partial<Limits>; readonly trace?: Trace } = {},
): Promise<readonly Finding[]> {
  const devices = new DrivenDevices();
  const options = { limits, trace, answerCall: (call: DeviceCall) => devices.send(call) };
  const check = new Check(new Conversation(command, args, ReplySchema.shared, options));
  const came = await check.look('greets', ({ conversation }) => sayHello(conversation));
  if (came !== null) {
    const greeting: Greeting = Object(came);
    if ('driver' in greeting) await checkDriver(check, greeting, devices);
    else await checkSubject(check, greeting.capabilities);
    await check.look('refuses the unknown', askForNothing);
  }
  await check.takeLeave();
  return check.findings;
}

async function checkSubject(check: Check, declared: readonly string[]): Promise<void> {
  check.noteStrange(declared);
  const known = CAPABILITIES.filter((name) => declared.includes(name));
  await check.askAll(FIRST_REQUESTS, known);
  await check.look('answers two at once', askTwoAtOnce);
  if (check.device !== null) await useDevice(check, check.device, known);
  else if (known.includes('device-plain')) await check.look('opens the device', missNode);
  await check.askAll(LAST_REQUESTS, known);
  await check.look('keeps nothing back', ({ conversation }) => compareWithGreeting(conversation, known));
}

/** Opens the device, makes each call on it, and closes it again. */
async function useDevice(check: Check, { device, node }: UsableDevice, declared: readonly Capability[]): Promise<void> {
  const opened: Opened = { device, caller: 1, file: 1004 };
  const isOpen = await check.look('opens the device', ({ conversation }) => openNode(conversation, node, opened));
  if (isOpen === null) return;
  await check.look('tells about the device', ({ conversation }) => ioctl(conversation, opened, infoCall(LONG)));
  await check.look('carries long bytes', ({ conversation }) => ioctl(conversation, opened, rpcCall(2 * LONG)));
  if (declared.includes('hold-operations')) {
    await check.look('answers while a call is held', ({ conversation }) => openWhileHeld(conversation, node, { ...opened, file: 1005 }));
    if (declared.includes('threads')) await check.look('lets a thread write', ({ conversation }) => seePoke(conversation, opened));
  }
  if (declared.includes('shared-files')) {
    await check.ask({ what: 'makes another process', op: 'spawn', takes: { caller: OTHER, name: 'caller-2', ...RIGHTS } });
    await check.look('shares a file', ({ conversation }) => share(conversation, opened));
  }
  await check.ask({ what: 'closes a file', op: 'close', takes: { caller: opened.caller, file: opened.file } });
}

async function checkDriver(check: Check, { driver: profile, reset = false }: DriverGreeting, devices: DrivenDevices): Promise<void> {
  if (profile !== 'modelled') devices.add(profile, HARDWARE_SETUPS[profile], FIRST_DEVICE.device);
  let hasInfo = true;
  for (const request of driverRequests(profile)) {
    if ((request.op === 'info' && !hasInfo) || (request.op === 'reset' && !reset)) continue;
    const came = await check.ask(request);
    if (request.op !== 'create') continue;
    if (came === null) return;
    ({ hasInfo } = Object(came));
  }
}

/** A registered device that can be opened. */
type UsableDevice = { readonly device: DeviceId; readonly node: string };

/** The process that a file is shared with. */
const OTHER = 2;

/** How long bytes are that would not go into the line, where both sides can attach them. */
const LONG = 4096;

/** The conversation, and what was found of it so far. */
class Check {
  readonly conversation: Conversation;
  readonly findings: Finding[] = [];
  /** The device that was registered last. */
  device: UsableDevice | null = null;

  constructor(conversation: Conversation) {
    this.conversation = conversation;
  }

  /** What came, or null when that was not right, or the conversation is broken. */
  async look(what: string, come: (check: Check) => Promise<unknown>): Promise<unknown> {
    if (this.conversation.problem !== null) return null;
    try {
      const came = await come(this);
      this.findings.push({ what, ok: true, found: shorten(JSON.stringify(toJson(came))) });
      return came;
    } catch (problem) {
      if (!(problem instanceof AdapterProblem) || problem.kind === 'cannot-start') throw problem;
      this.findings.push({ what, ok: false, found: problem.came, attempt: problem.attempt });
      return null;
    }
  }

  async askAll(requests: readonly CheckRequest[], declared: readonly Capability[]): Promise<void> {
    for (const request of requests.filter(({ needs = [] }) => needs.every((name) => declared.includes(name)))) {
      const came = await this.ask(request);
      const node: unknown = Object(came).node;
      if ('profile' in request.takes && 'device' in request.takes && typeof node === 'string')
        this.device = { device: String(request.takes.device), node };
    }
  }

  /** The result as it came; null when it was not right. */
  ask({ what, op, takes }: CheckRequest): Promise<unknown> {
    return this.look(what, ({ conversation }) => conversation.ask(op, takes));
  }

  noteStrange(capabilities: readonly string[]): void {
    const known: readonly string[] = CAPABILITIES;
    const devices = known.filter((name) => name.startsWith('device-'));
    const strange = capabilities.filter((name) => !known.includes(name));
    const what = 'declares';
    if (strange.length > 0)
      this.findings.push({ what, ok: false, found: `${strange.join(', ')}, which there is not`, attempt: `one of ${known.join(', ')}` });
    else if (!capabilities.some((name) => devices.includes(name)))
      this.findings.push({ what, ok: false, found: 'no device-..., so nothing can be judged', attempt: `one of ${devices.join(', ')}` });
    else this.findings.push({ what, ok: true, found: capabilities.join(', ') });
  }

  async takeLeave(): Promise<void> {
    const hadBroken = this.conversation.problem !== null;
    const { by, how, isClean } = await this.conversation.end();
    // What an adapter said while nobody waited for it.
    const { untoldProblem } = this.conversation;
    if (untoldProblem !== null && untoldProblem.kind !== 'ended-badly')
      this.findings.push({ what: 'keeps to the protocol', ok: false, found: untoldProblem.came, attempt: untoldProblem.attempt });
    if (hadBroken) return;
    const what = 'ends with its input';
    if (by !== 'itself') this.findings.push({ what, ok: false, found: `it took ${by}`, attempt: 'end when standard input is closed' });
    else if (isClean) this.findings.push({ what, ok: true, found: `it ${how}` });
    else this.findings.push({ what, ok: false, found: `it ${how}`, attempt: 'end with status 0 when standard input is closed' });
  }
}

async function askTwoAtOnce({ conversation }: Check): Promise<unknown> {
  return Promise.all([1002, 1003].map((file) => conversation.ask('open', { ...NOWHERE, file })));
}

/** There are devices whose drivers register no fwctl device; the plain one's does. */
async function missNode(): Promise<never> {
  throw new AdapterProblem('not-opened', 'the plain device has no node');
}

async function share(conversation: Conversation, opened: Opened): Promise<CallOutcome> {
  await conversation.ask('share', { file: opened.file, from: opened.caller, to: OTHER });
  return seeShare(conversation, opened, OTHER);
}

async function openNode(conversation: Conversation, path: string, { caller, file }: Opened): Promise<CallOutcome> {
  const outcome: CallOutcome = Object(await conversation.ask('open', { ...NOWHERE, caller, path, file }));
  if (outcome.ok) return outcome;
  throw new AdapterProblem('not-opened', `open of ${path} came back with ${outcome.errno}`);
}

/** The driver stops in the middle of an open; the requests that let it go on must come through all the same. */
function openWhileHeld(conversation: Conversation, path: string, { device, caller, file }: Opened): Promise<CallOutcome> {
  const open = async (): Promise<CallOutcome> => Object(await conversation.ask('open', { ...NOWHERE, caller, path, file }));
  return whileHeld(conversation, [device, 'open_uctx'], [`open of ${path}`, open], async () => undefined);
}

async function askForNothing({ conversation }: Check): Promise<unknown> {
  const reply = await conversation.exchange('no-such-operation', {});
  if ('cannot' in reply) return reply.cannot;
  throw new AdapterProblem('knows-too-much', `it answered ${JSON.stringify(reply)} to an operation that there is not`);
}

/** Everything is asked for once, also what nothing before has asked for. */
async function compareWithGreeting(conversation: Conversation, declared: readonly Capability[]): Promise<unknown> {
  const findings = await probe(conversation, new Set(declared));
  const names = (wanted: HonestyFinding['finding']) =>
    findings.flatMap(({ capability, finding }) => (finding === wanted ? [capability] : [])).join(', ');
  const [undeclared, absent] = [names('present-but-undeclared'), names('declared-but-absent')];
  if (undeclared !== '') throw new AdapterProblem('undeclared', `it can do what it does not declare: ${undeclared}`);
  if (absent !== '') throw new AdapterProblem('broken-promise', `it cannot do what it declares: ${absent}`);
  return 'it can do what it declares, and no more';
}

function shorten(text = 'nothing'): string {
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}
