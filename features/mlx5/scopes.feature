Feature: The scope that an mlx5 command needs

  The driver knows a command by its opcode and decides from a fixed table which
  scope is the least that may send it; for register access, and nowhere else, op_mod
  counts as well. A command is admitted when the firmware
  receives it, whatever the firmware then makes of it.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened an mlx5 function

  @must @mlx5-scope0-table
  Rule: Commands that configure or identify the function are admitted in every scope

    Example: <command> in every scope
      When the caller sends <command> in every scope, whatever else it says
      Then every scope admits it

      Examples: Configuration and identity
        | command                       |
        | QUERY_HCA_CAP                 |
        | QUERY_ADAPTER                 |
        | SET_HCA_CAP                   |
        | QUERY_OTHER_HCA_CAP           |
        | DELEGATE_VHCA_MANAGEMENT      |
        | QUERY_ESW_FUNCTIONS           |
        | QUERY_ROCE_ADDRESS            |
        | QUERY_HCA_VPORT_CONTEXT       |
        | MODIFY_CONG_STATUS            |
        | QUERY_VUID                    |
        | POSTPONE_CONNECTED_QP_TIMEOUT |

  @must @mlx5-scope1-table
  Rule: Commands that only tell about the function and its objects need read-only debug access

    Example: <command> in every scope
      When the caller sends <command> in every scope, whatever else it says
      Then "debug read only" and every greater scope admit it, and no other does

      Examples: The function and its neighbours
        | command                     |
        | QUERY_PAGES                 |
        | QUERY_ISSI                  |
        | QUERY_DRIVER_VERSION        |
        | QUERY_SF_PARTITION          |
        | QUERY_VHCA_MIGRATION_STATE  |
        | QUERY_ADJACENT_FUNCTIONS_ID |
        | QUERY_DELEGATED_VHCA        |

      Examples: Objects of memory, events and queues
        | command                       |
        | QUERY_MKEY                    |
        | QUERY_SPECIAL_CONTEXTS        |
        | QUERY_EQ                      |
        | QUERY_CQ                      |
        | QUERY_QP                      |
        | QUERY_RDB                     |
        | QUERY_PSV                     |
        | QUERY_SRQ                     |
        | QUERY_XRC_SRQ                 |
        | QUERY_DCT                     |
        | QUERY_DC_CNAK_TRACE           |
        | QUERY_XRQ                     |
        | QUERY_NVMF_BACKEND_CONTROLLER |
        | QUERY_XRQ_DC_PARAMS_ENTRY     |
        | QUERY_XRQ_ERROR_PARAMS        |
        | QUERY_NVMF_NAMESPACE_CONTEXT  |

      Examples: Ports, counters and rates
        | command                  |
        | QUERY_VPORT_STATE        |
        | QUERY_ESW_VPORT_CONTEXT  |
        | QUERY_NIC_VPORT_CONTEXT  |
        | QUERY_HCA_VPORT_GID      |
        | QUERY_HCA_VPORT_PKEY     |
        | QUERY_VNIC_ENV           |
        | QUERY_VPORT_COUNTER      |
        | QUERY_Q_COUNTER          |
        | QUERY_RATE_LIMIT         |
        | QUERY_SCHEDULING_ELEMENT |

      Examples: Diagnostics, congestion and link
        | command                   |
        | QUERY_MAD_DEMUX           |
        | NOP                       |
        | QUERY_BURST_SIZE          |
        | QUERY_DIAGNOSTIC_PARAMS   |
        | QUERY_DIAGNOSTIC_COUNTERS |
        | QUERY_CONG_STATUS         |
        | QUERY_CONG_PARAMS         |
        | QUERY_CONG_STATISTICS     |
        | QUERY_L2_TABLE_ENTRY      |
        | QUERY_WOL_ROL             |
        | QUERY_LAG                 |

      Examples: Receive, send and flow steering
        | command                       |
        | QUERY_TIR                     |
        | QUERY_SQ                      |
        | QUERY_RQ                      |
        | QUERY_RMP                     |
        | QUERY_DELAY_DROP_PARAMS       |
        | QUERY_TIS                     |
        | QUERY_RQT                     |
        | QUERY_FLOW_TABLE              |
        | QUERY_FLOW_GROUP              |
        | QUERY_FLOW_TABLE_ENTRY        |
        | QUERY_FLOW_COUNTER            |
        | QUERY_PACKET_REFORMAT_CONTEXT |
        | QUERY_MODIFY_HEADER_CONTEXT   |
        | FPGA_QUERY_QP                 |
        | FPGA_QUERY_QP_COUNTERS        |
        | QUERY_AFU                     |
        | QUERY_CAPI_PEC                |

      Examples: User objects, emulation and acceleration
        | command                                |
        | QUERY_GENERAL_OBJECT                   |
        | QUERY_UCTX                             |
        | QUERY_UMEM                             |
        | QUERY_NVMF_CC_RESPONSE                 |
        | QUERY_EMULATED_FUNCTIONS_INFO          |
        | QUERY_REGEXP_PARAMS                    |
        | QUERY_REGEXP_REGISTER                  |
        | USER_QUERY_XRQ_DC_PARAMS_ENTRY         |
        | USER_QUERY_XRQ_ERROR_PARAMS            |
        | QUERY_VHCA_STATE                       |
        | QUERY_EMULATION_DEVICE_EQ_MSIX_MAPPING |
        | QUERY_MATCH_SAMPLE_INFO                |
        | QUERY_CRYPTO_STATE                     |
        | QUERY_DPA_PARTITION                    |
        | QUERY_DPA_PARTITIONS                   |
        | QUERY_EMULATED_RESOURCES_INFO          |

      Examples: Internal resources
        | command             |
        | QUERY_RSV_RESOURCES |
        | QUERY_MTT           |
        | QUERY_SCHED_QUEUE   |

  @must @mlx5-scope2-table
  Rule: Setting diagnostic parameters needs debug write access

    Example: <command> in every scope
      When the caller sends <command> in every scope, whatever else it says
      Then "debug write" and every greater scope admit it, and no other does

      Examples: Debug writes
        | command               |
        | SET_DIAGNOSTIC_PARAMS |

  @must @mlx5-access-register
  Rule: Register access is admitted in every scope when it writes, and needs read-only debug access otherwise

    Example: <command> that writes
      When the caller sends <command> with op_mod 0 in every scope
      Then every scope admits it

      Examples: Both ways to a register
        | command              |
        | ACCESS_REG           |
        | ACCESS_REGISTER_USER |

    Example: <command> with op_mod <op_mod>
      When the caller sends <command> with op_mod <op_mod> in every scope
      Then "debug read only" and every greater scope admit it, and no other does

      Examples: Reads
        | command              | op_mod |
        | ACCESS_REG           | 1      |
        | ACCESS_REGISTER_USER | 1      |

      Examples: Whatever else is not a write
        | command              | op_mod |
        | ACCESS_REG           | 2      |
        | ACCESS_REG           | 256    |
        | ACCESS_REG           | 32768  |
        | ACCESS_REG           | 65535  |
        | ACCESS_REGISTER_USER | 2      |
        | ACCESS_REGISTER_USER | 256    |
        | ACCESS_REGISTER_USER | 32768  |
        | ACCESS_REGISTER_USER | 65535  |
