/** QUERY_DIAGNOSTIC_PARAMS and SET_DIAGNOSTIC_PARAMS; offsets and lengths in bytes. */
export const DIAGNOSTIC_PARAMS = { length: 48, context: 16, contextLength: 32 } as const;
