import { errorCodeName, HWRM_REQUEST, HWRM_RESPONSE } from '../../../../kit/formats/bnxt/hwrm.js';
import { requestTypeName } from '../../../../kit/formats/bnxt/request-types.js';
import { CCI_CATEGORIES, CCI_MESSAGE } from '../../../../kit/formats/cxl/cci-message.js';
import { CXL_RPC_IN, CXL_RPC_OUT } from '../../../../kit/formats/cxl/fwctl-rpc.js';
import { CXL_OPCODES } from '../../../../kit/formats/cxl/opcodes.js';
import { returnCodeName } from '../../../../kit/formats/cxl/return-codes.js';
import { commandName } from '../../../../kit/formats/mlx5/commands.js';
import { MLX5_REQUEST, MLX5_RESPONSE } from '../../../../kit/formats/mlx5/mailbox.js';
import { statusName } from '../../../../kit/formats/mlx5/statuses.js';
import { nameOf } from '../../../../kit/formats/name-of.js';
import { SQE } from '../../../../kit/formats/nvme/command.js';
import { adminName } from '../../../../kit/formats/nvme/opcodes.js';
import { NVME_RPC, NVME_RPC_ANSWER } from '../../../../kit/formats/nvme/rpc.js';
import { NVME_STATUSES } from '../../../../kit/formats/nvme/statuses.js';
import { PDS_OPCODES, PDS_RPC_COMMAND } from '../../../../kit/formats/pds/admin-queue.js';
import { commandOf, versionOf } from '../../../../kit/formats/pds/operations.js';
import { PDS_RPC } from '../../../../kit/formats/pds/rpc.js';
import type { Field, Layout } from './layout.js';

/** How the messages of a kind of device begin, on the way through fwctl and as its firmware gets them. */
export type Messages = {
  readonly request: Layout;
  readonly response: Layout;
  readonly firmware: Layout;
  /** The field of the request and of the firmware's message that says what is asked for. */
  readonly command: string;
};

const MLX5_HEADER: Layout = {
  title: 'the mailbox',
  order: 'big endian',
  fields: [
    { name: 'opcode', at: MLX5_REQUEST.opcode, length: 2, say: commandName },
    { name: 'uid', at: MLX5_REQUEST.uid, length: 2 },
    { name: 'op_mod', at: MLX5_REQUEST.opMod, length: 2 },
  ],
};

const HWRM_HEADER: Layout = {
  title: 'the HWRM header',
  order: 'little endian',
  fields: [
    { name: 'req_type', at: HWRM_REQUEST.type, length: 2, say: requestTypeName },
    { name: 'cmpl_ring', at: HWRM_REQUEST.completionRing, length: 2 },
    { name: 'seq_id', at: HWRM_REQUEST.sequence, length: 2 },
    { name: 'target_id', at: HWRM_REQUEST.target, length: 2 },
    { name: 'resp_addr', at: HWRM_REQUEST.responseAddress, length: 8 },
  ],
};

const SQE_FIELDS: readonly Field[] = [
  { name: 'opcode', at: 0, length: 1, say: adminName },
  { name: 'flags', at: SQE.flags, length: 1 },
  { name: 'cid', at: SQE.commandId, length: 2 },
  { name: 'nsid', at: SQE.nsid, length: 4 },
  ...[0, 1, 2, 3, 4].map((index) => ({ name: `cdw1${index}`, at: SQE.cdw10 + 4 * index, length: 4 })),
];

const cxlCommand = (opcode: number): string | undefined => nameOf(CXL_OPCODES, opcode);
const pdsOperation = (operation: number): string => `command ${commandOf(operation)}, version ${versionOf(operation)}`;

