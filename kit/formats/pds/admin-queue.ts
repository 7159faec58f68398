import { readU32, writeU32 } from '../little-endian.js';

/**
 * What goes over the admin queue of pds_core: a command of 64 bytes with the payload that it points to behind it, and
 * a completion of 16 bytes with the data that was asked for behind it. Addresses in a command are no one's business
 * but the transport's, and are 0 here. Source: include/linux/pds/pds_adminq.h.
 */
const COMMAND_LENGTH = 64;
const COMPLETION_LENGTH = 16;

export const PDS_OPCODES = { IDENT: 70, RPC: 71, QUERY: 72 } as const;
export const PDS_ENTITIES = { ROOT: 0, ENDPOINT: 1 } as const;

const QUERY = { entity: 1, length: 4, address: 8, endpoint: 16 } as const;
/** An RPC as a command; offsets in bytes. */
export const PDS_RPC_COMMAND = {
  flags: 2,
  endpoint: 4,
  operation: 8,
  requestAddress: 28,
  requestLength: 36,
  responseAddress: 44,
  responseLength: 52,
} as const;
/** Both payloads lie elsewhere. */
const INDIRECT = 0x3;
const RESULT = { code: 4, length: 8 } as const;
const IDENTITY = { maxRequest: 12, maxResponse: 16, length: 22 } as const;
const LIST = { count: 4, entries: 8 } as const;
/** A page: all that the driver has room for. */
const LIST_ROOM = 4096;

export type PdsIdentity = { readonly maxRequest: number; readonly maxResponse: number };
export type PdsOperation = { readonly id: number; readonly attribute: number };
export type PdsRpcCommand = { readonly endpoint: number; readonly operation: number; readonly payload: Uint8Array; readonly room: number };
export type PdsCompletion = { readonly code: number; readonly data: Uint8Array };

function command(opcode: number, payload: Uint8Array = new Uint8Array(0)): Uint8Array {
  const bytes = new Uint8Array(COMMAND_LENGTH + payload.length);
  bytes[0] = opcode;
  bytes.set(payload, COMMAND_LENGTH);
  return bytes;
}

export const opcodeOf = (message: Uint8Array): number => message[0] ?? 0;

export function encodeIdent(): Uint8Array {
  const bytes = command(PDS_OPCODES.IDENT);
  writeU32(bytes, QUERY.length, IDENTITY.length);
  return bytes;
}

/** The endpoints when none is named, and the operations of one otherwise. */
export function encodeQuery(endpoint: number | null): Uint8Array {
  const bytes = command(PDS_OPCODES.QUERY);
  bytes[QUERY.entity] = endpoint === null ? PDS_ENTITIES.ROOT : PDS_ENTITIES.ENDPOINT;
  writeU32(bytes, QUERY.length, LIST_ROOM);
  writeU32(bytes, QUERY.endpoint, endpoint ?? 0);
  return bytes;
}

/** The endpoint that is asked for, or null for the list of them. */
export function decodeQuery(message: Uint8Array): number | null {
  return message[QUERY.entity] === PDS_ENTITIES.ROOT ? null : readU32(message, QUERY.endpoint);
}

export function encodeRpcCommand({ endpoint, operation, payload, room }: PdsRpcCommand): Uint8Array {
  const bytes = command(PDS_OPCODES.RPC, payload);
  bytes[PDS_RPC_COMMAND.flags] = INDIRECT;
  writeU32(bytes, PDS_RPC_COMMAND.endpoint, endpoint);
  writeU32(bytes, PDS_RPC_COMMAND.operation, operation);
  writeU32(bytes, PDS_RPC_COMMAND.requestLength, payload.length);
  writeU32(bytes, PDS_RPC_COMMAND.responseLength, room);
  return bytes;
}

export function decodeRpcCommand(message: Uint8Array): PdsRpcCommand {
  return {
    endpoint: readU32(message, PDS_RPC_COMMAND.endpoint),
    operation: readU32(message, PDS_RPC_COMMAND.operation),
    payload: message.slice(COMMAND_LENGTH),
    room: readU32(message, PDS_RPC_COMMAND.responseLength),
  };
}

/** A command as the kernel's driver makes it, without the addresses in it. */
export function withoutAddresses(message: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(message);
  const places =
    opcodeOf(message) === PDS_OPCODES.RPC ? [PDS_RPC_COMMAND.requestAddress, PDS_RPC_COMMAND.responseAddress] : [QUERY.address];
  for (const place of places) bytes.fill(0, place, place + 8);
  return bytes;
}

export function encodeCompletion({ code, data }: PdsCompletion): Uint8Array {
  const bytes = new Uint8Array(COMPLETION_LENGTH + data.length);
  writeU32(bytes, RESULT.code, code);
  writeU32(bytes, RESULT.length, data.length);
  bytes.set(data, COMPLETION_LENGTH);
  return bytes;
}

export function decodeCompletion(bytes: Uint8Array): PdsCompletion {
  return { code: readU32(bytes, RESULT.code), data: bytes.slice(COMPLETION_LENGTH) };
}

export function encodeIdentity({ maxRequest, maxResponse }: PdsIdentity): Uint8Array {
  const bytes = new Uint8Array(IDENTITY.length);
  writeU32(bytes, IDENTITY.maxRequest, maxRequest);
  writeU32(bytes, IDENTITY.maxResponse, maxResponse);
  return bytes;
}

export function decodeIdentity(bytes: Uint8Array): PdsIdentity {
  return { maxRequest: readU32(bytes, IDENTITY.maxRequest), maxResponse: readU32(bytes, IDENTITY.maxResponse) };
}

function encodeList(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array([...new Uint8Array(LIST.entries), ...entries.flatMap((entry) => [...entry])]);
  writeU32(bytes, LIST.count, entries.length);
  return bytes;
}

function decodeList(bytes: Uint8Array, entryLength: number): readonly Uint8Array[] {
  const at = (index: number) => bytes.slice(LIST.entries + index * entryLength, LIST.entries + (index + 1) * entryLength);
  return Array.from({ length: readU32(bytes, LIST.count) }, (_, index) => at(index));
}

const ENDPOINT_LENGTH = 4;
const OPERATION = { length: 8, attribute: 4 } as const;

export function encodeEndpoints(ids: readonly number[]): Uint8Array {
  return encodeList(
    ids.map((id) => {
      const entry = new Uint8Array(ENDPOINT_LENGTH);
      writeU32(entry, 0, id);
      return entry;
    }),
  );
}

export function decodeEndpoints(bytes: Uint8Array): readonly number[] {
  return decodeList(bytes, ENDPOINT_LENGTH).map((entry) => readU32(entry, 0));
}

export function encodeOperations(operations: readonly PdsOperation[]): Uint8Array {
  return encodeList(
    operations.map(({ id, attribute }) => {
      const entry = new Uint8Array(OPERATION.length);
      writeU32(entry, 0, id);
      entry[OPERATION.attribute] = attribute;
      return entry;
    }),
  );
}

export function decodeOperations(bytes: Uint8Array): readonly PdsOperation[] {
  return decodeList(bytes, OPERATION.length).map((entry) => ({ id: readU32(entry, 0), attribute: entry[OPERATION.attribute] ?? 0 }));
}
