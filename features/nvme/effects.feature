Feature: Vendor-specific commands, and what the controller says of them

  What a vendor-specific command does is known to its vendor only. The Commands
  Supported and Effects log page says what it has an effect on, and from that the
  driver knows the least scope.

  @must @nvme-vendor-effects
  Rule: The least scope of a vendor-specific command follows from its entry in the effects log

    Example: Opcode <opcode> with <effects>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose opcode <opcode> has <effects>
      When the caller sends opcode <opcode> in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples: No effect on others: it reads, or it is given data
        | opcode | effects                 | least             |
        | 0xC0   | no effect               | "debug read only" |
        | 0xF2   | no effect               | "debug read only" |
        | 0xF2   | scope of the controller | "debug read only" |
        | 0xF2   | scope of a namespace    | "debug read only" |
        | 0xF1   | no effect               | "debug write"     |

      Examples: The capabilities of the controller change
        | opcode | effects | least              |
        | 0xF2   | CCC     | "debug write full" |
        | 0xF1   | CCC     | "debug write full" |
        | 0xC0   | CCC     | "debug write full" |

      Examples: Nothing else may be under way
        | opcode | effects | least              |
        | 0xF2   | CSE 1   | "debug write full" |
        | 0xF2   | CSE 2   | "debug write full" |
        | 0xF2   | CSE 4   | "debug write full" |
        | 0xF1   | CSE 1   | "debug write full" |

      Examples: More than this controller is concerned
        | opcode | effects                     | least              |
        | 0xF2   | scope of the NVM subsystem  | "debug write full" |
        | 0xF2   | scope of an NVM set         | "debug write full" |
        | 0xF2   | scope of an endurance group | "debug write full" |
        | 0xF2   | scope of a domain           | "debug write full" |
        | 0xF2   | the last bit of the scope   | "debug write full" |
        | 0xF1   | scope of the NVM subsystem  | "debug write full" |

    Example: Data that go both ways, for which there is no memory
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose opcode 0xF3 has no effect
      When the caller sends opcode 0xF3 in every scope
      Then no scope admits it, and the firmware received no command

  @must @nvme-vendor-refused
  Rule: A vendor-specific command that changes blocks or namespaces is refused in every scope

    Example: Opcode <opcode> with <effects>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose opcode <opcode> has <effects>
      When the caller sends opcode <opcode> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Blocks, namespaces, and the inventory of them
        | opcode | effects |
        | 0xF2   | LBCC    |
        | 0xF2   | NCC     |
        | 0xF2   | NIC     |
        | 0xF1   | LBCC    |
        | 0xF1   | NCC     |
        | 0xC0   | LBCC    |

      Examples: With what full debug would be enough for, alone
        | opcode | effects       |
        | 0xF2   | LBCC and CCC  |
        | 0xF2   | NCC and CSE 1 |

      Examples: Bits that nobody knows the meaning of
        | opcode | effects         |
        | 0xF2   | reserved bit 5  |
        | 0xF2   | reserved bit 13 |

  @must @nvme-unlisted-command
  Rule: A command that the effects log does not have is refused in every scope

    Example: Opcode <opcode>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When the caller sends opcode <opcode> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: A reserved one, and vendor-specific ones
        | opcode |
        | 0x7F   |
        | 0xC4   |
        | 0xFE   |

    Example: <command> with <entry>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose opcode <opcode> has <entry>
      When the caller sends <command> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Standard ones, and an entry that lacks nothing but support
        | command          | opcode | entry             |
        | Device Self-test | 0x14   | no entry          |
        | Get Features     | 0x0A   | no entry          |
        | opcode 0xF2      | 0xF2   | CCC without CSUPP |

  @must @nvme-running-firmware
  Rule: It is the log of the firmware that runs which counts

    Example: The new firmware says more of a command, after <how>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose opcode 0xF2 has no effect
      And the controller runs an image, after <how>, in which opcode 0xF2 has CCC
      When the caller sends opcode 0xF2 in every scope
      Then "debug write full" and every greater scope admit it, and no other does

      Examples: However it came to run
        | how                |
        | a reset            |
        | activation at once |

    Example: Newer firmware takes back what other firmware said of a command
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose opcode 0xF2 has no effect
      And the controller runs an image, after a reset, in which opcode 0xF2 has CCC
      And the controller runs an image, after a reset, in which opcode 0xF2 has no effect
      When the caller sends opcode 0xF2 in every scope
      Then "debug read only" and every greater scope admit it, and no other does

  @must @nvme-effects-are-true
  Rule: A command whose entry tells of no effect has none

    Example: <command>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When the caller sends <command> in every scope
      Then <least> and every greater scope admit it, and no other does
      And the host has noticed nothing

      Examples: What every one of these controllers has
        | command             | least             |
        | Read Counters       | "debug read only" |
        | Set the Trace Level | "debug write"     |
