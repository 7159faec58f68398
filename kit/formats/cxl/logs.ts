import { readU16, readU32, writeU16, writeU32 } from '../little-endian.js';
import { UUID_LENGTH, uuidBytes, uuidText } from './feature-uuids.js';

/** The log that tells which commands a device has. Source: the CXL specification, Command Effects Log; drivers/cxl/cxlmem.h, DEFINE_CXL_CEL_UUID. */
export const COMMAND_EFFECTS_LOG = '0da9c0b5-bf41-4b78-8f79-96b1623b3f17';

/** Offsets and lengths in bytes; the entries follow the header. Source: drivers/cxl/cxlmem.h, struct cxl_mbox_get_supported_logs. */
export const GET_SUPPORTED_LOGS_OUT = { length: 8, count: 0, entries: 8, entryLength: 20, uuid: 0, size: 16 } as const;

/** `size` is how long the log can be at most, in bytes. */
export type SupportedLog = { readonly uuid: string; readonly size: number };

export function encodeSupportedLogs(logs: readonly SupportedLog[]): Uint8Array {
  const { entries, entryLength } = GET_SUPPORTED_LOGS_OUT;
  const payload = new Uint8Array(entries + logs.length * entryLength);
  writeU16(payload, GET_SUPPORTED_LOGS_OUT.count, logs.length);
  for (const [index, { uuid, size }] of logs.entries()) {
    payload.set(uuidBytes(uuid), entries + index * entryLength);
    writeU32(payload, entries + index * entryLength + GET_SUPPORTED_LOGS_OUT.size, size);
  }
  return payload;
}

/** As many logs as the payload says, and no more than it has bytes for. */
export function decodeSupportedLogs(payload: Uint8Array): readonly SupportedLog[] {
  const { entries, entryLength } = GET_SUPPORTED_LOGS_OUT;
  const whole = Math.max(0, Math.floor((payload.length - entries) / entryLength));
  return Array.from({ length: Math.min(whole, readU16(payload, GET_SUPPORTED_LOGS_OUT.count)) }, (_, index) => ({
    uuid: uuidText(payload, entries + index * entryLength),
    size: readU32(payload, entries + index * entryLength + GET_SUPPORTED_LOGS_OUT.size),
  }));
}

/** Offsets and lengths in bytes; the answer is the piece of the log alone. Source: drivers/cxl/cxlmem.h, struct cxl_mbox_get_log. */
export const GET_LOG_IN = { length: 24, uuid: 0, offset: UUID_LENGTH, count: 20 } as const;

/** `offset` and `count` are in bytes of the log. */
export type GetLog = { readonly uuid: string; readonly offset: number; readonly count: number };

export function encodeGetLog({ uuid, offset, count }: GetLog): Uint8Array {
  const payload = new Uint8Array(GET_LOG_IN.length);
  payload.set(uuidBytes(uuid), GET_LOG_IN.uuid);
  writeU32(payload, GET_LOG_IN.offset, offset);
  writeU32(payload, GET_LOG_IN.count, count);
  return payload;
}

export function decodeGetLog(payload: Uint8Array): GetLog {
  return {
    uuid: uuidText(payload, GET_LOG_IN.uuid),
    offset: readU32(payload, GET_LOG_IN.offset),
    count: readU32(payload, GET_LOG_IN.count),
  };
}

const CEL_ENTRY = { length: 4, opcode: 0, effects: 2 } as const;

/** One command of the device, and what it announces for it (kit/formats/cxl/effects.ts). */
export type CommandEffects = { readonly opcode: number; readonly effects: number };

export function encodeCommandEffectsLog(commands: readonly CommandEffects[]): Uint8Array {
  const log = new Uint8Array(commands.length * CEL_ENTRY.length);
  for (const [index, { opcode, effects }] of commands.entries()) {
    writeU16(log, index * CEL_ENTRY.length + CEL_ENTRY.opcode, opcode);
    writeU16(log, index * CEL_ENTRY.length + CEL_ENTRY.effects, effects);
  }
  return log;
}

export function decodeCommandEffectsLog(log: Uint8Array): readonly CommandEffects[] {
  return Array.from({ length: Math.floor(log.length / CEL_ENTRY.length) }, (_, index) => ({
    opcode: readU16(log, index * CEL_ENTRY.length + CEL_ENTRY.opcode),
    effects: readU16(log, index * CEL_ENTRY.length + CEL_ENTRY.effects),
  }));
}
