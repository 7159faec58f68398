import type { Envelope } from '@cucumber/messages';
import type { Ending } from '../../reports/document/report.js';
import { KitError, messageOf } from '../errors.js';
import { guardExit } from './exit-guard.js';
import type { FeatureRun, RunFeatures, RunListener } from './run-features.js';
import { collectStrayErrors } from './stray-errors.js';
import { watch } from './watchdog.js';

/** `problems` are what the messages cannot tell: they say why nothing may be concluded from them. */
export type RunEnd = { readonly endedBy: Ending; readonly problems: readonly string[] };

export type RunWatch = {
  readonly runFeatures: RunFeatures;
  readonly listener: RunListener;
  /** Ends the run early, as a person does who presses Ctrl-C. */
  readonly signal?: AbortSignal;
  /** Milliseconds that a step may keep the thread to itself; null when somebody else watches it. */
  readonly longestBlock: number | null;
  /** Called when the process ends in the middle of the run; nothing can be waited for in it. */
  readonly onProcessEnd: (end: RunEnd) => void;
};

/** Runs the features and comes back whatever happens in them, unless the process itself is ended. */
export async function runToItsEnd(
  run: FeatureRun,
  { runFeatures, listener, signal, longestBlock, onProcessEnd }: RunWatch,
): Promise<RunEnd> {
  let cutShort = 'the process was ended in the middle of the run, by a step or by the subject';
  const guard = guardExit(() => onProcessEnd({ endedBy: 'aborted', problems: [cutShort] }));
  const stuck = (place: string) => {
    cutShort = `a step kept the thread to itself for more than ${longestBlock} ms, at ${place}`;
  };
  const watchdog = longestBlock === null ? null : watch(longestBlock, stuck);
  const stray = collectStrayErrors();
  const stop = stopSwitch(signal);
  try {
    const end = await Promise.race([
      runFeatures(run, { ...listener, onMessage: stop.gate(listener.onMessage) }).then(finished, aborted),
      stop.interrupted,
    ]);
    // Rejections are told one turn later, and one of them may belong to the last step.
    await new Promise((turn) => setImmediate(turn));
    return { ...end, problems: [...end.problems, ...stray.seen.map((message) => `an error that no step was waiting for: ${message}`)] };
  } finally {
    stop.shut();
    await watchdog?.stop();
    stray.stop();
    guard.lift();
  }
}

function finished(): RunEnd {
  return { endedBy: 'finished', problems: [] };
}

function aborted(thrown: unknown): RunEnd {
  return { endedBy: 'aborted', problems: [withCause(thrown)] };
}

/** Cucumber wraps the error of a BeforeAll or AfterAll hook in one that only names the place. */
function withCause(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  if (cause instanceof KitError) return `${cause.explanation.summary}: ${cause.explanation.received}`;
  return messageOf(cause ?? thrown);
}

/** Once shut, nothing more is accepted, and cucumber is stopped at the next thing it has to say. */
function stopSwitch(signal: AbortSignal | undefined) {
  let open = true;
  const interrupted = new Promise<RunEnd>((resolve) => {
    const interrupt = () => {
      open = false;
      resolve({ endedBy: 'interrupted', problems: [`the run was interrupted: ${messageOf(signal?.reason)}`] });
    };
    if (signal?.aborted) interrupt();
    else signal?.addEventListener('abort', interrupt, { once: true });
  });
  return {
    interrupted,
    shut: () => {
      open = false;
    },
    gate: (accept: (message: Envelope) => void) => (message: Envelope) => {
      if (!open) throw new Error('the run is over');
      accept(message);
    },
  };
}
