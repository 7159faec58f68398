import { messageOf } from '../errors.js';
import { CAPABILITIES } from '../subject/capabilities.js';
import { KIT_NAME, KIT_VERSION } from '../version.js';
import type { AdapterCommand } from './adapter-subject.js';
import { Cannot, Conversation, type Limits, NO_OPERATION, type Question } from './conversation.js';
import { type Greeting, ReplySchema } from './replies.js';
import { PROTOCOL_VERSION } from './wire.js';

/** One thing about a conversation: whether it is right, what was seen, and what to do when it is not. */
export type Finding = { readonly what: string; readonly ok: boolean; readonly found: string; readonly attempt?: string };

const OBSERVATIONS = ['observe-taint', 'observe-log', 'observe-class', 'observe-nodes'] as const;

/** Has the same short conversation with any adapter. What the answers say of fwctl is not judged. */
export async function checkAdapter({ command, args }: AdapterCommand, limits: Partial<Limits> = {}): Promise<readonly Finding[]> {
  const conversation = new Conversation(command, args, new ReplySchema(), limits);
  const findings: Finding[] = [];
  const ask = async (what: string, op: Question, takes: object, attempt: string): Promise<unknown> => {
    if (conversation.isBroken) return null;
    try {
      const result = await conversation.ask(op, takes);
      findings.push({ what, ok: true, found: shorten(JSON.stringify(result)) });
      return result;
    } catch (error) {
      findings.push({ what, ok: false, found: messageOf(error), attempt });
      return null;
    }
  };

  const kit = { name: KIT_NAME, version: KIT_VERSION };
  const hello = await ask(
    'greets',
    'hello',
    { protocol: [PROTOCOL_VERSION], kit },
    'answer hello with protocol, name, version and capabilities',
  );
  if (hello !== null) {
    const { capabilities }: Greeting = Object(hello);
    findings.push(...unknownCapabilities(capabilities));
    await ask('boots', 'boot', {}, 'answer with the result null when the kernel is fresh');
    const caller = { caller: 1, name: 'caller-1', capabilities: [], userNamespace: 'initial' };
    await ask('makes a process', 'spawn', caller, 'answer with the result null');
    const nowhere = { caller: 1, path: '/dev/fwctl/none', mode: 'read-write', file: 1001 };
    await ask('opens what is not there', 'open', nowhere, 'a call that failed is a result: { "ok": false, "errno": "ENOENT" }');
    for (const observation of OBSERVATIONS.filter((name) => capabilities.includes(name))) {
      await ask(`can ${observation}`, observation, {}, 'take the capability out of the greeting, or answer as adapter-1.json says');
    }
    findings.push(await askTwice(conversation), await askForNothing(conversation));
  }
  const hadEndedBefore = conversation.isBroken;
  const hasEnded = await conversation.end();
  if (!hadEndedBefore) {
    findings.push({
      what: 'ends with its input',
      ok: hasEnded,
      found: hasEnded ? 'it ended' : 'it had to be killed',
      ...(!hasEnded && { attempt: 'end when standard input is closed' }),
    });
  }
  return findings;
}

function unknownCapabilities(capabilities: readonly string[]): readonly Finding[] {
  const known: readonly string[] = CAPABILITIES;
  const strange = capabilities.filter((name) => !known.includes(name));
  if (strange.length === 0) return [{ what: 'declares', ok: true, found: capabilities.join(', ') || 'no capability' }];
  return [{ what: 'declares', ok: false, found: `${strange.join(', ')}, which there is not`, attempt: `one of ${known.join(', ')}` }];
}

async function askTwice(conversation: Conversation): Promise<Finding> {
  const what = 'answers two at once';
  try {
    await Promise.all([conversation.ask('boot', {}), conversation.ask('boot', {})]);
    return { what, ok: true, found: 'both' };
  } catch (error) {
    return { what, ok: false, found: messageOf(error), attempt: 'read on while an answer is due' };
  }
}

async function askForNothing(conversation: Conversation): Promise<Finding> {
  const what = 'refuses the unknown';
  try {
    await conversation.ask(NO_OPERATION, {});
    return { what, ok: false, found: 'a result of an operation that there is not', attempt: 'answer { "id", "cannot" }' };
  } catch (error) {
    if (error instanceof Cannot) return { what, ok: true, found: 'it said that it cannot' };
    return { what, ok: false, found: messageOf(error), attempt: 'answer { "id", "cannot": "why" } to an op that you do not know' };
  }
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}...` : text;
}
