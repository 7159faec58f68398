Feature: The scope that a bnxt request needs

  The driver knows a request by its type and decides from a fixed table which scope
  is the least that may send it. A request is admitted when the firmware receives it,
  whatever the firmware then makes of it.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened a bnxt function

  @must @bnxt-scope0-table
  Rule: Requests that reset, flush, configure or tidy up are admitted in every scope

    Example: <request> in every scope
      When the caller sends HWRM <request> in every scope
      Then every scope admits it

      Examples: Function, port and firmware
        | request        |
        | FUNC_RESET     |
        | PORT_CLR_STATS |
        | FW_RESET       |
        | FW_SYNC        |
        | FW_SET_TIME    |

      Examples: Debug settings and logs
        | request              |
        | DBG_LOG_BUFFER_FLUSH |
        | DBG_ERASE_NVM        |
        | DBG_CFG              |

      Examples: Non-volatile memory
        | request              |
        | NVM_DEFRAG           |
        | NVM_FACTORY_DEFAULTS |
        | NVM_FLUSH            |
        | NVM_VERIFY_UPDATE    |
        | NVM_ERASE_DIR_ENTRY  |
        | NVM_MOD_DIR_ENTRY    |
        | NVM_FIND_DIR_ENTRY   |

  @must @bnxt-scope1-table
  Rule: Requests that read need read-only debug access

    Example: <request> in every scope
      When the caller sends HWRM <request> in every scope
      Then "debug read only" and every greater scope admit it, and no other does

      Examples: Versions, health and firmware
        | request             |
        | VER_GET             |
        | ERROR_RECOVERY_QCFG |
        | FW_LIVEPATCH_QUERY  |
        | FW_QSTATUS          |
        | FW_HEALTH_CHECK     |
        | FW_GET_TIME         |
        | SELFTEST_QLIST      |

      Examples: Functions
        | request                         |
        | FUNC_QCAPS                      |
        | FUNC_QCFG                       |
        | FUNC_QSTATS                     |
        | FUNC_RESOURCE_QCAPS             |
        | FUNC_BACKING_STORE_QCAPS        |
        | FUNC_BACKING_STORE_QCFG         |
        | FUNC_QSTATS_EXT                 |
        | FUNC_PTP_PIN_QCFG               |
        | FUNC_PTP_EXT_QCFG               |
        | FUNC_BACKING_STORE_QCFG_V2      |
        | FUNC_BACKING_STORE_QCAPS_V2     |
        | FUNC_SYNCE_QCFG                 |
        | FUNC_TTX_PACING_RATE_PROF_QUERY |

      Examples: Ports
        | request            |
        | PORT_PHY_QCFG      |
        | PORT_MAC_QCFG      |
        | PORT_PHY_QCAPS     |
        | PORT_PHY_I2C_READ  |
        | PORT_PHY_MDIO_READ |
        | PORT_TX_FIR_QCFG   |
        | PORT_EP_TX_QCFG    |
        | PORT_QCFG          |
        | PORT_MAC_QCAPS     |
        | PORT_PHY_FDRSTAT   |

      Examples: Queues and flows
        | request                         |
        | QUEUE_PRI2COS_QCFG              |
        | QUEUE_COS2BW_QCFG               |
        | QUEUE_GLOBAL_QCFG               |
        | QUEUE_ADPTV_QOS_RX_FEATURE_QCFG |
        | QUEUE_ADPTV_QOS_TX_FEATURE_QCFG |
        | QUEUE_QCAPS                     |
        | QUEUE_ADPTV_QOS_RX_TUNING_QCFG  |
        | QUEUE_ADPTV_QOS_TX_TUNING_QCFG  |
        | VNIC_RSS_QCFG                   |
        | TUNNEL_DST_PORT_QUERY           |
        | CFA_REDIRECT_QUERY_TUNNEL_TYPE  |
        | CFA_ADV_FLOW_MGNT_QCAPS         |

      Examples: Sensors
        | request              |
        | TEMP_MONITOR_QUERY   |
        | REG_POWER_QUERY      |
        | CORE_FREQUENCY_QUERY |

      Examples: Debug facilities and non-volatile memory
        | request                  |
        | DBG_RING_INFO_GET        |
        | DBG_QCAPS                |
        | DBG_QCFG                 |
        | DBG_USEQ_FLUSH           |
        | DBG_USEQ_QCAPS           |
        | DBG_SIM_CABLE_STATE      |
        | DBG_TOKEN_QUERY_AUTH_IDS |
        | NVM_GET_DEV_INFO         |
        | NVM_GET_DIR_INFO         |

    Example: TEMP_MONITOR_QUERY with arguments in every scope
      When the caller sends HWRM TEMP_MONITOR_QUERY, 24 bytes long, in every scope
      Then "debug read only" and every greater scope admit it, and no other does

  @must @bnxt-scope2-table
  Rule: Writing registers of a port's transceiver or PHY needs debug write access

    Example: <request> in every scope
      When the caller sends HWRM <request> in every scope
      Then "debug write" and every greater scope admit it, and no other does

      Examples: Writes on a bus of the port
        | request             |
        | PORT_PHY_I2C_WRITE  |
        | PORT_PHY_MDIO_WRITE |

    Example: PORT_PHY_MDIO_WRITE with arguments in every scope
      When the caller sends HWRM PORT_PHY_MDIO_WRITE, 40 bytes long, in every scope
      Then "debug write" and every greater scope admit it, and no other does

  @must @bnxt-unlisted-refused
  Rule: A request that the table does not list is refused in every scope

    Example: <request> in every scope
      When the caller sends HWRM <request> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: They would allocate what nothing frees
        | request             |
        | VNIC_ALLOC          |
        | RING_ALLOC          |
        | CFA_L2_FILTER_ALLOC |
        | STAT_CTX_ALLOC      |

      Examples: They would configure the function, or act for another one
        | request              |
        | FUNC_VF_CFG          |
        | FUNC_CFG             |
        | FUNC_DRV_RGTR        |
        | PORT_PHY_CFG         |
        | PORT_MAC_CFG         |
        | EXEC_FWD_RESP        |
        | FWD_RESP             |
        | FUNC_VF_RESOURCE_CFG |

      Examples: Memory of the device, volatile or not
        | request            |
        | DBG_WRITE_DIRECT   |
        | NVM_INSTALL_UPDATE |

      Examples: They would only tell, or set counters back
        | request             |
        | FUNC_GETFID         |
        | FUNC_CLR_STATS      |
        | PORT_LPBK_CLR_STATS |
        | PORT_MAC_PTP_QCFG   |
        | PORT_LED_QCFG       |
        | QUEUE_QPORTCFG      |
        | FUNC_VLAN_QCFG      |
        | QUEUE_DSCP_QCAPS    |
        | VNIC_QCFG           |
        | VNIC_QCAPS          |

    Example: FUNC_CFG with arguments in every scope
      When the caller sends HWRM FUNC_CFG, 128 bytes long, in every scope
      Then no scope admits it, and the firmware received no command

    Example: The unpublished type <type>
      When the caller sends the unpublished HWRM request <type> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Between the known ones, and beyond them
        | type   |
        | 0x0001 |
        | 0x0FFF |
        | 0xFFED |

      Examples: Known ones with another bit 15
        | type   |
        | 0x80C3 |
        | 0x7FF0 |

    Example: Any type from <first> to <last>
      Then each type from <first> to <last> that no rule names is refused in scope "debug write full"
      And the firmware received no command

      Examples: Where published ones are
        | first  | last   |
        | 0x0000 | 0x03FF |
        | 0xFF00 | 0xFFFF |

  @must @bnxt-buffers-refused
  Rule: A request that points to memory is refused in every scope

    Example: <request> in every scope
      When the caller sends HWRM <request> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Memory of the device, volatile or not
        | request           |
        | DBG_READ_DIRECT   |
        | DBG_COREDUMP_LIST |
        | NVM_GET_VARIABLE  |
        | NVM_SET_VARIABLE  |
        | NVM_READ          |
        | NVM_WRITE         |

    Example: <request> with its buffers in every scope
      When the caller sends HWRM <request> with its buffers in every scope
      Then no scope admits it, and the firmware received no command

      Examples: All that a later driver takes
        | request                       |
        | NVM_SET_VARIABLE              |
        | NVM_GET_VARIABLE              |
        | NVM_READ                      |
        | NVM_GET_DIR_ENTRIES           |
        | NVM_WRITE                     |
        | NVM_MODIFY                    |
        | NVM_RAW_WRITE_BLK             |
        | NVM_RAW_DUMP                  |
        | FW_GET_STRUCTURED_DATA        |
        | FW_SET_STRUCTURED_DATA        |
        | FW_LIVEPATCH                  |
        | DBG_COREDUMP_LIST             |
        | DBG_COREDUMP_RETRIEVE         |
        | DBG_READ_DIRECT               |
        | DBG_READ_INDIRECT             |
        | DBG_SERDES_TEST               |
        | DBG_TOKEN_CFG                 |
        | QUEUE_DSCP2PRI_QCFG           |
        | PORT_QSTATS                   |
        | PORT_QSTATS_EXT               |
        | PORT_QSTATS_EXT_PFC_ADV       |
        | PCIE_QSTATS                   |
        | STAT_GENERIC_QSTATS           |
        | STAT_QUERY_ROCE_STATS         |
        | STAT_QUERY_ROCE_STATS_EXT     |
        | PORT_EVENTS_LOG               |
        | PORT_PRBS_TEST                |
        | PORT_DSC_DUMP                 |
        | SCH_GRP_CFG                   |
        | SCH_GRP_QCFG                  |
        | SELFTEST_RETRIEVE_SERDES_DATA |
        | DBG_PTRACE                    |

  @should @bnxt-refusal-errno
  Rule: A request that the caller may not send fails with EPERM

    Example: <request> in scope "configuration"
      When the caller sends HWRM <request>
      Then the call fails with EPERM
      And the firmware received no command

      Examples: Never admitted, and not in this scope
        | request             |
        | NVM_INSTALL_UPDATE  |
        | TEMP_MONITOR_QUERY  |
        | PORT_PHY_MDIO_WRITE |

    Example: <request> in scope <scope>
      When the caller sends HWRM <request> in scope <scope>
      Then the call fails with EPERM
      And the firmware received no command

      Examples: Never admitted, and not in this scope
        | request            | scope             |
        | NVM_INSTALL_UPDATE | "debug read only" |
        | NVM_INSTALL_UPDATE | "debug write"     |
        | PORT_PHY_I2C_WRITE | "debug read only" |

    Example: An unpublished type
      When the caller sends the unpublished HWRM request 0x0FFF
      Then the call fails with EPERM
      And the firmware received no command
