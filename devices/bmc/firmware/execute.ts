import { COMPLETION_CODES, ipmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import { decodeIpmiRequest, encodeIpmiResponse, SEND_MESSAGE } from '../../../kit/formats/ipmi/messages.js';
import { type Answer, done, failed } from './answer.js';
import { commandEntry } from './commands.js';
import type { Firmware } from './firmware.js';
import { traceCommand } from './trace.js';

/** One request in, one response out. */
export function execute(firmware: Firmware, message: Uint8Array): Uint8Array {
  const { code, data } = answer(firmware, message);
  return encodeIpmiResponse(message, COMPLETION_CODES[code], data);
}

function answer(firmware: Firmware, message: Uint8Array): Answer {
  const request = decodeIpmiRequest(message);
  const name = request === null ? undefined : ipmiCommandName(request.number);
  if (request === null || name === undefined) return failed('Invalid Command');
  if (name === 'Send Message') return passOn(firmware, request.data);
  const { data, isTraced, run } = commandEntry(name);
  const { length } = request.data;
  if ('exactly' in data ? length !== data.exactly : length < data.least) return failed('Data Length Invalid');
  const given = run(firmware, request.data);
  if (isTraced && given.code === 'Completed') traceCommand(firmware, request.number);
  return { ...given, data: firmware.parts.dataOfRelease(firmware.release, name, given.data) };
}

/** The manager of another node answers, and its whole response is the data of this one. */
function passOn({ nodes }: Firmware, data: Uint8Array): Answer {
  const node = nodes.get(data[SEND_MESSAGE.node] ?? 0);
  return node === undefined ? failed('Not Present') : done(...execute(node, data.subarray(SEND_MESSAGE.request)));
}
