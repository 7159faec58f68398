/** The scopes of an RPC in the order of their numbers. Source: include/uapi/fwctl/fwctl.h, enum fwctl_rpc_scope. */
export const SCOPES = ['configuration', 'debug read only', 'debug write', 'debug write full'] as const;

export type Scope = (typeof SCOPES)[number];

/** The number that travels in struct fwctl_rpc. */
export const SCOPE_NUMBERS = {
  configuration: 0,
  'debug read only': 1,
  'debug write': 2,
  'debug write full': 3,
} as const satisfies Record<Scope, number>;

/** The scope with that number, or undefined when no such scope exists. */
export function scopeOfNumber(number: number): Scope | undefined {
  return SCOPES[number];
}
