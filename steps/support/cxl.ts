import { type CciRequest, decodeCciMessage } from '../../kit/formats/cxl/cci-message.js';
import { CXL_RPC_OUT, decodeCxlRpc, decodeCxlRpcAnswer, encodeCxlRpc } from '../../kit/formats/cxl/fwctl-rpc.js';
import { decodeGetFeature, encodeGetFeature, FEATURE_SELECTIONS } from '../../kit/formats/cxl/get-feature.js';
import { encodeGetSupportedFeatures, type GetSupportedFeatures } from '../../kit/formats/cxl/get-supported-features.js';
import { CXL_OPCODES } from '../../kit/formats/cxl/opcodes.js';
import { encodeSetFeature } from '../../kit/formats/cxl/set-feature.js';
import type { CxlFeature, CxlSetup } from '../../kit/subject/device-setups.js';
import { SCOPE_NUMBERS, type Scope } from '../../kit/uapi/scope.js';
import { type RpcDraft, rpcDraft } from './call-draft.js';
import { commands } from './commands.js';
import { feature, newValue } from './cxl-features.js';
import { expectSuccess } from './expectations.js';
import { ScenarioMemory } from './scenario-memory.js';
import type { FwctlWorld } from './world.js';

/** How much a mailbox carries, as a rule; in bytes. */
const MAILBOX_PAYLOAD = 4096;
/** Enough for the answer to any command that has no data; in bytes. */
const USUAL_ROOM = 64;

export type Sending = { readonly scope?: Scope; readonly room?: number };

/** The CXL memory device of one scenario: its features as registered, and what of the caller's commands reached its mailbox. */
export class Cxl {
  readonly #world: FwctlWorld;
  #features: readonly CxlFeature[] = [];

  constructor(world: FwctlWorld) {
    this.#world = world;
  }

  /** A memory device with those features; with one of the vendor's, when nothing is said of them. */
  async register({ features = [feature()], ...setup }: Partial<CxlSetup> = {}): Promise<void> {
    this.#features = features;
    await this.#world.addDevice('the device').registerCxl({ features, ...setup });
  }

  get features(): readonly CxlFeature[] {
    return this.#features;
  }

  /** The feature that the scenario is about: the first one. */
  get feature(): CxlFeature {
    return this.featureAt(0);
  }

  featureAt(index: number): CxlFeature {
    const found = this.#features[index];
    if (found === undefined) throw new Error(`the scenario speaks of feature ${index}, which the device does not have`);
    return found;
  }

  /** Beside those of the kernel: the last one. */
  get featureOfVendor(): CxlFeature {
    return this.featureAt(this.#features.length - 1);
  }

  featureOf(uuid: string): CxlFeature {
    return this.featureAt(this.#features.findIndex((candidate) => candidate.uuid === uuid));
  }

  /** From here on, `arrived` tells only of what is new. */
  async mark(): Promise<void> {
    await commands(this.#world).mark();
  }

  /** The commands that reached the mailbox since the mark, in order. */
  async arrived(): Promise<readonly CciRequest[]> {
    return (await commands(this.#world).arrived()).map(decodeCciMessage);
  }

  /** The same, and marks: what is told now is not new the next time. */
  async takeArrived(): Promise<readonly CciRequest[]> {
    return (await commands(this.#world).takeArrived()).map(decodeCciMessage);
  }

  /** A request on the file opened last. */
  async send(request: Uint8Array, sending: Sending = {}): Promise<void> {
    await this.mark();
    await this.sendNext(request, sending);
  }

  /** The same, without a new mark. */
  async sendNext(request: Uint8Array, sending: Sending = {}): Promise<void> {
    await this.#world.caller.make(draft(request, sending));
  }

  /** The value of the feature, looked up through the device; the one that it has at present unless it is said. */
  async value(selection: number = FEATURE_SELECTIONS.current): Promise<Uint8Array> {
    await this.send(getFeature(this.feature, { selection }));
    const { outcome, data } = this.#world.caller.takeResult();
    expectSuccess(this.#world, 'reading the feature', outcome);
    return data.slice(CXL_RPC_OUT.payload, CXL_RPC_OUT.payload + this.feature.getSize);
  }

  /** The response to the call that was judged last. */
  get answer(): ReturnType<typeof decodeCxlRpcAnswer> {
    return decodeCxlRpcAnswer(this.#world.caller.judgedResult.data);
  }
}

const CXL_OF_WORLD = new ScenarioMemory<Cxl>();

/** The CXL memory device of the scenario. */
export function cxl(world: FwctlWorld): Cxl {
  const known = CXL_OF_WORLD.get(world) ?? new Cxl(world);
  CXL_OF_WORLD.set(world, known);
  return known;
}

/** The call that carries the request; in scope "configuration" unless the scenario says otherwise. */
export function draft(request: Uint8Array, { scope = 'configuration', room = roomFor(request) }: Sending = {}): RpcDraft {
  return rpcDraft({ request, room, scope: SCOPE_NUMBERS[scope] });
}

/** Room for what a request asks for, when a scenario does not say how much there is. */
function roomFor(request: Uint8Array): number {
  const { opcode, payload } = decodeCxlRpc(request);
  switch (opcode) {
    case CXL_OPCODES['Get Supported Features']:
      return MAILBOX_PAYLOAD;
    case CXL_OPCODES['Get Feature']:
      return USUAL_ROOM + decodeGetFeature(payload).count;
    default:
      return USUAL_ROOM;
  }
}

type GetChanges = { readonly count?: number; readonly selection?: number; readonly offset?: number };

export function getFeature(
  { uuid, getSize }: CxlFeature,
  { count = getSize, selection = FEATURE_SELECTIONS.current, offset = 0 }: GetChanges = {},
): Uint8Array {
  return encodeCxlRpc({ opcode: CXL_OPCODES['Get Feature'], payload: encodeGetFeature({ uuid, offset, count, selection }) });
}

/** What of a feature is set, by what transfer; all of it to its new value unless it is said. */
type SetChanges = { readonly transfer?: number; readonly offset?: number; readonly data?: Uint8Array };

export function setFeature(target: CxlFeature, changes: SetChanges = {}): Uint8Array {
  return encodeCxlRpc({ opcode: CXL_OPCODES['Set Feature'], payload: setPayload(target, changes) });
}

export function setPayload(target: CxlFeature, { transfer = 0, offset = 0, data = newValue(target).subarray(offset) }: SetChanges = {}) {
  return encodeSetFeature({ uuid: target.uuid, flags: transfer, offset, version: target.setVersion, data });
}

export function listFeatures(asked: GetSupportedFeatures): Uint8Array {
  return encodeCxlRpc({ opcode: CXL_OPCODES['Get Supported Features'], payload: encodeGetSupportedFeatures(asked) });
}

/** Asks for as much of the list as a mailbox could carry. */
export const WHOLE_LIST: GetSupportedFeatures = { startIndex: 0, count: MAILBOX_PAYLOAD - CXL_RPC_OUT.headerLength };
