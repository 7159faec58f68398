import { readU16, writeU16 } from '../little-endian.js';

/**
 * A command and its answer as one piece of bytes: the CCI message of the CXL specification (the form that travels
 * over MCTP), little endian. Offsets and lengths in bytes; the payload's length has 20 bits.
 */
export const CCI_MESSAGE = {
  headerLength: 12,
  category: 0,
  tag: 1,
  opcode: 3,
  payloadLength: 5,
  returnCode: 8,
  payload: 12,
} as const;

export const CCI_CATEGORIES = { request: 0, response: 1 } as const;

const PAYLOAD_LENGTH_HIGH_BITS = 0x0f;

export type CciRequest = { readonly opcode: number; readonly payload: Uint8Array };
export type CciResponse = CciRequest & { readonly returnCode: number };

export function encodeCciRequest({ opcode, payload }: CciRequest): Uint8Array {
  const message = new Uint8Array(CCI_MESSAGE.headerLength + payload.length);
  message[CCI_MESSAGE.category] = CCI_CATEGORIES.request;
  writeU16(message, CCI_MESSAGE.opcode, opcode);
  writeU16(message, CCI_MESSAGE.payloadLength, payload.length);
  message[CCI_MESSAGE.payloadLength + 2] = (payload.length >>> 16) & PAYLOAD_LENGTH_HIGH_BITS;
  message.set(payload, CCI_MESSAGE.payload);
  return message;
}

export function encodeCciResponse({ opcode, payload, returnCode }: CciResponse): Uint8Array {
  const message = encodeCciRequest({ opcode, payload });
  message[CCI_MESSAGE.category] = CCI_CATEGORIES.response;
  writeU16(message, CCI_MESSAGE.returnCode, returnCode);
  return message;
}

/** A request has no return code; it reads as 0. The payload is cut where the message ends. */
export function decodeCciMessage(message: Uint8Array): CciResponse {
  const high = (message[CCI_MESSAGE.payloadLength + 2] ?? 0) & PAYLOAD_LENGTH_HIGH_BITS;
  const length = readU16(message, CCI_MESSAGE.payloadLength) | (high << 16);
  return {
    opcode: readU16(message, CCI_MESSAGE.opcode),
    returnCode: readU16(message, CCI_MESSAGE.returnCode),
    payload: message.slice(CCI_MESSAGE.payload, CCI_MESSAGE.payload + length),
  };
}
