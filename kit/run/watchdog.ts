import { Worker } from 'node:worker_threads';

export type Watchdog = {
  /** Settles with where the thread stood when it had not come back to its event loop for too long. */
  readonly stuck: Promise<string>;
  stop(): Promise<void>;
};

/** What the watching thread is given; `beat` is counted up by the thread it watches. */
export type WatchdogOrders = { readonly beat: Int32Array; readonly limit: number };

/**
 * Time limits cannot interrupt code that never lets go of the thread. A second thread notices, ends that code
 * through the debugger, and the run goes on to its report.
 *
 * `limit` is in milliseconds.
 */
export function watch(limit: number): Watchdog {
  const beat = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const orders: WatchdogOrders = { beat, limit };
  const worker = new Worker(new URL('watchdog-thread.js', import.meta.url), { workerData: orders });
  const heart = setInterval(() => Atomics.add(beat, 0, 1), limit / 4);
  heart.unref();
  worker.unref();
  const stuck = new Promise<string>((resolve) => {
    worker.on('message', resolve);
  });
  return {
    stuck,
    stop: async () => {
      clearInterval(heart);
      await worker.terminate();
    },
  };
}
