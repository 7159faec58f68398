import { CAPABILITIES, type Capability } from '../subject/capabilities.js';
import { KIT_NAME, KIT_VERSION } from '../version.js';
import type { AdapterCommand } from './adapter-subject.js';
import { type CheckRequest, DEVICE, FIRST_REQUESTS, LAST_REQUESTS, NOWHERE } from './check-requests.js';
import { Conversation, type Limits } from './conversation.js';
import { AdapterProblem } from './problem.js';
import { type Greeting, ReplySchema } from './replies.js';
import { PROTOCOL_VERSION } from './wire.js';

/** One thing about a conversation: whether it is right, what was seen, and what to do when it is not. */
export type Finding = { readonly what: string; readonly ok: boolean; readonly found: string; readonly attempt?: string };

/**
 * Has the same short conversation with any adapter, and asks for nothing that it does not declare. What the answers say
 * of fwctl is not judged. Nothing more is asked once the conversation broke.
 * @throws AdapterProblem cannot-start
 */
export async function checkAdapter({ command, args }: AdapterCommand, limits: Partial<Limits> = {}): Promise<readonly Finding[]> {
  const check = new Check(new Conversation(command, args, new ReplySchema(), limits));
  const hello = { protocol: [PROTOCOL_VERSION], kit: { name: KIT_NAME, version: KIT_VERSION } };
  const greeting = await check.look('greets', ({ conversation }) => conversation.ask('hello', hello));
  if (greeting !== null) {
    const { capabilities }: Greeting = Object(greeting);
    check.noteStrange(capabilities);
    const known = CAPABILITIES.filter((name) => capabilities.includes(name));
    await check.askAll(FIRST_REQUESTS, known);
    await check.look('answers two at once', askTwoAtOnce);
    if (known.includes('hold-operations') && check.node !== null) await check.look('answers while a call is held', askWhileHeld);
    await check.askAll(LAST_REQUESTS, known);
    await check.look('refuses the unknown', askForNothing);
  }
  await check.takeLeave();
  return check.findings;
}

/** The conversation, and what was found of it so far. */
class Check {
  readonly conversation: Conversation;
  readonly findings: Finding[] = [];
  /** Where the plain device is, when it was registered. */
  node: string | null = null;

  constructor(conversation: Conversation) {
    this.conversation = conversation;
  }

  /** What came, or null when that was not right, or the conversation is broken. */
  async look(what: string, come: (check: Check) => Promise<unknown>): Promise<unknown> {
    if (this.conversation.problem !== null) return null;
    try {
      const came = await come(this);
      this.findings.push({ what, ok: true, found: shorten(JSON.stringify(came)) });
      return came;
    } catch (problem) {
      if (!(problem instanceof AdapterProblem) || problem.kind === 'cannot-start') throw problem;
      this.findings.push({ what, ok: false, found: problem.came, attempt: problem.attempt });
      return null;
    }
  }

  async askAll(requests: readonly CheckRequest[], declared: readonly Capability[]): Promise<void> {
    for (const { what, operation } of requests.filter(({ needs }) => needs.every((name) => declared.includes(name)))) {
      const { op, ...takes } = operation;
      const came = await this.look(what, ({ conversation }) => conversation.ask(op, takes));
      if (op === 'register' && 'profile' in takes && takes.profile === 'plain') this.node = Object(came).node ?? null;
    }
  }

  noteStrange(capabilities: readonly string[]): void {
    const known: readonly string[] = CAPABILITIES;
    const strange = capabilities.filter((name) => !known.includes(name));
    const what = 'declares';
    if (strange.length === 0) this.findings.push({ what, ok: true, found: capabilities.join(', ') || 'no capability' });
    else this.findings.push({ what, ok: false, found: `${strange.join(', ')}, which there is not`, attempt: `one of ${known.join(', ')}` });
  }

  async takeLeave(): Promise<void> {
    const hadBroken = this.conversation.problem !== null;
    const { by, how, isClean } = await this.conversation.end();
    if (hadBroken) return;
    const what = 'ends with its input';
    if (by !== 'itself') this.findings.push({ what, ok: false, found: `it took ${by}`, attempt: 'end when standard input is closed' });
    else if (isClean) this.findings.push({ what, ok: true, found: `it ${how}` });
    else this.findings.push({ what, ok: false, found: `it ${how}`, attempt: 'end with status 0 when standard input is closed' });
  }
}

async function askTwoAtOnce({ conversation }: Check): Promise<unknown> {
  const { op, ...takes } = NOWHERE;
  return Promise.all([1002, 1003].map((file) => conversation.ask(op, { ...takes, file })));
}

/** The driver stops in the middle of an open; the requests that let it go on must come through all the same. */
async function askWhileHeld({ conversation, node }: Check): Promise<unknown> {
  const { op, ...takes } = NOWHERE;
  await conversation.ask('hold', { device: DEVICE, operation: 'open_uctx' });
  const opened = conversation.ask(op, { ...takes, path: node, file: 1004 });
  opened.catch(() => undefined);
  await conversation.ask('await-held', { device: DEVICE, count: 1 });
  await conversation.ask('release', { device: DEVICE });
  return opened;
}

async function askForNothing({ conversation }: Check): Promise<unknown> {
  const reply = await conversation.exchange('no-such-operation', {});
  if ('cannot' in reply) return reply.cannot;
  throw new AdapterProblem('knows-too-much', `it answered ${JSON.stringify(reply)} to an operation that there is not`);
}

function shorten(text = 'nothing'): string {
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}
