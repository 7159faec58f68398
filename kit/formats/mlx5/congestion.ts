/** QUERY_CONG_STATUS and MODIFY_CONG_STATUS; offsets in bytes. Source: include/linux/mlx5/mlx5_ifc.h, query_cong_status and modify_cong_status. */
export const CONG_STATUS = {
  length: 16,
  /** Priority in the upper half of the byte, protocol in the lower. */
  selector: 11,
  flags: 12,
  /** Congestion control is enabled; its packets are tagged. */
  flagBits: 0xc0,
} as const;
