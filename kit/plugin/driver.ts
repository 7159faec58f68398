/** What a vendor's driver is written against: `import type { FwctlOps } from 'fwctl-conformance/driver'`. */
export type { FwctlOps } from '../../reference-impl/driver-ops.js';
export type { Awaitable, Result } from '../result.js';
export type { Errno } from '../uapi/errno.js';
export type { Scope } from '../uapi/scope.js';
