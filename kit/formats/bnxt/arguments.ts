/** Offsets in requests and responses, in bytes. Source: include/linux/bnxt/hsi.h, the structures named after the requests. */
export const SET_TIME = { year: 16, length: 28 } as const;
export const GET_TIME = { year: 8, length: 12 } as const;
export const MDIO_WRITE = { port: 24, phy: 26, device: 27, register: 28, data: 30, length: 40 } as const;
export const MDIO_READ = { port: 24, phy: 26, device: 27, register: 28, length: 32, data: 8 } as const;
/** Degrees Celsius. */
export const TEMPERATURE = { chip: 8, phy: 9, module: 10 } as const;

/** Releases of Linux, in the order in which the driver changed: since 7.3 it takes requests with buffers. */
export const BNXT_RELEASES = ['7.2', '7.3'] as const;
export type BnxtRelease = (typeof BNXT_RELEASES)[number];

/** What the driver tells of itself. Source: include/uapi/fwctl/bnxt.h, struct fwctl_info_bnxt. */
export const BNXT_INFO = { length: 4, capabilities: 0 } as const;
/** Bits of the capabilities. Source: include/uapi/fwctl/bnxt.h, enum fwctl_bnxt_commands. */
export const BNXT_CAPABILITIES = { INLINE_COMMANDS: 1 << 0, QUERY_COMMANDS: 1 << 1, SEND_COMMANDS: 1 << 2, DMA_COMMANDS: 1 << 3 } as const;
