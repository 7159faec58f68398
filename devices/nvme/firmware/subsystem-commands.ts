import { writeU16 } from '../../../kit/formats/little-endian.js';
import { DIRECTIVE_RECEIVE, directiveOperationOf } from '../../../kit/formats/nvme/dwords.js';
import { type Answer, done } from './answer.js';
import type { Command } from './command.js';
import type { Controller } from './controller.js';

const SECURITY_LENGTH = 8;
const STREAMS_LENGTH = 4;
const ABORT_TEST = 0xf;

/** Device Self-test: it is begun, or ended. */
export function selfTest(controller: Controller, { command: { cdw10 } }: Command): Answer {
  controller.isTesting = (cdw10 & 0xf) !== ABORT_TEST;
  return done();
}

/** Directive Receive: parameters are told, here only how many streams are kept; or one more is kept for the host from now on. */
export function receiveDirective(controller: Controller, { command }: Command): Answer {
  if (directiveOperationOf(command) === DIRECTIVE_RECEIVE['allocate resources']) controller.streams += 1;
  const parameters = new Uint8Array(STREAMS_LENGTH);
  writeU16(parameters, 0, controller.streams);
  return done(parameters);
}

/** Directive Send: what was kept for the host is given back. */
export function sendDirective(controller: Controller): Answer {
  controller.streams = 0;
  return done();
}

/** Virtualization Management: the secondary controller goes offline. */
export function manageVirtualization(controller: Controller): Answer {
  controller.isSecondaryOnline = false;
  return done();
}

/** NVMe-MI Send: the enclosure is set otherwise. */
export function sendToEndpoint(controller: Controller, { command: { cdw11 } }: Command): Answer {
  controller.enclosureSettings = cdw11;
  return done();
}

/** Security Send: whoever has no key no longer gets at the blocks. */
export function sendSecurity(controller: Controller): Answer {
  controller.isLocked = true;
  return done();
}

/** Security Receive: the list of protocols, or what one of them has to say. */
export function receiveSecurity(): Answer {
  return done(new Uint8Array(SECURITY_LENGTH));
}
