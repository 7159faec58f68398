import type { DriverCall, DriverOperation } from '../kit/subject/operations.js';
import type { FwctlOps } from './driver-ops.js';

type Held = { readonly operation: DriverOperation; readonly go: () => void };

/**
 * Stands between the core and a driver: writes down what the core asked, numbers the user contexts, and
 * can hold an operation before the driver sees it. Changes nothing else.
 */
export class DriverWitness {
  readonly calls: DriverCall[] = [];
  readonly ops: FwctlOps<{ readonly context: number; readonly inner: unknown }>;
  readonly #toHold: DriverOperation[] = [];
  readonly #held: Held[] = [];
  readonly #watchers: { readonly count: number; readonly seen: () => void }[] = [];
  #contexts = 0;

  constructor(driver: FwctlOps) {
    const { info, firmwareRelease } = driver;
    this.ops = {
      deviceType: driver.deviceType,
      openUctx: async () => {
        this.#contexts += 1;
        const context = this.#contexts;
        await this.#witness({ operation: 'open_uctx', context });
        const opened = await driver.openUctx();
        return opened.ok ? { ok: true, value: { context, inner: opened.value } } : opened;
      },
      closeUctx: async ({ context, inner }) => {
        await this.#witness({ operation: 'close_uctx', context });
        await driver.closeUctx(inner);
      },
      fwRpc: async ({ context, inner }, scope, request, outLength, memory) => {
        await this.#witness({ operation: 'fw_rpc', context, scope, request: new Uint8Array(request) });
        return driver.fwRpc(inner, scope, request, outLength, memory);
      },
      ...(firmwareRelease && { firmwareRelease: () => firmwareRelease.call(driver) }),
      ...(info && {
        info: async ({ context, inner }) => {
          await this.#witness({ operation: 'info', context });
          return info.call(driver, inner);
        },
      }),
    };
  }

  hold(operation: DriverOperation): void {
    this.#toHold.push(operation);
  }

  async awaitHeld(count: number): Promise<void> {
    if (this.#held.length >= count) return;
    await new Promise<void>((seen) => this.#watchers.push({ count, seen }));
  }

  release(count = this.#held.length): void {
    for (const held of this.#held.splice(0, count)) held.go();
  }

  async #witness(call: DriverCall): Promise<void> {
    this.calls.push(call);
    const wanted = this.#toHold.indexOf(call.operation);
    if (wanted === -1) return;
    this.#toHold.splice(wanted, 1);
    await new Promise<void>((go) => {
      this.#held.push({ operation: call.operation, go });
      for (const watcher of this.#watchers.splice(0)) {
        if (this.#held.length >= watcher.count) watcher.seen();
        else this.#watchers.push(watcher);
      }
    });
  }
}
