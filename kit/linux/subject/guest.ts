import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sayHello } from '../../adapter/adapter-link.js';
import { Conversation } from '../../adapter/conversation.js';
import type { Greeting, ReplySchema } from '../../adapter/replies.js';
import type { GuestImage } from '../../subjects/subject-spec.js';
import { KernelLink } from './link.js';

/** How long a loop takes need not be measured at each boot, which would take longer than all the rest of it. */
const LOOPS_PER_JIFFY = 'lpj=38000000';

/** Milliseconds. A guest shares the machine with whatever else is built and judged on it, and has only itself to wait for. */
const LIMITS = { greeting: 60_000, silence: 50_000 };

/** How a guest is started, with `init` as its first process. The root file system is this machine's own, read only. */
export function bootWords(kernel: string, init: string, folder: string): readonly string[] {
  const console = ['con0=null,fd:1', 'con=null', 'ssl=null', 'quiet'];
  return [
    kernel,
    'mem=256M',
    LOOPS_PER_JIFFY,
    'seccomp=on',
    'root=/dev/root',
    'rootfstype=hostfs',
    'rootflags=/',
    'ro',
    `init=${init}`,
    ...console,
    `uml_dir=${folder}`,
  ];
}

/** A User Mode Linux machine that runs, with the agent in it. */
export class Guest {
  readonly conversation: Conversation;
  readonly link: KernelLink;
  readonly greeting: Greeting;
  readonly #folder: string;

  private constructor(conversation: Conversation, link: KernelLink, greeting: Greeting, folder: string) {
    this.conversation = conversation;
    this.link = link;
    this.greeting = greeting;
    this.#folder = folder;
  }

  /** Rejects with an AdapterProblem when the guest does not come up. */
  static async boot(image: GuestImage, schema: ReplySchema): Promise<Guest> {
    const folder = mkdtempSync(join(tmpdir(), 'fwctl-guest-'));
    const [command = '', ...args] = bootWords(image.kernel, image.agent, folder);
    const conversation = new Conversation(command, args, schema, { channel: 'descriptor 3', limits: LIMITS });
    const { beside } = conversation;
    try {
      const greeting = await sayHello(conversation);
      if (beside === null) throw new Error('the guest was started without a link');
      const { mask } = Object(await conversation.ask('observe-taint', {}));
      if (mask !== 0) throw new Error(`the guest is tainted from the start, with mask ${mask}; its kernel complained while it booted`);
      return new Guest(conversation, new KernelLink(beside), greeting, folder);
    } catch (problem) {
      await conversation.end();
      rmSync(folder, { recursive: true, force: true });
      throw problem;
    }
  }

  /** There is nothing in it that anybody could miss. */
  async end(): Promise<void> {
    await this.conversation.discard();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
