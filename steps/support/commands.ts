import { SCOPE_NUMBERS, type Scope } from '../../kit/uapi/scope.js';
import { rpcDraft } from './call-draft.js';
import type { Placed } from './layout.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** Long enough for the header of any command, and for what most of them answer; in bytes. */
export const SAMPLE_LENGTH = 64;

export type Message = {
  readonly request: Uint8Array;
  readonly room?: number;
  readonly scope?: Scope;
  /** What the request points into. */
  readonly payloads?: readonly Placed[];
};

/** How the firmware of one scenario's device is spoken to, and what of it arrived there as the caller's own bytes. */
export class Commands {
  readonly #world: FwctlWorld;
  #seen = 0;
  /** Which messages are the caller's; a driver may send some of its own. */
  isCommand: (message: Uint8Array) => boolean = () => true;
  /** What the caller sent last. */
  sent: Uint8Array = new Uint8Array(0);

  constructor(world: FwctlWorld) {
    this.#world = world;
  }

  /** From here on, `arrived` tells only of what is new. */
  async mark(): Promise<void> {
    this.#seen = await this.#world.device.messageCount();
  }

  /** What the firmware received since the mark, in order. */
  async arrived(): Promise<readonly Uint8Array[]> {
    return (await this.#all()).filter(this.isCommand);
  }

  async #all(): Promise<readonly Uint8Array[]> {
    return (await this.#world.device.firmware(this.#seen)).messages;
  }

  /** The same, and marks: what is told now is not new the next time. */
  async takeArrived(): Promise<readonly Uint8Array[]> {
    const arrived = await this.#all();
    this.#seen += arrived.length;
    return arrived.filter(this.isCommand);
  }

  /** The one message that arrived since the mark. */
  async onlyArrived(): Promise<Uint8Array> {
    const messages = await this.arrived();
    this.#world.judge.expectNumber('commands that reached the firmware', 1, messages.length);
    return messages[0] ?? new Uint8Array(0);
  }

  /** A command on the file opened last; in scope "configuration" unless the message says otherwise. */
  async send(message: Message): Promise<void> {
    await this.mark();
    await this.sendNext(message);
  }

  /** The same, without a new mark. */
  async sendNext({ request, room = SAMPLE_LENGTH, scope = 'configuration', payloads = [] }: Message): Promise<void> {
    this.sent = request;
    await this.#world.caller.make(rpcDraft({ request, room, scope: SCOPE_NUMBERS[scope], payloads }));
  }
}

const COMMANDS_OF_WORLD = new ScenarioMemory<Commands>();

/** The commands of the scenario. */
export function commands(world: FwctlWorld): Commands {
  const known = COMMANDS_OF_WORLD.get(world) ?? new Commands(world);
  COMMANDS_OF_WORLD.set(world, known);
  return known;
}
