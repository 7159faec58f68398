import type { NvmeCommand } from './command.js';
import { decodeGetLogPage } from './dwords.js';
import { IDENTIFY_LENGTH } from './identify.js';
import { FIRST_VENDOR_OPCODE, NVME_ADMIN } from './opcodes.js';

/**
 * How many bytes an admin command moves between host and controller, as its own dwords say. Vendor-specific ones say it
 * in dword 10, where they keep to the standard form. Source: NVM Express Base Specification 2.0, the sections of the commands.
 */
export function transferLength(command: NvmeCommand): number {
  const { opcode, cdw10, cdw11 } = command;
  if (opcode >= FIRST_VENDOR_OPCODE) return cdw10 * 4;
  switch (opcode) {
    case NVME_ADMIN.Identify:
      return IDENTIFY_LENGTH;
    case NVME_ADMIN['Get Log Page']:
      return decodeGetLogPage(command).dwords * 4;
    case NVME_ADMIN['Firmware Image Download']:
    case NVME_ADMIN['Directive Receive']:
    case NVME_ADMIN['Directive Send']:
      return (cdw10 + 1) * 4;
    case NVME_ADMIN['Security Receive']:
    case NVME_ADMIN['Security Send']:
      return cdw11;
    default:
      return 0;
  }
}
