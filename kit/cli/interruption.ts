/** Aborted by the first signal, so that the command can end in good order. A second one calls `atOnce`. */
export function onInterruption(atOnce: () => void): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) atOnce();
      controller.abort(name);
    });
  }
  return controller.signal;
}
