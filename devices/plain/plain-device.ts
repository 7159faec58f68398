import { ok, refuse } from '../../kit/result.js';
import type { PlainSetup } from '../../kit/subject/device-setups.js';
import type { FirmwareRelease } from '../../kit/subject/operations.js';
import type { DeviceFactories, DeviceInstance } from '../../reference-impl/device-instance.js';
import type { FwctlOps } from '../../reference-impl/driver-ops.js';

/** A driver that does as the scenario says, and a device with nothing behind it. */
export function createPlainDevice(setup: PlainSetup, instance: number): DeviceInstance {
  let script = setup;
  let release: FirmwareRelease = 'usual';
  const ops: FwctlOps = {
    deviceType: setup.deviceType,
    firmwareRelease: () => release,
    openUctx: () => (script.openErrno === null ? ok(null) : refuse(script.openErrno)),
    closeUctx: () => undefined,
    fwRpc: (_context, _scope, request) => {
      if (script.rpcErrno !== null) return refuse(script.rpcErrno);
      switch (script.response) {
        case 'the request':
          return ok(Buffer.from(request));
        case 'inverted':
          return ok(request.map((byte) => ~byte));
        case 'inverted in place':
          for (const [index, byte] of request.entries()) request[index] = ~byte;
          return ok(request);
        default:
          return ok(script.response);
      }
    },
    ...(setup.info !== null && {
      info: () => (script.infoErrno === null ? ok(script.info ?? new Uint8Array(0)) : refuse(script.infoErrno)),
    }),
  };
  return {
    ops,
    parent: `platform/plain.${instance}`,
    runFirmware: (next) => {
      release = next;
    },
    script: (change) => {
      script = { ...script, ...change };
    },
  };
}

/** The plain device with another driver around its own, for variants. */
export function plainWith(change: (ops: FwctlOps) => FwctlOps): DeviceFactories['plain'] {
  return (setup, instance) => {
    const device = createPlainDevice(setup, instance);
    return { ...device, ops: device.ops && change(device.ops) };
  };
}
