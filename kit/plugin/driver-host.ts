import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { type FwctlOps, NO_MEMORY } from '../../reference-impl/driver-ops.js';
import { messageOf } from '../errors.js';
import { Frames, frame } from './frames.js';
import type { DriverDescription, NumberedAsk, Reply } from './messages.js';

/**
 * The process that a vendor's driver runs in. It may do there whatever it likes; the other end is driver-process.ts.
 * The module to load is the first word of the command line.
 */
const [, , url = ''] = process.argv;
const FOLDER = new URL('.', url);
const drivers = new Map<number, FwctlOps>();
const contexts = new Map<number, unknown>();
const loading: Promise<{ readonly default?: unknown }> = import(url);
loading.catch(() => undefined);

/** The kit is at the other end of this descriptor. */
const kit = new Socket({ fd: 3, readable: true, writable: true });
const asks = new Frames();
kit.on('data', (chunk: Buffer) => {
  for (const ask of asks.take(chunk)) void answer(Object(ask)).then(send);
});
kit.on('close', () => process.exit());

function send(reply: Reply): void {
  for (const piece of framed(reply)) kit.write(piece);
}

/** A function, a proxy and the like cannot leave the process. */
function framed(reply: Reply): readonly Buffer[] {
  try {
    return frame(reply);
  } catch (thrown) {
    return frame({ id: reply.id, unsendable: inWords(thrown) });
  }
}

async function answer(ask: NumberedAsk): Promise<Reply> {
  try {
    return { id: ask.id, value: await perform(ask) };
  } catch (thrown) {
    return { id: ask.id, threw: inWords(thrown) };
  }
}

/** Anything may be thrown, also what has no words or throws when it is asked for them. */
function inWords(thrown: unknown): string {
  return (
    saidBy(() => `${placeOf(thrown)}${messageOf(thrown)}`) ??
    // What comes from the thread that reads TypeScript says in no other way what it is.
    saidBy(() => inspect(thrown).trim()) ??
    'something without words'
  );
}

function saidBy(tell: () => string): string | null {
  try {
    return tell();
  } catch {
    return null;
  }
}

/** The line of the driver that threw, or that called what did. */
function placeOf(thrown: unknown): string {
  const calls =
    thrown instanceof Error
      ? String(thrown.stack)
          .split('\n')
          .filter((line) => /^\s+at /.test(line))
      : [];
  const own = calls.find((call) => call.includes(FOLDER.href) || call.includes(fileURLToPath(FOLDER))) ?? '';
  const [place] = /[^/()\s]+:\d+:\d+/.exec(own) ?? [];
  return place === undefined ? '' : `${place}: `;
}

async function perform(ask: NumberedAsk): Promise<unknown> {
  if (ask.op === 'create') return create(ask.device);
  const driver = drivers.get(ask.device);
  if (driver === undefined) throw new Error(`there is no device ${ask.device}`);
  if (ask.op === 'reset') {
    await driver.reset?.();
    return null;
  }
  const context = contexts.get(ask.context);
  switch (ask.op) {
    case 'open_uctx': {
      const opened = await driver.openUctx();
      if (Object(opened).ok !== true) return opened;
      contexts.set(ask.context, Object(opened).value);
      return { ok: true };
    }
    case 'close_uctx':
      contexts.delete(ask.context);
      await driver.closeUctx(context);
      return null;
    case 'info':
      return driver.info?.(context);
    case 'fw_rpc':
      return driver.fwRpc(context, ask.scope, alone(ask.request), ask.outLength, NO_MEMORY);
  }
}

/** In a buffer of its own, since who reads behind the request must not find there what else came through the pipe. */
function alone(request: Uint8Array): Uint8Array {
  return new Uint8Array(request);
}

async function create(device: number): Promise<DriverDescription> {
  const { default: createDriver } = await loading;
  if (typeof createDriver !== 'function') throw new Error('the module has no default export that is a function');
  const driver: FwctlOps = await createDriver();
  for (const operation of ['openUctx', 'closeUctx', 'fwRpc'] as const) {
    if (typeof Object(driver)[operation] !== 'function') throw new Error(`the driver has no operation ${operation}`);
  }
  drivers.set(device, driver);
  return { deviceType: driver.deviceType, hasInfo: typeof driver.info === 'function', hasReset: typeof driver.reset === 'function' };
}
