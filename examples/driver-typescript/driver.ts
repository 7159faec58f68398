import type { FwctlOps, Scope } from 'fwctl-conformance/driver';

/**
 * A board with one setting. A request is an opcode, three reserved bytes and a word, little endian:
 * 1 reads the setting, 2 writes it, 3 reads a debug counter.
 */
const REQUEST_LENGTH = 8;
const LEAST_SCOPE = new Map<number, Scope>([
  [1, 'configuration'],
  [2, 'debug write'],
  [3, 'debug read only'],
]);
const ORDER: readonly Scope[] = ['configuration', 'debug read only', 'debug write', 'debug write full'];

/** Called once for every device that appears. */
export default function createDriver(): FwctlOps<{ calls: number }> {
  let setting = 7;
  return {
    deviceType: 240,
    openUctx: () => ({ ok: true, value: { calls: 0 } }),
    closeUctx: () => {},
    info: () => ({ ok: true, value: Uint8Array.of(1, 0, 0, 0) }),
    fwRpc: (context, scope, request) => {
      if (request.length < REQUEST_LENGTH) return { ok: false, errno: 'EINVAL' };
      const view = new DataView(request.buffer, request.byteOffset, request.byteLength);
      const opcode = view.getUint8(0);
      const least = LEAST_SCOPE.get(opcode);
      if (least === undefined || ORDER.indexOf(scope) < ORDER.indexOf(least)) return { ok: false, errno: 'EPERM' };
      context.calls += 1;
      if (opcode === 2) setting = view.getUint32(4, true);
      const response = new Uint8Array(4);
      new DataView(response.buffer).setUint32(0, opcode === 3 ? 42 : setting, true);
      return { ok: true, value: response };
    },
  };
}
