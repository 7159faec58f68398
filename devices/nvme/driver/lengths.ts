import { dataDirection } from '../../../kit/formats/nvme/opcodes.js';
import type { NvmeRpc } from '../../../kit/formats/nvme/rpc.js';
import { transferLength } from '../../../kit/formats/nvme/transfer.js';

/** The longest transfer in bytes. */
export const LONGEST_TRANSFER = 65_536;

/**
 * Whether the data are as long as the command itself will make the controller believe; it would go on beyond them
 * otherwise. What goes to the controller lies behind the request, and nothing else does.
 */
export function areLengthsRight({ command, dataLength, data }: NvmeRpc): boolean {
  const behind = dataDirection(command.opcode) === 'to the controller' ? dataLength : 0;
  return dataLength === transferLength(command) && dataLength <= LONGEST_TRANSFER && data.length === behind;
}
