Feature: Commands that go through a switch to another component

  A tunnel is a way of transport. The command that opens it has to announce the worst,
  whatever goes through; what goes through is known where it arrives.

  @must @cxl-switch-tunnel-effects
  Rule: A tunnelled command needs the scope that its effects need where it arrives

    Example: <place> announces <effects>
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where <place> announces <effects> for Set Alert Configuration
      When the caller sends <place> Set Alert Configuration in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples: Behind one port
        | place                       | effects                               | least              |
        | the component behind port 3 | immediate configuration change        | "debug write full" |
        | the component behind port 3 | configuration change after cold reset | "debug write"      |

      Examples: Behind two
        | place                              | effects                               | least              |
        | the component behind ports 3 and 5 | immediate policy change               | "debug write full" |
        | the component behind ports 3 and 5 | configuration change after cold reset | "debug write"      |

      Examples: Behind three
        | place                                    | effects                               | least              |
        | the component behind ports 3 and 5 and 2 | immediate policy change               | "debug write full" |
        | the component behind ports 3 and 5 and 2 | configuration change after cold reset | "debug write"      |

    Example: The switch has the command, too, and announces <own> for it
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the switch announces <own>, and the component behind port 3 <effects>, for Set Alert Configuration
      When the caller sends the component behind port 3 Set Alert Configuration in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples: More than the component does, and less
        | own                                   | effects                               | least              |
        | immediate data change                 | configuration change after cold reset | "debug write"      |
        | configuration change after cold reset | immediate data change                 | "debug write full" |

    Example: <place> announces <effects>, for which nothing is sent anywhere
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where <place> announces <effects> for Set Alert Configuration
      When the caller sends <place> Set Alert Configuration in every scope
      Then no scope admits it, and the firmware received no command

      Examples: No effect that says when, and no meaning
        | place                              | effects                                                   |
        | the component behind port 3        | no effect                                                 |
        | the component behind port 3        | configuration change after cold reset and reserved bit 12 |
        | the component behind port 3        | configuration change after cold reset and reserved bit 13 |
        | the component behind port 3        | immediate policy change and reserved bit 14               |
        | the component behind port 3        | configuration change after cold reset and reserved bit 15 |
        | the component behind ports 3 and 5 | configuration change after cold reset and reserved bit 12 |

    Example: <place>, where only the component behind port 3 has the command
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the component behind port 3 announces configuration change after cold reset for Set Alert Configuration
      When the caller sends <place> Set Alert Configuration in every scope
      Then no scope admits it, and the firmware received no command

      Examples: The switch itself, and where nothing is
        | place                              |
        | the switch                         |
        | the component behind port 4        |
        | the component behind ports 3 and 5 |

    Example: <command>, which the kernel has to coordinate
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the component behind port 3 announces immediate data change for <command>
      When the caller sends the component behind port 3 <command> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: The contents of the memory
        | command                 |
        | Sanitize                |
        | Secure Erase            |
        | Passphrase Secure Erase |
        | Set LSA                 |
        | Set Partition Info      |

      Examples: Who may use it
        | command               |
        | Set Passphrase        |
        | Disable Passphrase    |
        | Unlock                |
        | Freeze Security State |
        | Set Shutdown State    |

      Examples: Events, errors and repairs
        | command                    |
        | Clear Event Records        |
        | Set Event Interrupt Policy |
        | Inject Poison              |
        | Clear Poison               |
        | Scan Media                 |
        | Perform Maintenance        |

      Examples: The firmware, and what runs in the background
        | command                            |
        | Transfer FW                        |
        | Activate FW                        |
        | Background Operation Status        |
        | Request Abort Background Operation |

    Example: <command> behind two ports, which the kernel has to coordinate
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the component behind ports 3 and 5 announces immediate data change for <command>
      When the caller sends the component behind ports 3 and 5 <command> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: One of each kind
        | command             |
        | Sanitize            |
        | Set Passphrase      |
        | Clear Event Records |
        | Transfer FW         |

  @should @cxl-switch-tunnel-reading
  Rule: A tunnelled command that only reads is admitted in every scope

    Example: <command> of <place>
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where <place> announces no effect for <command>
      When the caller sends <place> <command> in every scope
      Then every scope admits it

      Examples: Telemetry
        | command         | place                       |
        | Get Health Info | the component behind port 3 |
        | Get Timestamp   | the component behind port 3 |

      Examples: What is allotted
        | command            | place                              |
        | Get LD Info        | the component behind port 3        |
        | Get LD Allocations | the component behind port 3        |
        | Get LD Info        | the component behind ports 3 and 5 |

      Examples: Who uses what
        | command                     | place                       |
        | Get Physical Port State     | the component behind port 3 |
        | Get Virtual CXL Switch Info | the component behind port 3 |

      Examples: What the component is, and has been through
        | command                 | place                       |
        | Identify                | the component behind port 3 |
        | Identify Memory Device  | the component behind port 3 |
        | Identify Switch Device  | the component behind port 3 |
        | Get FW Info             | the component behind port 3 |
        | Get Event Records       | the component behind port 3 |
        | Get Alert Configuration | the component behind port 3 |

      Examples: Features
        | command                | place                       |
        | Get Supported Features | the component behind port 3 |
        | Get Feature            | the component behind port 3 |

    Example: A reading command that announces <effects> where it arrives
      Given a caller with CAP_SYS_RAWIO has opened a CXL switch where the component behind port 3 announces <effects> for Get Health Info
      When the caller sends the component behind port 3 Get Health Info in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples: It clears what it reads, or changes something later
        | effects                               | least              |
        | immediate log change                  | "debug write full" |
        | immediate policy change               | "debug write full" |
        | configuration change after cold reset | "debug write"      |
