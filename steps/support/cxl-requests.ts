import { CXL_RPC_IN, encodeCxlRpc } from '../../kit/formats/cxl/fwctl-rpc.js';
import { encodeGetSupportedFeatures } from '../../kit/formats/cxl/get-supported-features.js';
import { CXL_OPCODES, type CxlCommandName } from '../../kit/formats/cxl/opcodes.js';
import type { CxlFeature } from '../../kit/subject/device-setups.js';
import { getFeature, setPayload, WHOLE_LIST } from './cxl.js';
import { sampleRequest } from './sample-request.js';

const SAMPLE_PAYLOAD_LENGTH = 16;

/** A well-formed request for a command of which only the opcode matters. */
export function sampleCommand(opcode: number): Uint8Array {
  return encodeCxlRpc({ opcode, payload: sampleRequest(SAMPLE_PAYLOAD_LENGTH) });
}

export function cutRequest(request: Uint8Array, length: number): Uint8Array {
  return request.slice(0, length);
}

/** A well-formed payload of one of the three commands. */
export function payloadOf(target: CxlFeature, command: CxlCommandName): Uint8Array {
  switch (command) {
    case 'Get Supported Features':
      return encodeGetSupportedFeatures(WHOLE_LIST);
    case 'Get Feature':
      return getFeature(target).slice(CXL_RPC_IN.payload);
    case 'Set Feature':
      return setPayload(target);
    default:
      throw new Error(`the scenario has no payload for ${command}`);
  }
}

/** The payload of the command, cut or lengthened with zeros, and an op_size of its own. */
export function paddedRequest(target: CxlFeature, command: CxlCommandName, length: number, opSize: number): Uint8Array {
  const payload = new Uint8Array(length);
  payload.set(payloadOf(target, command).subarray(0, length));
  return encodeCxlRpc({ opcode: CXL_OPCODES[command], payload, opSize });
}
