import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';
import { DIRECTIVE_RECEIVE, directiveOperationOf, securityProtocolOf } from '../../../kit/formats/nvme/dwords.js';
import { adminName, FIRST_VENDOR_OPCODE } from '../../../kit/formats/nvme/opcodes.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { EffectsLogs, NvmeDriver } from './parts.js';

/** The least scope that admits a command of the admin queue, or null when none does. What the log does not have is not sent. */
export function leastScope(driver: NvmeDriver, logs: EffectsLogs, command: NvmeCommand): Scope | null {
  const { parts } = driver;
  const effects = logs.commands.get(command.opcode);
  if (effects === undefined) return null;
  if (command.opcode >= FIRST_VENDOR_OPCODE) return parts.scopeOfEffects(command.opcode, effects);
  switch (adminName(command.opcode)) {
    case 'Identify':
    case 'Get Features':
    case 'Firmware Image Download':
      return 'configuration';
    case 'Get Log Page':
      return parts.scopeOfLogPage(command);
    case 'Set Features':
      return parts.scopeOfFeature(driver, logs, command);
    case 'Firmware Commit':
      return parts.scopeOfCommit(command);
    case 'Directive Receive':
      return parts.scopeOfDirectiveReceive(command);
    case 'Security Receive':
      return parts.scopeOfSecurityReceive(command);
    case 'Device Self-test':
      return 'debug write';
    case 'Abort':
    case 'Delete I/O Completion Queue':
    case 'Delete I/O Submission Queue':
    case 'Directive Send':
    case 'NVMe-MI Send':
    case 'Security Send':
    case 'Virtualization Management':
      return 'debug write full';
    default:
      return null;
  }
}

/** To keep streams for a host is nothing that would end with the file, so that nobody may do it here. */
export function scopeOfDirectiveReceive(command: NvmeCommand): Scope | null {
  return directiveOperationOf(command) === DIRECTIVE_RECEIVE['allocate resources'] ? null : 'debug read only';
}

/** Which protocols there are is no secret; what one of them says may be the next step of a conversation. */
export function scopeOfSecurityReceive(command: NvmeCommand): Scope {
  return securityProtocolOf(command) === 0 ? 'configuration' : 'debug write full';
}
