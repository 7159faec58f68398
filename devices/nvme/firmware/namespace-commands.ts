import { type Answer, done, failed } from './answer.js';
import type { Command } from './command.js';
import type { Controller } from './controller.js';

const ALL_NAMESPACES = 0xffff_ffff;
const DELETE = 1;
const DETACH = 1;

/** Format NVM: the blocks are lost. */
export function format({ namespaces }: Controller, { command: { nsid } }: Command): Answer {
  const chosen = nsid === ALL_NAMESPACES ? [...namespaces.values()] : [namespaces.get(nsid)];
  for (const namespace of chosen) {
    if (namespace === undefined) return failed('Invalid Namespace or Format');
    namespace.blocks.fill(0);
  }
  return done();
}

/** Sanitize: the blocks of the whole subsystem are lost. */
export function sanitize({ namespaces }: Controller): Answer {
  for (const { blocks } of namespaces.values()) blocks.fill(0);
  return done();
}

/** Namespace Management: a namespace goes. None is made, since there is no space left. */
export function manageNamespace({ namespaces }: Controller, { command: { nsid, cdw10 } }: Command): Answer {
  if ((cdw10 & 0xf) !== DELETE) return failed('Invalid Field in Command');
  return namespaces.delete(nsid) ? done() : failed('Invalid Namespace or Format');
}

export function attachNamespace({ namespaces }: Controller, { command: { nsid, cdw10 } }: Command): Answer {
  const namespace = namespaces.get(nsid);
  if (namespace === undefined) return failed('Invalid Namespace or Format');
  namespace.isAttached = (cdw10 & 0xf) !== DETACH;
  return done();
}
