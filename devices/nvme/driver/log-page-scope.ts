import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';
import { decodeGetLogPage } from '../../../kit/formats/nvme/dwords.js';
import { CREATE_TELEMETRY, FIRST_VENDOR_LOG_PAGE, LOG_PAGES } from '../../../kit/formats/nvme/log-pages.js';
import type { Scope } from '../../../kit/uapi/scope.js';

/** Health, and what the controller is able to do. */
const PLAIN: readonly number[] = [
  LOG_PAGES['Supported Log Pages'],
  LOG_PAGES['Error Information'],
  LOG_PAGES['SMART / Health Information'],
  LOG_PAGES['Firmware Slot Information'],
  LOG_PAGES['Commands Supported and Effects'],
  LOG_PAGES['Device Self-test'],
  LOG_PAGES['Feature Identifiers Supported and Effects'],
];

/**
 * The least scope that reads a log page. A page that is read without Retain Asynchronous Event takes an event away from
 * the nvme driver, and the list of changed namespaces is cleared by whoever reads it.
 */
export function scopeOfLogPage(command: NvmeCommand): Scope | null {
  const { page, specific, retain } = decodeGetLogPage(command);
  if (!retain || page === LOG_PAGES['Changed Namespace List']) return 'debug write full';
  if (PLAIN.includes(page)) return 'configuration';
  if (page === LOG_PAGES['Telemetry Host-Initiated'] && (specific & CREATE_TELEMETRY) !== 0) return 'debug write';
  const isTelemetry = page === LOG_PAGES['Telemetry Host-Initiated'] || page === LOG_PAGES['Telemetry Controller-Initiated'];
  return isTelemetry || page >= FIRST_VENDOR_LOG_PAGE ? 'debug read only' : null;
}
