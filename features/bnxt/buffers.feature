Feature: bnxt requests with buffers

  Since Linux 7.3 the driver takes requests that have the device read or write memory
  of the caller. The device never sees that memory: the driver copies it to some of its
  own, and has the request point there.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened a bnxt function of Linux 7.3

  @must @bnxt-info-buffers
  Rule: FWCTL_INFO tells that commands with buffers are taken, too

    Example: Inline commands, queries, sends and buffers
      When the caller asks which commands the driver takes
      Then the call succeeds
      And it is told of inline commands, queries, sends and buffers, in 4 bytes

  @must @bnxt-buffer-scopes
  Rule: What a request with buffers does decides which scope it needs

    Example: <request> in every scope, which is a setting
      When the caller sends HWRM <request> with its buffers in every scope
      Then every scope admits it

      Examples: Variables
        | request          |
        | NVM_SET_VARIABLE |
        | NVM_GET_VARIABLE |

    Example: <request> in every scope, which reads
      When the caller sends HWRM <request> with its buffers in every scope
      Then "debug read only" and every greater scope admit it, and no other does

      Examples: Non-volatile memory and firmware
        | request                |
        | NVM_READ               |
        | NVM_GET_DIR_ENTRIES    |
        | NVM_RAW_DUMP           |
        | FW_GET_STRUCTURED_DATA |

      Examples: Debug facilities
        | request                       |
        | DBG_COREDUMP_LIST             |
        | DBG_COREDUMP_RETRIEVE         |
        | DBG_READ_DIRECT               |
        | DBG_READ_INDIRECT             |
        | DBG_SERDES_TEST               |
        | SELFTEST_RETRIEVE_SERDES_DATA |

      Examples: Ports, queues and statistics
        | request                   |
        | QUEUE_DSCP2PRI_QCFG       |
        | PORT_QSTATS               |
        | PORT_QSTATS_EXT           |
        | PORT_QSTATS_EXT_PFC_ADV   |
        | PCIE_QSTATS               |
        | STAT_GENERIC_QSTATS       |
        | STAT_QUERY_ROCE_STATS     |
        | STAT_QUERY_ROCE_STATS_EXT |
        | PORT_EVENTS_LOG           |
        | PORT_PRBS_TEST            |
        | PORT_DSC_DUMP             |
        | SCH_GRP_QCFG              |

    Example: <request> in every scope, which writes
      When the caller sends HWRM <request> with its buffers in every scope
      Then "debug write" and every greater scope admit it, and no other does

      Examples: Non-volatile memory, data of the firmware, groups and traces
        | request                |
        | NVM_WRITE              |
        | NVM_MODIFY             |
        | FW_SET_STRUCTURED_DATA |
        | SCH_GRP_CFG            |
        | DBG_PTRACE             |

    Example: <request> in every scope, which can do anything
      When the caller sends HWRM <request> with its buffers in every scope
      Then "debug write full" and every greater scope admit it, and no other does

      Examples: Raw blocks, code and tokens
        | request           |
        | NVM_RAW_WRITE_BLK |
        | FW_LIVEPATCH      |
        | DBG_TOKEN_CFG     |

    Example: DBG_COREDUMP_INITIATE in every scope, which has no buffer
      When the caller sends HWRM DBG_COREDUMP_INITIATE in every scope
      Then "debug read only" and every greater scope admit it, and no other does

  @must @bnxt-buffer-lengths
  Rule: A request with buffers has the length of its structure, and buffers of 1 to 65536 bytes

    Example: <request> of <length>, where its structure has <structure>
      When the caller sends HWRM <request>, <length> long, with its buffers
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Shorter, and longer
        | request      | length   | structure |
        | NVM_READ     | 39 bytes | 40        |
        | NVM_READ     | 41 bytes | 40        |
        | NVM_WRITE    | 16 bytes | 56        |
        | DBG_PTRACE   | 64 bytes | 40        |
        | FW_LIVEPATCH | 33 bytes | 32        |
        | PORT_QSTATS  | 39 bytes | 40        |
        | SCH_GRP_CFG  | 96 bytes | 88        |

    Example: <request> with a buffer of <buffer>
      When the caller sends HWRM <request> with a buffer of <buffer>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Nothing, and more than there may be
        | request          | buffer                  |
        | NVM_READ         | 0 bytes                 |
        | NVM_SET_VARIABLE | 0 bytes                 |
        | NVM_READ         | 65537 bytes             |
        | DBG_READ_DIRECT  | 65540 bytes             |
        | NVM_WRITE        | 65537 bytes             |
        | SCH_GRP_CFG      | 65538 bytes             |
        | FW_LIVEPATCH     | 2 GiB                   |
        | DBG_READ_DIRECT  | 4 bytes more than 4 GiB |

    Example: PORT_QSTATS_EXT, of whose two buffers the <which> has no bytes
      When the caller sends HWRM PORT_QSTATS_EXT with 0 bytes in its <which> buffer
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Each of them
        | which  |
        | first  |
        | second |

    Example: <request> with a buffer of <buffer>, which is in order
      When the caller sends HWRM <request> with a buffer of <buffer>
      Then the call succeeds
      And the firmware received the command

      Examples: The shortest and the longest
        | request         | buffer      |
        | NVM_READ        | 1 byte      |
        | NVM_READ        | 65536 bytes |
        | DBG_READ_DIRECT | 65536 bytes |
        | NVM_WRITE       | 65536 bytes |

  @must @bnxt-buffer-addresses
  Rule: No address of the caller gets to the firmware

    Example: <request>
      When the caller sends HWRM <request> with a buffer of 256 bytes
      Then the call succeeds
      And the firmware received no address of the caller

      Examples: What the device reads
        | request                |
        | NVM_SET_VARIABLE       |
        | NVM_WRITE              |
        | NVM_MODIFY             |
        | NVM_RAW_WRITE_BLK      |
        | FW_SET_STRUCTURED_DATA |
        | FW_LIVEPATCH           |
        | DBG_TOKEN_CFG          |
        | SCH_GRP_CFG            |

      Examples: What it writes
        | request                       |
        | NVM_GET_VARIABLE              |
        | NVM_READ                      |
        | NVM_GET_DIR_ENTRIES           |
        | NVM_RAW_DUMP                  |
        | FW_GET_STRUCTURED_DATA        |
        | DBG_COREDUMP_LIST             |
        | DBG_COREDUMP_RETRIEVE         |
        | DBG_READ_DIRECT               |
        | DBG_READ_INDIRECT             |
        | DBG_SERDES_TEST               |
        | QUEUE_DSCP2PRI_QCFG           |
        | PCIE_QSTATS                   |
        | STAT_GENERIC_QSTATS           |
        | STAT_QUERY_ROCE_STATS         |
        | STAT_QUERY_ROCE_STATS_EXT     |
        | PORT_EVENTS_LOG               |
        | PORT_PRBS_TEST                |
        | PORT_DSC_DUMP                 |
        | SCH_GRP_QCFG                  |
        | SELFTEST_RETRIEVE_SERDES_DATA |

    Example: <request>, which has two buffers
      When the caller sends HWRM <request> with a buffer of 256 bytes
      Then the call succeeds
      And the firmware received no address of the caller
      And the buffers that it received lie apart

      Examples: Both are written, or one is read
        | request                 |
        | PORT_QSTATS             |
        | PORT_QSTATS_EXT         |
        | PORT_QSTATS_EXT_PFC_ADV |
        | DBG_PTRACE              |

  @must @bnxt-buffer-unreadable
  Rule: What the device is to read must be there

    Example: <request> with a buffer that is not mapped
      When the caller sends HWRM <request> with a buffer that is not mapped
      Then the call fails with EFAULT
      And the firmware received no command

      Examples: The only one, and the first of two
        | request                |
        | NVM_SET_VARIABLE       |
        | NVM_WRITE              |
        | NVM_MODIFY             |
        | NVM_RAW_WRITE_BLK      |
        | FW_SET_STRUCTURED_DATA |
        | FW_LIVEPATCH           |
        | DBG_TOKEN_CFG          |
        | SCH_GRP_CFG            |
        | DBG_PTRACE             |

    Example: <request> with a buffer of which a part is mapped
      When the caller sends HWRM <request> with a buffer mapped for its first 32 bytes only
      Then the call fails with EFAULT
      And the firmware received no command

      Examples: The only one, and the first of two
        | request    |
        | NVM_WRITE  |
        | DBG_PTRACE |
