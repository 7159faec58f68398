import type { NvmeSetup } from '../../kit/subject/device-setups.js';
import type { FirmwareRelease } from '../../kit/subject/operations.js';
import { createController, resetController, runRelease } from './firmware/controller.js';
import { NVME_FIRMWARE_PARTS, type NvmeFirmwareParts } from './firmware/parts.js';
import { NvmeHost } from './host/host.js';
import { HostMemory } from './host/memory.js';
import { NoticeBoard } from './host/notice-board.js';
import { ObservedNvmeLink } from './observed-link.js';

/** An NVMe controller that the kernel's nvme driver uses, with no fwctl driver bound to it yet. */
export function createNvmeHardware(setup: NvmeSetup, instance: number, change: Partial<NvmeFirmwareParts> = {}) {
  const board = new NoticeBoard();
  const memory = new HostMemory(board);
  const controller = createController(setup, { ...NVME_FIRMWARE_PARTS, ...change }, memory);
  const host = new NvmeHost(controller, memory, board);
  const link = new ObservedNvmeLink(controller, memory, host);
  return {
    link,
    parent: `pci0000:c0/0000:${(0xc0 + instance).toString(16).padStart(2, '0')}:00.0/nvme/nvme${instance - 1}`,
    notices: () => board.notices,
    buffers: () => memory.given,
    runFirmware: (release: FirmwareRelease) => {
      runRelease(controller, release);
      host.start();
    },
    firmware: {
      state: () => link.state(),
      ...link.fates.access,
      reset: () => {
        resetController(controller);
        host.start();
      },
    },
  };
}
