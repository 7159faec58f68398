import { ok, refuse } from '../../kit/result.js';
import type { DeviceInstance } from '../../reference-impl/device-instance.js';
import type { FwctlOps } from '../../reference-impl/driver-ops.js';
import type { Variant } from '../../reference-impl/variant.js';
import { createSettings, isCommand } from './settings/firmware.js';

export default {
  summary: 'A board whose every command configures it: some answers show several changes, and firmware refuses what is not its own.',
  devices: { modelled: (_setup, instance) => createBoard(instance) },
  model: 'odd/settings',
} satisfies Variant;

function createBoard(instance: number): DeviceInstance {
  const { execute, release, reset } = createSettings();
  let files = 0;
  const ops: FwctlOps<number> = {
    deviceType: 247,
    openUctx: () => {
      files += 1;
      return ok(files);
    },
    closeUctx: release,
    fwRpc: (file, _scope, [command = 0, ...operands]) =>
      isCommand(command) ? ok(Uint8Array.from(execute(file, command, operands))) : refuse('EPERM'),
  };
  return {
    ops,
    parent: `pci0000:70/0000:${(0x70 + instance).toString(16)}:00.0`,
    firmware: { state: () => ({ messages: [], contexts: [], objects: [] }), fault: () => {}, interfere: () => {}, reset },
  };
}
