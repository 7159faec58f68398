import { CSP, type EffectsLog, NVME_EFFECTS } from '../../../kit/formats/nvme/effects.js';
import { decodeFirmwareImage } from '../../../kit/formats/nvme/firmware-image.js';
import { NVME_ADMIN, NVME_ADMIN_NAMES, type NvmeAdminName } from '../../../kit/formats/nvme/opcodes.js';
import { type Controller, VENDOR_EFFECTS } from './controller.js';

const { CSUPP, LBCC, NCC, NIC, CCC } = NVME_EFFECTS;
const USUAL = CSUPP | CSP.controller;

/** What the standard commands that there are have an effect on. */
const ADMIN_EFFECTS: Readonly<Record<NvmeAdminName, number>> = {
  'Delete I/O Submission Queue': USUAL,
  'Create I/O Submission Queue': USUAL,
  'Get Log Page': USUAL,
  'Delete I/O Completion Queue': USUAL,
  'Create I/O Completion Queue': USUAL,
  Identify: USUAL,
  Abort: USUAL,
  'Set Features': USUAL | CCC,
  'Get Features': USUAL,
  'Asynchronous Event Request': USUAL,
  'Namespace Management': CSUPP | NIC | NCC | CSP['NVM subsystem'],
  'Firmware Commit': CSUPP | CCC | CSP['NVM subsystem'],
  'Firmware Image Download': USUAL,
  'Device Self-test': USUAL,
  'Namespace Attachment': CSUPP | NIC | CSP['NVM subsystem'],
  'Directive Send': USUAL,
  'Directive Receive': USUAL,
  'Virtualization Management': CSUPP | CCC | CSP['NVM subsystem'],
  'NVMe-MI Send': CSUPP | CSP['NVM subsystem'],
  'Doorbell Buffer Config': USUAL,
  'Format NVM': CSUPP | LBCC | NCC | CSP.namespace,
  'Security Send': USUAL | CCC,
  'Security Receive': USUAL,
  Sanitize: CSUPP | LBCC | CSP['NVM subsystem'],
};

/** What every firmware has. */
const STANDARD: EffectsLog = new Map([
  ...NVME_ADMIN_NAMES.map((name) => [NVME_ADMIN[name], ADMIN_EFFECTS[name]] as const),
  ...VENDOR_EFFECTS,
]);

/** The commands that the running firmware has, and what it says of them. */
export function effectsLog({ setup, running }: Controller): EffectsLog {
  return new Map([
    ...STANDARD,
    ...setup.commands.map(({ opcode, effects }) => [opcode, effects] as const),
    ...decodeFirmwareImage(running).effects,
  ]);
}

/** Whether the running firmware has the command. */
export function supports({ setup, running }: Controller, wanted: number): boolean {
  return (
    STANDARD.has(wanted) ||
    setup.commands.some(({ opcode }) => opcode === wanted) ||
    decodeFirmwareImage(running).effects.some(([opcode]) => opcode === wanted)
  );
}
