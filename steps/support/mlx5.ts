import { MLX5_COMMANDS, type Mlx5CommandName, opcodeOf } from '../../kit/formats/mlx5/commands.js';
import { HCA_CAP, HCA_CAP_PAGES, HCA_CAP_READINGS, hcaCapOpMod } from '../../kit/formats/mlx5/hca-capabilities.js';
import { buildRequest, MLX5_REQUEST, type RequestFields, requestHeader, responseHeader } from '../../kit/formats/mlx5/mailbox.js';
import { MLX5_STATUSES } from '../../kit/formats/mlx5/statuses.js';
import { writeU16 } from '../../kit/formats/mlx5/words.js';
import type { FirmwareState } from '../../kit/subject/operations.js';
import { commands, SAMPLE_LENGTH } from './commands.js';
import { expectSuccess } from './expectations.js';
import { openAgain } from './opening.js';
import { sampleRequest } from './sample-request.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** In bytes. */
const LONG_REQUEST = 600;

export type UserContext = FirmwareState['contexts'][number];

/** What the firmware of one scenario's mlx5 function holds and received. */
export class Mlx5 {
  readonly #world: FwctlWorld;

  constructor(world: FwctlWorld) {
    this.#world = world;
  }

  /** Every command of that name that the firmware received since the device appeared. */
  async received(command: Mlx5CommandName): Promise<readonly Uint8Array[]> {
    const { messages } = await this.#world.device.firmware();
    return messages.filter((message) => requestHeader(message).opcode === MLX5_COMMANDS[command]);
  }

  async uids(): Promise<readonly number[]> {
    return (await this.#world.device.firmware()).contexts.map(({ id }) => id);
  }

  /** The user context of the file opened last, as the firmware knows it. */
  async context(): Promise<UserContext> {
    return this.#present((await this.#world.device.firmware()).contexts.at(-1));
  }

  /** The user context of the file opened first. */
  async firstContext(): Promise<UserContext> {
    return this.#present((await this.#world.device.firmware()).contexts[0]);
  }

  #present(context: UserContext | undefined): UserContext {
    this.#world.judge.expect('user context of the file in the firmware', 'present', context === undefined ? 'absent' : 'present');
    return context ?? { id: 0, capabilities: 0 };
  }

  /** The user context that the scenario counted last; 0 when there was none. */
  rememberedUid = 0;

  rememberUid(uid = 0): void {
    this.rememberedUid = uid;
  }

  /** The current capabilities of a function, looked up on a file of its own; 0 is the own function. */
  async currentCapabilities(functionId: number): Promise<Uint8Array> {
    const { caller } = this.#world;
    await openAgain(this.#world);
    const request = hcaCapRequest('QUERY_HCA_CAP', functionId, { opMod: hcaCapOpMod(HCA_CAP_PAGES.GENERAL, HCA_CAP_READINGS.CURRENT) });
    await commands(this.#world).send({ request, room: HCA_CAP.page + HCA_CAP.pageLength });
    const { outcome, data } = caller.takeResult();
    await caller.close();
    expectSuccess(this.#world, 'QUERY_HCA_CAP', outcome);
    this.#world.judge.expectNumber('status of QUERY_HCA_CAP', MLX5_STATUSES.OK, responseHeader(data).status);
    return data.slice(HCA_CAP.page);
  }
}

const MLX5_OF_WORLD = new ScenarioMemory<Mlx5>();

/** The mlx5 function of the scenario. */
export function mlx5(world: FwctlWorld): Mlx5 {
  const known = MLX5_OF_WORLD.get(world) ?? new Mlx5(world);
  MLX5_OF_WORLD.set(world, known);
  return known;
}

/** A request of the usual length that holds nothing but its header. */
export function sampleMessage(command: Mlx5CommandName | number, fields: RequestFields = {}): Uint8Array {
  return buildRequest(command, { length: SAMPLE_LENGTH, ...fields });
}

/** A request of that length in which every byte but those of opcode and uid says something. */
export function fullMessage(command: Mlx5CommandName | number, length: number, uid = 0): Uint8Array {
  const message = sampleRequest(Math.max(length, MLX5_REQUEST.length));
  writeU16(message, MLX5_REQUEST.opcode, opcodeOf(command));
  writeU16(message, MLX5_REQUEST.uid, uid);
  return message.slice(0, length);
}

/** Requests that have nothing in common but the opcode: one with zeros, a header with an op_mod, and one that has all other bits set. */
export function requestsFor(command: Mlx5CommandName | number): readonly Uint8Array[] {
  const ones = new Uint8Array(LONG_REQUEST).fill(0xff);
  writeU16(ones, MLX5_REQUEST.opcode, opcodeOf(command));
  return [sampleMessage(command), buildRequest(command, { opMod: 1 }), ones];
}

/** A command about the capabilities of a function; 0 is the own function. */
export function hcaCapRequest(
  command: Mlx5CommandName,
  functionId: number,
  { saysOther = functionId !== 0, ...fields }: RequestFields & { readonly saysOther?: boolean } = {},
): Uint8Array {
  const words = new Uint8Array(MLX5_REQUEST.length - MLX5_REQUEST.arguments);
  if (saysOther) words[HCA_CAP.otherFunction - MLX5_REQUEST.arguments] = HCA_CAP.otherFunctionBit;
  writeU16(words, HCA_CAP.functionId - MLX5_REQUEST.arguments, functionId);
  return buildRequest(command, { ...fields, arguments: words });
}

/** SET_HCA_CAP with a page in which every capability is missing; whether it is about another function can be said apart from the number. */
export function takeAllCapabilities(functionId: number, saysOther = functionId !== 0): Uint8Array {
  return hcaCapRequest('SET_HCA_CAP', functionId, { body: new Uint8Array(HCA_CAP.pageLength), saysOther });
}
