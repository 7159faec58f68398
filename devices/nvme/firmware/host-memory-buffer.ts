import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';
import type { Controller } from './controller.js';

const ENABLE = 1;
const LINE_LENGTH = 64;

/**
 * From now on the controller keeps part of its own data in the memory of the host, at the address in dwords 13 and 14.
 * Source: NVM Express Base Specification 2.0, Host Memory Buffer. The list of descriptors is left out.
 */
export function useHostMemoryBuffer({ bus }: Controller, { cdw11, cdw13, cdw14 }: NvmeCommand): void {
  if ((cdw11 & ENABLE) === 0) return;
  const address = cdw13 + cdw14 * 0x1_0000_0000;
  const line = bus.read(address, LINE_LENGTH);
  bus.write(
    address,
    line.map((byte) => byte ^ 0xff),
  );
}
