import type { IpmiCommandName } from '../../../kit/formats/ipmi/commands.js';
import type { IpmiRequest } from '../../../kit/formats/ipmi/messages.js';
import type { Result } from '../../../kit/result.js';
import type { Errno } from '../../../kit/uapi/errno.js';
import type { Scope } from '../../../kit/uapi/scope.js';
import type { BmcLink } from '../link.js';
import { leastScope, leastScopeElsewhere, leastScopeOf, reaches, refusalErrno } from './admission.js';
import { deviceInfo } from './info.js';
import { fwRpc } from './rpc.js';

/** Every decision of the driver by name. A broken subject is this table with one entry replaced. */
export type BmcDriverParts = {
  readonly deviceInfo: () => Uint8Array;
  readonly fwRpc: (driver: BmcDriver, scope: Scope, request: Uint8Array) => Promise<Result<Uint8Array, Errno>>;
  readonly leastScope: (parts: BmcDriverParts, request: IpmiRequest) => Scope | null;
  readonly leastScopeElsewhere: (parts: BmcDriverParts, request: IpmiRequest | null) => Scope | null;
  readonly leastScopeOf: (command: IpmiCommandName) => Scope | null;
  readonly reaches: (scope: Scope, least: Scope) => boolean;
  readonly refusalErrno: (code: number) => Errno | null;
};

export const BMC_DRIVER_PARTS: BmcDriverParts = {
  deviceInfo,
  fwRpc,
  leastScope,
  leastScopeElsewhere,
  leastScopeOf,
  reaches,
  refusalErrno,
};

/** The driver bound to one manager. */
export type BmcDriver = { readonly parts: BmcDriverParts; readonly link: BmcLink };
