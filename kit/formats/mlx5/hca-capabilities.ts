/** QUERY_HCA_CAP and SET_HCA_CAP; offsets and lengths in bytes. Source: include/linux/mlx5/mlx5_ifc.h. */
export const HCA_CAP = {
  /** The bit of the byte at `otherFunction` that makes the command concern the function at `functionId`. */
  otherFunctionBit: 0x80,
  otherFunction: 8,
  functionId: 10,
  /** Where the page of capabilities begins, in the request that sets it and in the response that tells it. */
  page: 16,
  pageLength: 4096,
} as const;

/** QUERY_OTHER_HCA_CAP; offsets and lengths in bytes. */
export const OTHER_HCA_CAP = { inputLength: 16, functionId: 10, page: 16, pageLength: 80 } as const;

/** The upper bits of op_mod choose the page, the lowest bit which reading of it. */
export const HCA_CAP_PAGES = { GENERAL: 0 } as const;
export const HCA_CAP_READINGS = { MAXIMUM: 0, CURRENT: 1 } as const;

export function hcaCapOpMod(page: number, reading: number): number {
  return (page << 1) | reading;
}

/** The word of the general page that says which capabilities a user context may ask for; offset within the page. */
export const UCTX_CAP_OFFSET = 0xd4;
