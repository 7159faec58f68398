import { ADMIN_QUEUE, type NvmeCommand, nvmeCommand, PSDT_SGL } from '../../kit/formats/nvme/command.js';
import {
  DIRECTIVE_RECEIVE,
  firmwareCommit,
  firmwareImageDownload,
  getFeatures,
  getLogPage,
  setFeatures,
} from '../../kit/formats/nvme/dwords.js';
import { FEATURES } from '../../kit/formats/nvme/features.js';
import { IDENTIFY } from '../../kit/formats/nvme/identify.js';
import { CREATE_TELEMETRY, LOG_PAGES } from '../../kit/formats/nvme/log-pages.js';
import { dataDirection, NVME_ADMIN, NVME_IO } from '../../kit/formats/nvme/opcodes.js';
import type { NvmeRpc } from '../../kit/formats/nvme/rpc.js';
import { transferLength } from '../../kit/formats/nvme/transfer.js';
import { sampleRequest } from './sample-request.js';

const BLOCK = 512;
const PAGE_DWORDS = 128;
const SECURITY_LENGTH = 8;
const VENDOR_SECURITY = 0xef00_0000;
const TCG_SECURITY = 0x0100_0000;
const STREAMS_DIRECTIVE = 1 << 8;
/** Maximum Created Data Area, in the Log Specific Field. */
const FIRST_AREA = 1 << 1;
const FOUR_GIB = 2 ** 32;

