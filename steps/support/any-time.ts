/** For steps that go through a model: it may have any number of RPCs, and the way to a device may be long; each call has a limit of its own. */
export const ANY_TIME = { timeout: -1 } as const;
