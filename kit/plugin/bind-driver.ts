import { inspect } from 'node:util';
import type { FwctlOps } from '../../reference-impl/driver-ops.js';
import { ok, type Result, refuse } from '../result.js';
import { type Capability, OF_SHARED_FIRMWARE } from '../subject/capabilities.js';
import { type Errno, isErrno } from '../uapi/errno.js';
import type { Ask } from './messages.js';

/** A driver that is asked from afar. Whatever it gives is looked at before it is used. */
export interface RemoteDriver {
  /** What the driver gave, unchecked. Rejects with what went wrong, in words. */
  ask(ask: Ask): Promise<unknown>;
}

/** What nobody can do with a driver that brings its own device along, out of the kit's reach. */
const OF_THE_FIRMWARE: readonly Capability[] = ['firmware-faults', 'firmware-releases', 'observe-firmware', ...OF_SHARED_FIRMWARE];

/** The same of a driver that resets its device, or does not. */
export function outOfReach(hasReset: boolean): readonly Capability[] {
  return hasReset ? OF_THE_FIRMWARE : [...OF_THE_FIRMWARE, 'reset'];
}

let contexts = 0;

/** The operations of the driver for one device. `setup` is what the hardware below it is like, if the kit knows. */
export async function bindDriver(driver: RemoteDriver, device: number, setup: object = {}): Promise<FwctlOps | null> {
  const description = await driver.ask({ op: 'create', device, ...setup });
  if (description === null) return null;
  const { deviceType, hasInfo, hasReset } = Object(description);
  if (!isWord(deviceType)) throw new Error(`the driver's deviceType is no whole number of 32 bits: ${describe(deviceType)}`);
  const ops: FwctlOps<number> = {
    deviceType,
    openUctx: async () => {
      contexts += 1;
      const context = contexts;
      const opened = resultOf('open_uctx', await driver.ask({ op: 'open_uctx', device, context }));
      return opened.ok ? ok(context) : opened;
    },
    closeUctx: async (context) => {
      await driver.ask({ op: 'close_uctx', device, context });
    },
    fwRpc: async (context, scope, request, outLength) =>
      bytesOf('fw_rpc', await driver.ask({ op: 'fw_rpc', device, context, scope, request, outLength })),
    ...(hasInfo === true && {
      info: async (context: number) => bytesOf('info', await driver.ask({ op: 'info', device, context })),
    }),
    ...(hasReset === true && {
      reset: async () => {
        await driver.ask({ op: 'reset', device });
      },
    }),
  };
  return ops;
}

/** A driver may give back anything; what is no result is named. */
function resultOf(op: string, given: unknown): Result<unknown, Errno> {
  const { ok: isOk, value, errno } = Object(given);
  if (isOk === true) return ok(value);
  if (isOk === false && typeof errno === 'string' && isErrno(errno)) return refuse(errno);
  const expected = "{ ok: true, value }, or { ok: false, errno } with the name of an errno, such as 'EPERM'";
  throw new Error(`the driver gave back no result from ${op}: ${describe(given)} (expected: ${expected})`);
}

function bytesOf(op: string, given: unknown): Result<Uint8Array, Errno> {
  const result = resultOf(op, given);
  if (!result.ok) return result;
  if (!(result.value instanceof Uint8Array))
    throw new Error(
      `the driver gave back no bytes from ${op}: ${describe(result.value)} (expected: { ok: true, value } with a Uint8Array)`,
    );
  return ok(result.value);
}

function isWord(value: unknown): value is number {
  return typeof value === 'number' && value >>> 0 === value;
}

/** Not as JSON, which what holds itself, and many a number, is not; and at once, however large it is. */
function describe(value: unknown): string {
  const text = inspect(value, { compact: true, breakLength: Number.POSITIVE_INFINITY, maxArrayLength: 10, maxStringLength: 80 });
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}