/** Commands that a sentence names as they are. */
const NAMED: Readonly<Record<string, Partial<NvmeCommand>>> = {
  'Identify Controller': { opcode: NVME_ADMIN.Identify, cdw10: IDENTIFY.controller },
  'Identify Namespace': { opcode: NVME_ADMIN.Identify, nsid: 1, cdw10: IDENTIFY.namespace },
  'Identify Namespace of another host': { opcode: NVME_ADMIN.Identify, nsid: 2, cdw10: IDENTIFY.namespace },
  'Identify of the active namespaces': { opcode: NVME_ADMIN.Identify, cdw10: 2 },
  'Get Log Page for the second half of page 0x02': {
    opcode: NVME_ADMIN['Get Log Page'],
    ...getLogPage({ page: LOG_PAGES['SMART / Health Information'], dwords: PAGE_DWORDS / 2 }),
    cdw12: BLOCK / 2,
  },
  'Get Features': { opcode: NVME_ADMIN['Get Features'], ...getFeatures(FEATURES['Number of Queues']) },
  'the list of security protocols': { opcode: NVME_ADMIN['Security Receive'], cdw11: SECURITY_LENGTH },
  'Create Telemetry': {
    opcode: NVME_ADMIN['Get Log Page'],
    ...getLogPage({ page: LOG_PAGES['Telemetry Host-Initiated'], dwords: PAGE_DWORDS, specific: CREATE_TELEMETRY }),
  },
  'Create Telemetry without RAE': {
    opcode: NVME_ADMIN['Get Log Page'],
    ...getLogPage({ page: LOG_PAGES['Telemetry Host-Initiated'], dwords: PAGE_DWORDS, specific: CREATE_TELEMETRY, retain: false }),
  },
  'Create Telemetry of the first area': {
    opcode: NVME_ADMIN['Get Log Page'],
    ...getLogPage({ page: LOG_PAGES['Telemetry Host-Initiated'], dwords: PAGE_DWORDS, specific: CREATE_TELEMETRY | FIRST_AREA }),
  },
  'Device Self-test': { opcode: NVME_ADMIN['Device Self-test'], cdw10: 1 },
  'Device Self-test of the extended kind': { opcode: NVME_ADMIN['Device Self-test'], cdw10: 2 },
  'Directive Receive that takes streams': {
    opcode: NVME_ADMIN['Directive Receive'],
    cdw11: STREAMS_DIRECTIVE | DIRECTIVE_RECEIVE['allocate resources'],
  },
  'Directive Receive': { opcode: NVME_ADMIN['Directive Receive'], cdw11: DIRECTIVE_RECEIVE['return parameters'] },
  'Directive Send': { opcode: NVME_ADMIN['Directive Send'] },
  'Firmware Image Download': { opcode: NVME_ADMIN['Firmware Image Download'], ...firmwareImageDownload(0, 64) },
  'Create I/O Submission Queue': { opcode: NVME_ADMIN['Create I/O Submission Queue'], cdw10: 5 },
  'Create I/O Completion Queue': { opcode: NVME_ADMIN['Create I/O Completion Queue'], cdw10: 5 },
  'Delete I/O Submission Queue': { opcode: NVME_ADMIN['Delete I/O Submission Queue'], cdw10: 1 },
  'Delete I/O Submission Queue with number 2': { opcode: NVME_ADMIN['Delete I/O Submission Queue'], cdw10: 2 },
  'Delete I/O Completion Queue': { opcode: NVME_ADMIN['Delete I/O Completion Queue'], cdw10: 1 },
  'Doorbell Buffer Config': { opcode: NVME_ADMIN['Doorbell Buffer Config'] },
  'Asynchronous Event Request': { opcode: NVME_ADMIN['Asynchronous Event Request'] },
  Abort: { opcode: NVME_ADMIN.Abort, cdw10: 0xfff0_0000 },
  'Security Send': { opcode: NVME_ADMIN['Security Send'], cdw10: VENDOR_SECURITY, cdw11: SECURITY_LENGTH },
  'Security Receive': { opcode: NVME_ADMIN['Security Receive'], cdw10: VENDOR_SECURITY, cdw11: SECURITY_LENGTH },
  'Security Receive of the TCG': { opcode: NVME_ADMIN['Security Receive'], cdw10: TCG_SECURITY, cdw11: SECURITY_LENGTH },
  'Virtualization Management': { opcode: NVME_ADMIN['Virtualization Management'], cdw10: 7 },
  'Virtualization Management that gives resources': { opcode: NVME_ADMIN['Virtualization Management'], cdw10: 8 },
  'NVMe-MI Send': { opcode: NVME_ADMIN['NVMe-MI Send'], cdw11: 5 },
  'Sanitize of the whole subsystem': { opcode: NVME_ADMIN.Sanitize, cdw10: 2 },
  'Sanitize that overwrites': { opcode: NVME_ADMIN.Sanitize, cdw10: 3 },
  'Sanitize that changes the keys': { opcode: NVME_ADMIN.Sanitize, cdw10: 4 },
  'Namespace Management that creates one': { opcode: NVME_ADMIN['Namespace Management'], cdw10: 0 },
  'Namespace Management that deletes namespace 2': { opcode: NVME_ADMIN['Namespace Management'], nsid: 2, cdw10: 1 },
  'Namespace Attachment that attaches namespace 2': { opcode: NVME_ADMIN['Namespace Attachment'], nsid: 2, cdw10: 0 },
  'Namespace Attachment that detaches namespace 1': { opcode: NVME_ADMIN['Namespace Attachment'], nsid: 1, cdw10: 1 },
  'Set the Trace Level': { opcode: 0xc1, cdw10: 1 },
  'Read Counters': { opcode: 0xc2, cdw10: 16 },
  'Dump the Memory': { opcode: 0xc6, cdw10: PAGE_DWORDS },
  'Stop the Controller': { opcode: 0xc8 },
  'Patch the Firmware': { opcode: 0xcd, cdw10: 4 },
};

