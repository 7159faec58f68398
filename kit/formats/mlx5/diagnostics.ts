/**
 * QUERY_DIAGNOSTIC_PARAMS and SET_DIAGNOSTIC_PARAMS; offsets and lengths in bytes. The kernel does not know their
 * layout; this one is a plausible context behind the header.
 */
export const DIAGNOSTIC_PARAMS = { length: 48, context: 16, contextLength: 32 } as const;
