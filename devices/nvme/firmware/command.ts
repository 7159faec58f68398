import type { NvmeCommand } from '../../../kit/formats/nvme/command.js';

/** One command as it arrived, with the data that the controller has read from the host for it. */
export type Command = { readonly command: NvmeCommand; readonly data: Uint8Array };
