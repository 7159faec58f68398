import type { Debugger } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';
import type { WatchdogOrders } from './watchdog.js';

const { beat, limit }: WatchdogOrders = workerData;
/** How long the debugger may take before the thread is held to be inside a system call, where only the whole process can be ended. */
const PATIENCE = 2000;

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
  session.on('Debugger.paused', ({ params }) => {
    clearTimeout(lastResort);
    parentPort?.postMessage(placeOf(params.callFrames));
    session.post('Runtime.terminateExecution', () => {});
    session.post('Debugger.resume', () => session.disconnect());
  });
  session.post('Debugger.enable');
  session.post('Debugger.pause');
}

function placeOf(frames: readonly Debugger.CallFrame[]): string {
  const frame = frames.find(({ url }) => url.startsWith('file:')) ?? frames[0];
  return frame === undefined ? 'nowhere' : `${frame.functionName || 'a function'} (${frame.url}:${frame.location.lineNumber + 1})`;
}
