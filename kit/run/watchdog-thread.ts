import type { Debugger } from 'node:inspector';
import { workerData } from 'node:worker_threads';
import type { WatchdogOrders } from './watchdog.js';

const { beat, limit }: WatchdogOrders = workerData;
/** How long the debugger may take before the thread is held to be inside a system call, where only the whole process can be ended. */
const PATIENCE = 10_000;

// Turns of this thread and not time: a process that was suspended has not been stuck.
const TURNS = 4;
let counted = Atomics.load(beat, 0);
let turnsWithoutBeat = 0;

const timer = setInterval(() => {
  const now = Atomics.load(beat, 0);
  turnsWithoutBeat = now === counted ? turnsWithoutBeat + 1 : 0;
  counted = now;
  if (turnsWithoutBeat < TURNS) return;
  clearInterval(timer);
  void interrupt();
}, limit / TURNS);

async function interrupt(): Promise<void> {
  const { Session } = await import('node:inspector');
  const session = new Session();
  session.connectToMainThread();
  const lastResort = setTimeout(() => process.kill(process.pid, 'SIGKILL'), PATIENCE);
  const scripts = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ params }) => scripts.set(params.scriptId, params.url));
  session.on('Debugger.paused', ({ params: { callFrames } }) => {
    clearTimeout(lastResort);
    // This thread must outlive the answer, which arrives when the process ends.
    setInterval(() => {}, PATIENCE);
    const expression = `fwctlConformanceStuck(${JSON.stringify(placeOf(callFrames, scripts))})`;
    session.post('Debugger.evaluateOnCallFrame', { callFrameId: callFrames[0]?.callFrameId ?? '', expression });
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
}

/** The innermost function that is not Node's own. */
function placeOf(frames: readonly Debugger.CallFrame[], scripts: ReadonlyMap<string, string>): string {
  const places = frames.map(({ functionName, location }) => {
    const url = scripts.get(location.scriptId) ?? '';
    return { url, text: `${functionName || 'a nameless function'} (${url}:${location.lineNumber + 1})` };
  });
  return (places.find(({ url }) => url.startsWith('file:')) ?? places[0])?.text ?? 'an unknown place';
}
