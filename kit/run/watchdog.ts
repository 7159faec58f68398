import { closeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** What the watching thread is given; `beat` is counted up by the thread it watches. */
export type WatchdogOrders = { readonly beat: Int32Array; readonly limit: number };

declare global {
  /** The debugger reaches the main thread's functions by global names only. */
  var fwctlConformanceStuck: ((place: string) => void) | undefined;
}

/**
 * Time limits cannot interrupt code that never lets go of the thread. A second thread notices, halts that code
 * with the debugger, and calls `onStuck` in its midst, in this thread; then the process ends.
 *
 * `limit` is in milliseconds. `place` is the function that did not let go, and its line.
 */
export function watch(limit: number, onStuck: (place: string) => void): { stop(): Promise<void> } {
  const beat = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const orders: WatchdogOrders = { beat, limit };
  const worker = new Worker(new URL('watchdog-thread.js', import.meta.url), { workerData: orders });
  const heart = setInterval(() => Atomics.add(beat, 0, 1), limit / 4);
  heart.unref();
  worker.unref();
  globalThis.fwctlConformanceStuck = (place) => {
    onStuck(place);
    // Node says here that it waits for the debugger, which would puzzle everybody.
    process.once('exit', () => closeSync(process.stderr.fd));
    process.exit();
  };
  return {
    stop: async () => {
      clearInterval(heart);
      globalThis.fwctlConformanceStuck = undefined;
      await worker.terminate();
    },
  };
}
