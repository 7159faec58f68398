Feature: Commands that the driver of a switch does not know

  The standard grows faster than the kernel, and vendors have commands of their own.
  What such a command announces is known, and what it is for is not.

  @must @cxl-switch-unknown-command
  Rule: A command that the driver does not know is sent in full debug only, if at all

    Example: Opcode <opcode> of <place>, which announces <effects>
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where <place> announces <effects> for opcode <opcode>
      When the caller sends <place> opcode <opcode> in every scope below full debug
      Then no scope admits it, and the firmware received no command

      Examples: Of the standard
        | opcode | place      | effects                               |
        | 0x4701 | the switch | no effect                             |
        | 0x4701 | the switch | configuration change after cold reset |
        | 0x5900 | the switch | immediate policy change               |

      Examples: Of the vendor
        | opcode | place      | effects                               |
        | 0xC000 | the switch | no effect                             |
        | 0xFFFF | the switch | configuration change after cold reset |

      Examples: Through a tunnel
        | opcode | place                       | effects                               |
        | 0x4701 | the component behind port 3 | no effect                             |
        | 0xC000 | the component behind port 3 | configuration change after cold reset |

      Examples: Through two
        | opcode | place                              | effects                               |
        | 0x4701 | the component behind ports 3 and 5 | no effect                             |
        | 0xC000 | the component behind ports 3 and 5 | configuration change after cold reset |
        | 0x5900 | the component behind ports 3 and 5 | immediate policy change               |

    Example: Opcode <opcode> of <place>, which announces <effects> and is sent in no scope
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where <place> announces <effects> for opcode <opcode>
      When the caller sends <place> opcode <opcode> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Nobody knows yet what that is
        | opcode | place                       | effects                                                   |
        | 0x4701 | the switch                  | reserved bit 12                                           |
        | 0x4701 | the switch                  | immediate data change and reserved bit 13                 |
        | 0xC000 | the switch                  | configuration change after cold reset and reserved bit 14 |
        | 0xC000 | the switch                  | configuration change after cold reset and reserved bit 15 |
        | 0xC000 | the component behind port 3 | configuration change after cold reset and reserved bit 15 |

    Example: Opcode <opcode> of <place>, of which the log says nothing
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch with components behind ports 3 and 5
      When the caller sends <place> opcode <opcode> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Of the standard, and of the vendor
        | opcode | place                              |
        | 0x4701 | the switch                         |
        | 0xC000 | the switch                         |
        | 0x4701 | the component behind port 3        |
        | 0xC000 | the component behind ports 3 and 5 |

    Example: <command>, which is known
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the switch announces <effects> for <command>
      When the caller sends the switch <command> in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples: What it does can be relied on
        | command                    | effects                               | least           |
        | Get Timestamp              | no effect                             | "configuration" |
        | Set Alert Configuration    | configuration change after cold reset | "debug write"   |
        | Set Response Message Limit | configuration change after cold reset | "debug write"   |
        | Set Timestamp              | configuration change after cold reset | "debug write"   |
        | Clear Log                  | configuration change after cold reset | "debug write"   |
        | Populate Log               | configuration change after cold reset | "debug write"   |
