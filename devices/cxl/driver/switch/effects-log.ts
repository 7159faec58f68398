import { decodeCciMessage, encodeCciRequest } from '../../../../kit/formats/cxl/cci-message.js';
import { COMMAND_EFFECTS_LOG, decodeCommandEffectsLog, decodeSupportedLogs, encodeGetLog } from '../../../../kit/formats/cxl/logs.js';
import { CXL_OPCODES, type CxlCommandName } from '../../../../kit/formats/cxl/opcodes.js';
import { CXL_RETURN_CODES } from '../../../../kit/formats/cxl/return-codes.js';
import { decodeTunnelAnswer, throughPorts } from '../../../../kit/formats/cxl/tunnel.js';
import type { CxlLink } from '../../link.js';

/** The ports that lead from the switch to a component; none lead to the switch itself. */
export type Path = readonly number[];

/** Effects by opcode, as the component at the end of the path announces them; null when there is none, or it does not tell. */
export async function effectsLog(link: CxlLink, path: Path): Promise<ReadonlyMap<number, number> | null> {
  const logs = await ask(link, path, 'Get Supported Logs', new Uint8Array(0));
  const size = decodeSupportedLogs(logs ?? new Uint8Array(0)).find(({ uuid }) => uuid === COMMAND_EFFECTS_LOG)?.size;
  if (size === undefined) return null;
  const log = await ask(link, path, 'Get Log', encodeGetLog({ uuid: COMMAND_EFFECTS_LOG, offset: 0, count: size }));
  return log && new Map(decodeCommandEffectsLog(log).map(({ opcode, effects }) => [opcode, effects]));
}

/** The answer of the component at the end of the path; null when a component on the way, or the last, does not comply. */
async function ask(link: CxlLink, path: Path, name: CxlCommandName, payload: Uint8Array): Promise<Uint8Array | null> {
  const response = await link.execute(encodeCciRequest(throughPorts(path, { opcode: CXL_OPCODES[name], payload })));
  if (!response.ok) return null;
  let answer = decodeCciMessage(response.value);
  for (const _port of path) {
    if (answer.returnCode !== CXL_RETURN_CODES.Success) return null;
    answer = decodeTunnelAnswer(answer.payload);
  }
  return answer.returnCode === CXL_RETURN_CODES.Success ? answer.payload : null;
}
