import { IPMI_COMMANDS, type IpmiCommandName } from './commands.js';

/** A request: network function (upper six bits) and logical unit, command, data. In bytes. Source: the IPMI specification, system interface messages. */
export const IPMI_REQUEST = { length: 2, networkFunction: 0, command: 1 } as const;
/** A response: the network function of responses and the logical unit, command, completion code, data. In bytes. */
export const IPMI_RESPONSE = { length: 3, networkFunction: 0, command: 1, completionCode: 2 } as const;

/** The data of Send Message: the node that it is for, and its request. In bytes. */
export const SEND_MESSAGE = { node: 0, request: 1 } as const;

/** `number` is network function and command, as in IPMI_COMMANDS. */
export type IpmiRequest = { readonly number: number; readonly data: Uint8Array };

/** Null when it is shorter than its header, or for a logical unit other than the manager itself. */
export function decodeIpmiRequest(bytes: Uint8Array): IpmiRequest | null {
  const [first = 0, command = 0] = bytes;
  if (bytes.length < IPMI_REQUEST.length || (first & 3) !== 0) return null;
  return { number: ((first >>> 2) << 8) | command, data: bytes.subarray(IPMI_REQUEST.length) };
}

export function encodeIpmiRequest(name: IpmiCommandName, data: readonly number[] = []): Uint8Array {
  const number = IPMI_COMMANDS[name];
  return Uint8Array.of((number >>> 8) << 2, number, ...data);
}

/** To a request, of which only the header is looked at. */
export function encodeIpmiResponse(request: Uint8Array, completionCode: number, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(IPMI_RESPONSE.length + data.length);
  const [first = 0, command = 0] = request;
  bytes.set([first | 4, command, completionCode]);
  bytes.set(data, IPMI_RESPONSE.length);
  return bytes;
}

export function completionCode(response: Uint8Array): number {
  return response[IPMI_RESPONSE.completionCode] ?? 0xff;
}
