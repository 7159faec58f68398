import { readU16, writeU16 } from '../little-endian.js';
import { HWRM_REQUEST_TYPES, type HwrmRequestType } from './request-types.js';

/**
 * The header of every HWRM request and of every response; offsets and lengths in bytes, words little endian.
 * Source: include/linux/bnxt/hsi.h, struct input and struct output.
 */
export const HWRM_REQUEST = { length: 16, longest: 128, type: 0, completionRing: 2, sequence: 4, target: 6, responseAddress: 8 } as const;
export const HWRM_RESPONSE = { length: 8, errorCode: 0, type: 2, sequence: 4, responseLength: 6 } as const;

/** Whether a response has been written to its end: the last byte of every one. */
const VALID = 1;

/** Source: include/linux/bnxt/hsi.h, struct hwrm_err_output. */
export const HWRM_ERROR_CODES = {
  SUCCESS: 0,
  FAIL: 1,
  INVALID_PARAMS: 2,
  RESOURCE_ACCESS_DENIED: 3,
  RESOURCE_ALLOC_ERROR: 4,
  INVALID_FLAGS: 5,
  INVALID_ENABLES: 6,
  BUSY: 0x10,
  CMD_NOT_SUPPORTED: 0xffff,
} as const;

export type HwrmErrorCode = keyof typeof HWRM_ERROR_CODES;
export const HWRM_ERROR_CODE_NAMES = Object.keys(HWRM_ERROR_CODES).filter(isErrorCode);

function isErrorCode(name: string): name is HwrmErrorCode {
  return name in HWRM_ERROR_CODES;
}

export function errorCodeName(code: number): HwrmErrorCode | undefined {
  return HWRM_ERROR_CODE_NAMES.find((name) => HWRM_ERROR_CODES[name] === code);
}

/** A request with its arguments, which follow the header; `length` is that of the whole, as long as both by default. */
export function buildHwrmRequest(
  type: HwrmRequestType | number,
  body: Uint8Array = new Uint8Array(0),
  length = HWRM_REQUEST.length + body.length,
) {
  const request = new Uint8Array(Math.max(length, HWRM_REQUEST.length + body.length));
  writeU16(request, HWRM_REQUEST.type, typeof type === 'number' ? type : HWRM_REQUEST_TYPES[type]);
  request.set(body, HWRM_REQUEST.length);
  return request.slice(0, length);
}

export function hwrmRequestType(request: Uint8Array): number {
  return readU16(request, HWRM_REQUEST.type);
}

/** A response to the request: header, results, and the byte that says that it is whole. A multiple of 8 bytes long. */
export function buildHwrmResponse(request: Uint8Array, code: HwrmErrorCode | number, results: Uint8Array = new Uint8Array(0)): Uint8Array {
  const length = Math.ceil((HWRM_RESPONSE.length + results.length + 1) / 8) * 8;
  const response = new Uint8Array(length);
  writeU16(response, HWRM_RESPONSE.errorCode, typeof code === 'number' ? code : HWRM_ERROR_CODES[code]);
  writeU16(response, HWRM_RESPONSE.type, hwrmRequestType(request));
  writeU16(response, HWRM_RESPONSE.sequence, readU16(request, HWRM_REQUEST.sequence));
  writeU16(response, HWRM_RESPONSE.responseLength, length);
  response.set(results, HWRM_RESPONSE.length);
  response[length - 1] = VALID;
  return response;
}

export function hwrmErrorCode(response: Uint8Array): number {
  return readU16(response, HWRM_RESPONSE.errorCode);
}
