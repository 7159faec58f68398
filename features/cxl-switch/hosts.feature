Feature: The hosts that share a switch

  Whoever manages a switch can pull memory from under the hosts that use it. A host has
  no business with that; a BMC has, and needs no other interface for it.

  @must @cxl-switch-other-hosts
  Rule: What takes memory away from another host is sent in no scope

    Example: <command> at <place>
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch with components behind ports 3 and 5
      When the caller sends <place> <command> for another host in every scope
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: At the switch
        | place      | command                           |
        | the switch | Physical Port Control             |
        | the switch | Unbind vPPB                       |
        | the switch | Set LD Allocations                |
        | the switch | Initiate Dynamic Capacity Release |

      Examples: Through a tunnel
        | place                              | command                           |
        | the component behind port 3        | Physical Port Control             |
        | the component behind port 3        | Unbind vPPB                       |
        | the component behind port 3        | Set LD Allocations                |
        | the component behind port 3        | Initiate Dynamic Capacity Release |
        | the component behind ports 3 and 5 | Physical Port Control             |
        | the component behind ports 3 and 5 | Unbind vPPB                       |
        | the component behind ports 3 and 5 | Set LD Allocations                |
        | the component behind ports 3 and 5 | Initiate Dynamic Capacity Release |

    Example: Bind vPPB at <place>, which announces <effects> for it
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where <place> announces <effects> for Bind vPPB
      When the caller sends <place> Bind vPPB for another host in every scope
      Then no scope admits it, and the firmware received no command

      Examples: At once, and at a reset
        | place                       | effects                               |
        | the switch                  | immediate configuration change        |
        | the component behind port 3 | configuration change after cold reset |

    Example: <command>, which looks only
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch
      When the caller sends the switch <command> in every scope
      Then every scope admits it
      And the host has noticed nothing

      Examples: Who uses what
        | command                     |
        | Get Physical Port State     |
        | Get Virtual CXL Switch Info |

  @should @cxl-switch-bmc
  Rule: A kernel that is configured for a BMC sends it in full debug

    Example: <command> at <place>
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch of a BMC with components behind ports 3 and 5
      When the caller sends <place> <command> for another host in every scope
      Then "debug write full" and every greater scope admit it, and no other does

      Examples: At the switch
        | place      | command                           |
        | the switch | Physical Port Control             |
        | the switch | Unbind vPPB                       |
        | the switch | Set LD Allocations                |
        | the switch | Initiate Dynamic Capacity Release |

      Examples: Through a tunnel
        | place                              | command                           |
        | the component behind port 3        | Unbind vPPB                       |
        | the component behind port 3        | Set LD Allocations                |
        | the component behind port 3        | Initiate Dynamic Capacity Release |
        | the component behind ports 3 and 5 | Set LD Allocations                |

    Example: Without the capability
      Given a caller without CAP_SYS_RAWIO has opened a CXL switch of a BMC
      When the caller sends the switch Unbind vPPB for another host in scope "debug write full"
      Then the call fails with EPERM
      And the firmware received no command

  @should @cxl-switch-bmc-lockdown
  Rule: Lockdown on a BMC protects the BMC, and not the hosts that it manages

    Example: Another host under <level>
      Given the kernel is locked down for <level>
      And a caller with CAP_SYS_RAWIO has opened a CXL switch of a BMC with components behind ports 3 and 5
      When the caller sends the switch Unbind vPPB for another host in every scope
      Then "debug write full" and every greater scope admit it, and no other does

      Examples:
        | level           |
        | integrity       |
        | confidentiality |

    Example: <command> at <place> for the BMC itself under <level>
      Given the kernel is locked down for <level>
      And a caller with CAP_SYS_RAWIO has opened a CXL switch of a BMC with components behind ports 3 and 5
      When the caller sends <place> <command> for this host in every scope
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: At the switch
        | level           | place      | command                           |
        | integrity       | the switch | Unbind vPPB                       |
        | integrity       | the switch | Physical Port Control             |
        | integrity       | the switch | Initiate Dynamic Capacity Release |
        | confidentiality | the switch | Unbind vPPB                       |

      Examples: Through a tunnel
        | level     | place                              | command                           |
        | integrity | the component behind port 3        | Set LD Allocations                |
        | integrity | the component behind port 3        | Initiate Dynamic Capacity Release |
        | integrity | the component behind ports 3 and 5 | Set LD Allocations                |
