import type { Scope } from '../uapi/scope.js';

/** What the kit asks the process that a vendor's driver runs in; devices and user contexts are numbered by the kit. */
export type Ask = { readonly device: number } & (
  | { readonly op: 'create' }
  | { readonly op: 'reset' }
  | { readonly op: 'open_uctx'; readonly context: number }
  | { readonly op: 'close_uctx'; readonly context: number }
  | { readonly op: 'info'; readonly context: number }
  | {
      readonly op: 'fw_rpc';
      readonly context: number;
      readonly scope: Scope;
      readonly request: Uint8Array;
      readonly outLength: number;
    }
);

/** A question as it travels. */
export type NumberedAsk = Ask & { readonly id: number };

/** What comes back: whatever the driver gave, or what it threw, or why that cannot be told. Nothing of it is believed. */
export type Reply = { readonly id: number; readonly value?: unknown; readonly threw?: unknown; readonly unsendable?: unknown };

/** What the kit learns of a driver when it is created. */
export type DriverDescription = { readonly deviceType: number; readonly hasInfo: boolean; readonly hasReset: boolean };
