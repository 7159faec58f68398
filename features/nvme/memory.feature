Feature: Memory of the host, and NVMe commands

  A controller reads and writes wherever a command points to. All pointers are the
  driver's, which gives the controller memory of its own for as long as a command
  takes, and just as much as it will use.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened an NVMe controller

  @must @nvme-own-fields
  Rule: A request with a pointer, or with anything else that is the driver's, fails with EINVAL

    Example: <field> in scope <scope>
      When the caller sends Identify Controller with <field> in scope <scope>
      Then the call fails with EINVAL
      And the firmware received no command
      And the host has noticed nothing

      Examples: Pointers, as configuration
        | field                | scope           |
        | a metadata pointer   | "configuration" |
        | PRP entry 1          | "configuration" |
        | PRP entry 2          | "configuration" |
        | an SGL               | "configuration" |
        | a fused operation    | "configuration" |
        | a command identifier | "configuration" |

      Examples: Of addresses the upper half alone, and the other value
        | field                          | scope           |
        | a metadata pointer above 4 GiB | "configuration" |
        | PRP entry 1 above 4 GiB        | "configuration" |
        | PRP entry 2 above 4 GiB        | "configuration" |
        | an SGL for metadata, too       | "configuration" |
        | a fused operation, its second  | "configuration" |

      Examples: No scope helps
        | field                | scope              |
        | PRP entry 1          | "debug read only"  |
        | PRP entry 1          | "debug write"      |
        | a metadata pointer   | "debug write full" |
        | PRP entry 1          | "debug write full" |
        | PRP entry 2          | "debug write full" |
        | an SGL               | "debug write full" |
        | a fused operation    | "debug write full" |
        | a command identifier | "debug write full" |

    Example: <command> with PRP entry 1 in scope <scope>
      When the caller sends <command> with PRP entry 1 in scope <scope>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: One without data, and one of the vendor
        | command       | scope             |
        | Get Features  | "configuration"   |
        | Read Counters | "debug read only" |

  @must @nvme-no-host-memory
  Rule: A command that leaves the controller with an address of the host is refused in every scope

    Example: <command>
      When the caller sends <command> in every scope
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: A buffer, queues and doorbells in memory of the host
        | command                                         |
        | Set Features for feature 0x0D                   |
        | Set Features for feature 0x0D that is not saved |
        | Create I/O Submission Queue                     |
        | Create I/O Completion Queue                     |
        | Doorbell Buffer Config                          |

  @must @nvme-data-length
  Rule: The data are as long as the command makes the controller believe

    Example: Identify Controller with <length> where it moves 4096
      When the caller sends Identify Controller with data of <length>
      Then the call fails with EINVAL
      And the firmware received no command
      And the host has noticed nothing

      Examples: Too few, none and too many
        | length     |
        | 4095 bytes |
        | 512 bytes  |
        | 0 bytes    |
        | 4097 bytes |

    Example: Firmware Image Download of 64 bytes in a request of <length>
      When the caller sends Firmware Image Download in a request of <length>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Without its data, and without the last byte of them
        | length    |
        | 72 bytes  |
        | 135 bytes |

      Examples: And of one byte too many
        | length    |
        | 137 bytes |

    Example: <command> with data of <length> in scope <scope>
      When the caller sends <command> with data of <length> in scope <scope>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Other commands
        | command                               | length     | scope             |
        | the list of security protocols        | 4 bytes    | "configuration"   |
        | Firmware Image Download               | 60 bytes   | "configuration"   |
        | Get Log Page for page 0x02            | 508 bytes  | "configuration"   |
        | Get Log Page for page 0x02 of 257 KiB | 1024 bytes | "configuration"   |
        | Read Counters                         | 60 bytes   | "debug read only" |

      Examples: What moves none
        | command      | length  | scope           |
        | Get Features | 4 bytes | "configuration" |

    Example: As many as a transfer may have
      When the caller sends Get Log Page for page 0x02 of 64 KiB
      Then the call succeeds
      And the firmware received the command

    Example: <length>, which is more than a transfer may have
      When the caller sends Get Log Page for page 0x02 of <length>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: A dword more, and twice as many
        | length      |
        | 65540 bytes |
        | 128 KiB     |

    Example: Just as many
      When the caller sends Identify Controller with data of 4096 bytes
      Then the call succeeds
      And the firmware received the command
      And the host has noticed nothing

  @must @nvme-request-length
  Rule: A request that is cut short fails with EINVAL

    Example: A request of <length>
      When the caller sends Identify Controller in a request of <length>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: One byte too few, and hardly any
        | length   |
        | 71 bytes |
        | 64 bytes |
        | 1 byte   |