/** Commands with a number or two in their name; the first pattern that matches is the one. */
const NUMBERED: readonly (readonly [pattern: string, make: (...numbers: number[]) => Partial<NvmeRpc>])[] = [
  ['Get Log Page for page (\\S+) without RAE', (page = 0) => logPage(page, PAGE_DWORDS, false)],
  ['Get Log Page for page (\\S+) of (\\d+) KiB', (page = 0, length = 0) => logPage(page, length * 256, true)],
  ['Get Log Page for page (\\S+) of (\\d+) bytes', (page = 0, length = 0) => logPage(page, length / 4, true)],
  ['Get Log Page for page (\\S+)', (page = 0) => logPage(page, PAGE_DWORDS, true)],
  ['Get Features for feature (\\S+)', (feature = 0) => command({ opcode: NVME_ADMIN['Get Features'], ...getFeatures(feature) })],
  [
    'Get Features for what is saved of feature (\\S+)',
    (feature = 0) => command({ opcode: NVME_ADMIN['Get Features'], ...getFeatures(feature, 'saved') }),
  ],
  [
    'Set Features for feature (\\S+) that is not saved',
    (feature = 0) => command({ opcode: NVME_ADMIN['Set Features'], ...setFeatures(feature, 5, false) }),
  ],
  ['Set Features for feature (\\S+)', (feature = 0) => command({ opcode: NVME_ADMIN['Set Features'], ...setFeatures(feature, 5) })],
  ['Firmware Commit with action (\\d)', (action = 0) => command({ opcode: NVME_ADMIN['Firmware Commit'], ...firmwareCommit(2, action) })],
  ['Format NVM of namespace (\\S+)', (nsid = 0) => command({ opcode: NVME_ADMIN['Format NVM'], nsid })],
  [
    'Read of namespace (\\d+) on queue (\\d+) from block (\\S+)',
    (nsid = 0, queue = 0, block = 0) => blocks(NVME_IO.Read, nsid, queue, block),
  ],
  ['Read of namespace (\\d+) on queue (\\d+)', (nsid = 0, queue = 0) => blocks(NVME_IO.Read, nsid, queue)],
  ['Write to namespace (\\d+) on queue (\\d+)', (nsid = 0, queue = 0) => blocks(NVME_IO.Write, nsid, queue)],
  [
    'Write Zeroes to namespace (\\d+) on queue (\\d+)',
    (nsid = 0, queue = 0) => ({ ...blocks(NVME_IO['Write Zeroes'], nsid, queue), dataLength: 0 }),
  ],
  ['Flush of namespace (\\d+) on queue (\\d+)', (nsid = 0, queue = 0) => ({ ...blocks(NVME_IO.Flush, nsid, queue), dataLength: 0 })],
  ['opcode (0x\\w+)', (opcode = 0) => command({ opcode })],
];

function command(fields: Partial<NvmeCommand>): Partial<NvmeRpc> {
  return { command: nvmeCommand(fields) };
}

function logPage(page: number, dwords: number, retain: boolean): Partial<NvmeRpc> {
  return command({ opcode: NVME_ADMIN['Get Log Page'], ...getLogPage({ page, dwords, retain }) });
}

/** One block; dword 10 is the lower half of its number. */
function blocks(opcode: number, nsid: number, queue: number, block = 0): Partial<NvmeRpc> {
  return { command: nvmeCommand({ opcode, nsid, cdw10: block }), queue, dataLength: BLOCK };
}

/** How a sentence names any of these. */
export const NVME_REQUEST = [
  ...NUMBERED.map(([pattern]) => pattern.replaceAll(/\((?!\?)/g, '(?:')),
  ...Object.keys(NAMED).sort((a, b) => b.length - a.length),
].join('|');

export function nvmeRequest(words: string): NvmeRpc {
  const named = NAMED[words];
  if (named !== undefined) return complete(command(named));
  for (const [pattern, make] of NUMBERED) {
    const [matched, ...numbers] = new RegExp(`^${pattern}$`).exec(words) ?? [];
    if (matched !== undefined) return complete(make(...numbers.map(Number)));
  }
  throw new Error(`no NVMe command is called "${words}"`);
}

/** On the admin queue, and with as many data as the command moves, unless it is said otherwise. */
export function complete({ command: fields = nvmeCommand({}), queue = ADMIN_QUEUE, dataLength, data }: Partial<NvmeRpc>): NvmeRpc {
  const length = dataLength ?? transferLength(fields);
  const behind = dataDirection(fields.opcode) === 'to the controller' ? length : 0;
  return { command: fields, queue, dataLength: length, data: data ?? sampleRequest(behind) };
}

/** What belongs to the driver, filled in by a caller. */
export const OWN_FIELDS: Readonly<Record<string, Partial<NvmeCommand>>> = {
  'a metadata pointer': { mptr: 0x2000 },
  'PRP entry 1': { prp1: 0x2000 },
  'PRP entry 2': { prp2: 0x2000 },
  'a metadata pointer above 4 GiB': { mptr: FOUR_GIB },
  'PRP entry 1 above 4 GiB': { prp1: FOUR_GIB },
  'PRP entry 2 above 4 GiB': { prp2: FOUR_GIB },
  'an SGL': { flags: PSDT_SGL },
  'an SGL for metadata, too': { flags: PSDT_SGL << 1 },
  'a fused operation': { flags: 1 },
  'a fused operation, its second': { flags: 2 },
  'a command identifier': { commandId: 7 },
};

export function withOwnField(rpc: NvmeRpc, field: Partial<NvmeCommand>): NvmeRpc {
  return { ...rpc, command: { ...rpc.command, ...field } };
}
