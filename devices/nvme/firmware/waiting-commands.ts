import { type Answer, done } from './answer.js';
import type { Command } from './command.js';
import type { Controller } from './controller.js';

/** A command that waits is ended; the result says whether there was one. */
export function abort({ waiting }: Controller, { command: { cdw10 } }: Command): Answer {
  return done(undefined, waiting.delete(cdw10 >>> 16) ? 0 : 1);
}

/** The command waits for an event, of which none happens by itself. */
export function requestEvent({ waiting }: Controller, { command: { commandId } }: Command): Answer {
  waiting.add(commandId);
  return done();
}
