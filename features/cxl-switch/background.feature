Feature: Commands of a switch that run in the background

  A component has one place for what runs in the background. Nobody may hold it for
  long, and the kernel comes first.

  @must @cxl-switch-background-abort
  Rule: A command that runs in the background is sent only if it can be aborted

    Example: The switch announces <effects>
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the switch announces <effects> for Set Alert Configuration
      When the caller sends the switch Set Alert Configuration in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Nothing of an abort
        | effects                                                        |
        | configuration change after cold reset and background operation |
        | immediate policy change and background operation               |

      Examples: A bit beside that of the abort
        | effects                                                                                     |
        | configuration change after cold reset, background operation and secondary mailbox supported |
        | security state change, configuration change after cold reset and background operation       |

    Example: <place> announces <effects> for <command>, and nothing of an abort
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where <place> announces <effects> for <command>
      When the caller sends <place> <command> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Through a tunnel
        | place                              | effects                                                        | command                 |
        | the component behind port 3        | configuration change after cold reset and background operation | Set Alert Configuration |
        | the component behind ports 3 and 5 | immediate policy change and background operation               | Set Alert Configuration |

      Examples: What it does otherwise does not make it harmless
        | place      | effects                                       | command         |
        | the switch | background operation                          | Get Health Info |
        | the switch | immediate log change and background operation | Get Health Info |
        | the switch | immediate log change and background operation | Clear Log       |

    Example: Opcode <opcode>, which announces <effects> and nothing of an abort
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the switch announces <effects> for opcode <opcode>
      When the caller sends the switch opcode <opcode> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Of the standard, and of the vendor
        | opcode | effects                                          |
        | 0x4701 | background operation                             |
        | 0xC000 | immediate policy change and background operation |

    Example: The switch announces <effects>, which can be aborted
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the switch announces <effects> for Set Alert Configuration
      When the caller sends the switch Set Alert Configuration in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples: At a reset, and at once
        | effects                                                                                    | least              |
        | configuration change after cold reset, background operation and background abort supported | "debug write"      |
        | immediate policy change, background operation and background abort supported               | "debug write full" |

  @must @cxl-switch-slot-for-kernel
  Rule: A command that runs in the background is aborted when the kernel needs its place

    Example: The kernel has a command of its own
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch on which the kernel has a background command of its own
      When the caller sends the switch Set Alert Configuration in scope "debug write"
      Then the call succeeds
      And the answer of the switch has return code Aborted
      And the command of the kernel has begun
      And the host has noticed nothing

    Example: The kernel has none
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the switch announces configuration change after cold reset, background operation and background abort supported for Set Alert Configuration
      When the caller sends the switch Set Alert Configuration in scope "debug write"
      Then the call succeeds
      And the answer of the switch has return code Success
      And the host has noticed nothing
