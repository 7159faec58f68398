import { readU16, writeU16 } from '../little-endian.js';
import { CCI_CATEGORIES, CCI_MESSAGE, type CciRequest, decodeCciMessage, encodeCciRequest } from './cci-message.js';
import { CXL_OPCODES } from './opcodes.js';

/**
 * A command for another component, in the payload of Tunnel Management Command; offsets and lengths in bytes. Source:
 * the CXL specification, Tunnel Management Command Input and Output Payload.
 */
const TUNNEL_IN = { headerLength: 4, port: 0, targetType: 1, size: 2, message: 4 } as const;
const TUNNEL_OUT = { headerLength: 4, size: 0, message: 4 } as const;

/** By port of a switch, or by logical device. */
const BY_PORT = 0;

export type Tunnelled = { readonly port: number; readonly command: CciRequest };

export function encodeTunnel({ port, command }: Tunnelled): Uint8Array {
  const message = encodeCciRequest(command);
  const payload = new Uint8Array(TUNNEL_IN.headerLength + message.length);
  payload[TUNNEL_IN.port] = port;
  payload[TUNNEL_IN.targetType] = BY_PORT;
  writeU16(payload, TUNNEL_IN.size, message.length);
  payload.set(message, TUNNEL_IN.message);
  return payload;
}

/** The command as the first component takes it, that passes it on through its port to the next; as it is without ports. */
export function throughPorts([port, ...further]: readonly number[], command: CciRequest): CciRequest {
  if (port === undefined) return command;
  const payload = encodeTunnel({ port, command: throughPorts(further, command) });
  return { opcode: CXL_OPCODES['Tunnel Management Command'], payload };
}

/** null when the payload is not exactly one request for a component behind a port. */
export function decodeTunnel(payload: Uint8Array): Tunnelled | null {
  const message = payload.subarray(TUNNEL_IN.message);
  if (message.length < CCI_MESSAGE.headerLength || readU16(payload, TUNNEL_IN.size) !== message.length) return null;
  if (payload[TUNNEL_IN.targetType] !== BY_PORT || message[CCI_MESSAGE.category] !== CCI_CATEGORIES.request) return null;
  if (readU16(message, CCI_MESSAGE.payloadLength) !== message.length - CCI_MESSAGE.headerLength) return null;
  const { opcode, payload: data } = decodeCciMessage(message);
  return { port: payload[TUNNEL_IN.port] ?? 0, command: { opcode, payload: data } };
}

/** `message` is the response of the component, a CCI message. */
export function encodeTunnelAnswer(message: Uint8Array): Uint8Array {
  const payload = new Uint8Array(TUNNEL_OUT.headerLength + message.length);
  writeU16(payload, TUNNEL_OUT.size, message.length);
  payload.set(message, TUNNEL_OUT.message);
  return payload;
}

export function decodeTunnelAnswer(payload: Uint8Array): ReturnType<typeof decodeCciMessage> {
  return decodeCciMessage(payload.subarray(TUNNEL_OUT.message, TUNNEL_OUT.message + readU16(payload, TUNNEL_OUT.size)));
}