/** By the profile of the device; one that is not here speaks words that only its vendor knows. */
export const MESSAGES: ReadonlyMap<string, Messages> = new Map<string, Messages>([
  [
    'mlx5',
    {
      command: 'opcode',
      request: MLX5_HEADER,
      firmware: MLX5_HEADER,
      response: {
        title: 'the mailbox',
        order: 'big endian',
        fields: [
          { name: 'status', at: MLX5_RESPONSE.status, length: 1, say: statusName },
          { name: 'syndrome', at: MLX5_RESPONSE.syndrome, length: 4 },
        ],
      },
    },
  ],
  [
    'bnxt',
    {
      command: 'req_type',
      request: HWRM_HEADER,
      firmware: HWRM_HEADER,
      response: {
        title: 'the HWRM header',
        order: 'little endian',
        fields: [
          { name: 'error_code', at: HWRM_RESPONSE.errorCode, length: 2, say: errorCodeName },
          { name: 'req_type', at: HWRM_RESPONSE.type, length: 2, say: requestTypeName },
          { name: 'seq_id', at: HWRM_RESPONSE.sequence, length: 2 },
          { name: 'resp_len', at: HWRM_RESPONSE.responseLength, length: 2 },
        ],
      },
    },
  ],
  [
    'cxl',
    {
      command: 'opcode',
      request: {
        title: 'struct fwctl_rpc_cxl',
        order: 'little endian',
        fields: [
          { name: 'opcode', at: CXL_RPC_IN.opcode, length: 4, say: cxlCommand },
          { name: 'flags', at: CXL_RPC_IN.flags, length: 4 },
          { name: 'op_size', at: CXL_RPC_IN.opSize, length: 4 },
          { name: 'reserved', at: CXL_RPC_IN.reserved, length: 4 },
        ],
      },
      firmware: {
        title: 'the CCI message',
        order: 'little endian',
        fields: [
          { name: 'category', at: CCI_MESSAGE.category, length: 1, say: (category) => nameOf(CCI_CATEGORIES, category) },
          { name: 'opcode', at: CCI_MESSAGE.opcode, length: 2, say: cxlCommand },
          { name: 'payload length', at: CCI_MESSAGE.payloadLength, length: 3 },
        ],
      },
      response: {
        title: 'struct fwctl_rpc_cxl_out',
        order: 'little endian',
        fields: [
          { name: 'size', at: CXL_RPC_OUT.size, length: 4 },
          { name: 'retval', at: CXL_RPC_OUT.returnCode, length: 4, say: returnCodeName },
        ],
      },
    },
  ],
  [
    'pds',
    {
      command: 'op',
      request: {
        title: 'struct fwctl_rpc_pds',
        order: 'little endian',
        fields: [
          { name: 'op', at: PDS_RPC.operation, length: 4, say: pdsOperation },
          { name: 'ep', at: PDS_RPC.endpoint, length: 4 },
          { name: 'in.len', at: PDS_RPC.inLength, length: 4 },
          { name: 'in.payload', at: PDS_RPC.inPayload, length: 8 },
          { name: 'out.len', at: PDS_RPC.outLength, length: 4 },
          { name: 'out.payload', at: PDS_RPC.outPayload, length: 8 },
        ],
      },
      response: {
        title: 'struct fwctl_rpc_pds',
        order: 'little endian',
        fields: [{ name: 'out.retval', at: PDS_RPC.retval, length: 4 }],
      },
      firmware: {
        title: 'the admin command',
        order: 'little endian',
        fields: [
          { name: 'opcode', at: 0, length: 1, say: (opcode) => nameOf(PDS_OPCODES, opcode) },
          { name: 'ep', at: PDS_RPC_COMMAND.endpoint, length: 4 },
          { name: 'op', at: PDS_RPC_COMMAND.operation, length: 4, say: pdsOperation },
        ],
      },
    },
  ],
  [
    'nvme',
    {
      command: 'opcode',
      request: {
        title: 'the request, a submission queue entry first',
        order: 'little endian',
        fields: [
          ...SQE_FIELDS,
          { name: 'data length', at: NVME_RPC.dataLength, length: 4 },
          { name: 'queue', at: NVME_RPC.queue, length: 4 },
        ],
      },
      firmware: { title: 'the submission queue entry', order: 'little endian', fields: SQE_FIELDS },
      response: {
        title: 'the completion',
        order: 'little endian',
        fields: [
          { name: 'result', at: NVME_RPC_ANSWER.result, length: 4 },
          { name: 'status', at: NVME_RPC_ANSWER.status, length: 2, say: (status) => nameOf(NVME_STATUSES, status) },
        ],
      },
    },
  ],
]);
