import {
  decodeQuery,
  decodeRpcCommand,
  encodeEndpoints,
  encodeIdentity,
  encodeOperations,
  opcodeOf,
  PDS_OPCODES,
  type PdsCompletion,
  type PdsIdentity,
  type PdsOperation,
  type PdsRpcCommand,
} from '../../../kit/formats/pds/admin-queue.js';
import { commandOf, PDS_ATTRIBUTES } from '../../../kit/formats/pds/operations.js';

export type PdsEndpoint = { readonly id: number; readonly operations: readonly PdsOperation[] };
type Layout = PdsIdentity & { readonly endpoints: readonly PdsEndpoint[] };

/** What a function remembers: its endpoints, and at each the bytes that were written last. */
export type PdsFirmware = { readonly layout: Layout; readonly written: Map<number, Uint8Array> };

/** Codes in a completion that are the firmware's own. */
const CODES = { SUCCESS: 0, NO_SUCH_OPERATION: 7, INVALID: 14 } as const;
const NOTHING = new Uint8Array(0);

export function createPdsFirmware(layout: Layout): PdsFirmware {
  return { layout, written: new Map() };
}

export function resetPdsFirmware({ written }: PdsFirmware): void {
  written.clear();
}

/** The completion of one message, with all the data that there is. */
export function execute(firmware: PdsFirmware, message: Uint8Array): PdsCompletion {
  const { layout } = firmware;
  switch (opcodeOf(message)) {
    case PDS_OPCODES.IDENT:
      return { code: CODES.SUCCESS, data: encodeIdentity(layout) };
    case PDS_OPCODES.QUERY:
      return query(layout, decodeQuery(message));
    case PDS_OPCODES.RPC:
      return operate(firmware, decodeRpcCommand(message));
    default:
      return { code: CODES.INVALID, data: NOTHING };
  }
}

function query({ endpoints }: Layout, wanted: number | null): PdsCompletion {
  if (wanted === null) return { code: CODES.SUCCESS, data: encodeEndpoints(endpoints.map(({ id }) => id)) };
  const endpoint = endpoints.find(({ id }) => id === wanted);
  return { code: endpoint === undefined ? CODES.INVALID : CODES.SUCCESS, data: encodeOperations(endpoint?.operations ?? []) };
}

const WRITES: readonly number[] = [PDS_ATTRIBUTES.write, PDS_ATTRIBUTES['debug write']];

/** What writes is remembered for its endpoint; everything else answers with what was written there last. */
function operate({ layout, written }: PdsFirmware, { endpoint, operation, payload }: PdsRpcCommand): PdsCompletion {
  const known = layout.endpoints.find(({ id }) => id === endpoint)?.operations.find(({ id }) => commandOf(id) === commandOf(operation));
  if (known === undefined) return { code: CODES.NO_SUCH_OPERATION, data: NOTHING };
  if (!WRITES.includes(known.attribute)) return { code: CODES.SUCCESS, data: written.get(endpoint) ?? NOTHING };
  written.set(endpoint, payload);
  return { code: CODES.SUCCESS, data: NOTHING };
}
