import { adminName, type NvmeAdminName } from '../../../kit/formats/nvme/opcodes.js';
import type { Answer } from './answer.js';
import type { Command } from './command.js';
import type { Controller } from './controller.js';
import { getFeature } from './features.js';
import { downloadImage } from './firmware-slots.js';
import { identify } from './identify.js';
import { getLogPage } from './log-pages.js';
import { attachNamespace, format, manageNamespace, sanitize } from './namespace-commands.js';
import { configureDoorbells, createQueue, deleteQueue } from './queues.js';
import {
  manageVirtualization,
  receiveDirective,
  receiveSecurity,
  selfTest,
  sendDirective,
  sendSecurity,
  sendToEndpoint,
} from './subsystem-commands.js';
import { runVendorCommand } from './vendor-commands.js';
import { abort, requestEvent } from './waiting-commands.js';

type Run = (controller: Controller, command: Command) => Answer;

const ADMIN: Readonly<Record<NvmeAdminName, Run>> = {
  'Delete I/O Submission Queue': deleteQueue,
  'Create I/O Submission Queue': createQueue,
  'Get Log Page': getLogPage,
  'Delete I/O Completion Queue': deleteQueue,
  'Create I/O Completion Queue': createQueue,
  Identify: identify,
  Abort: abort,
  'Set Features': (controller, command) => controller.parts.setFeature(controller, command),
  'Get Features': getFeature,
  'Asynchronous Event Request': requestEvent,
  'Namespace Management': manageNamespace,
  'Firmware Commit': (controller, command) => controller.parts.commitFirmware(controller, command),
  'Firmware Image Download': downloadImage,
  'Device Self-test': selfTest,
  'Namespace Attachment': attachNamespace,
  'Directive Send': sendDirective,
  'Directive Receive': receiveDirective,
  'Virtualization Management': manageVirtualization,
  'NVMe-MI Send': sendToEndpoint,
  'Doorbell Buffer Config': configureDoorbells,
  'Format NVM': format,
  'Security Send': sendSecurity,
  'Security Receive': receiveSecurity,
  Sanitize: sanitize,
};

/** What a command does; every opcode without a standard meaning is the vendor's. */
export function runOf(opcode: number): Run {
  const name = adminName(opcode);
  return name === undefined ? runVendorCommand : ADMIN[name];
}
