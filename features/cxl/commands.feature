Feature: Commands that a CXL memory device takes through fwctl

  Of the many mailbox commands only those for features announce beforehand what
  they will do. All others stay with the kernel, or wait until they can be judged.

  Background:
    Given the caller has CAP_SYS_RAWIO

  @must @cxl-three-commands
  Rule: Get Supported Features, Get Feature and Set Feature are the only commands that are admitted

    Example: <command> in every scope
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends <command> in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

      Examples: They only ask, but nothing says so to the kernel
        | command                     |
        | Identify                    |
        | Get Response Message Limit  |
        | Get Event Records           |
        | Get Event Interrupt Policy  |
        | Get FW Info                 |
        | Get Timestamp               |
        | Get Supported Logs          |
        | Get Log                     |
        | Get Log Capabilities        |
        | Identify Memory Device      |
        | Get Partition Info          |
        | Get LSA                     |
        | Get Health Info             |
        | Get Alert Configuration     |
        | Get Shutdown State          |
        | Get Poison List             |
        | Get Scan Media Capabilities |
        | Get Scan Media Results      |
        | Get Security State          |

      Examples: They write
        | command                    |
        | Set Response Message Limit |
        | Set Event Interrupt Policy |
        | Set Timestamp              |
        | Clear Log                  |
        | Set Alert Configuration    |

      Examples: They are those of a switch, or go through it
        | command                   |
        | Get Physical Port State   |
        | Unbind vPPB               |
        | Tunnel Management Command |
        | Set LD Allocations        |

    Example: Opcode <opcode> in every scope
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends the command with opcode <opcode> in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

      Examples: Beside the three
        | opcode |
        | 0x0000 |
        | 0x04FF |
        | 0x0503 |

      Examples: Not named yet
        | opcode |
        | 0x4F00 |
        | 0x5900 |

      Examples: The vendor's
        | opcode |
        | 0xC000 |
        | 0xC001 |
        | 0xE5A0 |
        | 0xFFFF |

    Example: Opcode <opcode> with the payload of <command>, of which it has the last digits
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends opcode <opcode> with the payload of <command> in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

      Examples: Other commands of the standard, and some of the vendor
        | opcode | command                |
        | 0x1500 | Get Supported Features |
        | 0x2501 | Get Feature            |
        | 0x8502 | Set Feature            |
        | 0xC501 | Get Feature            |
        | 0xC502 | Set Feature            |

    Example: Setting a feature
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets the feature in scope "debug write full"
      Then the call succeeds
      And the command reached the mailbox

  @must @cxl-kernel-coordinated
  Rule: Commands that the kernel has to coordinate are not passed through

    Example: <command> in every scope
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends <command> in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

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

      Examples: Errors and repairs
        | command             |
        | Clear Event Records |
        | Inject Poison       |
        | Clear Poison        |
        | Scan Media          |
        | Perform Maintenance |

      Examples: The firmware, and what runs in the background
        | command                            |
        | Transfer FW                        |
        | Activate FW                        |
        | Populate Log                       |
        | Background Operation Status        |
        | Request Abort Background Operation |

    Example: Reading a feature
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller reads the feature
      Then the call succeeds
      And the command reached the mailbox

  @must @cxl-read-scope
  Rule: Listing and reading features is admitted in every scope

    Example: Listing in every scope
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller lists the features in every scope
      Then it is admitted in every scope

    Example: A feature that announces <effects> for whoever sets it
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller reads the feature in every scope
      Then it is admitted in every scope

      Examples: Reading has none of these effects
        | effects                               |
        | configuration change after cold reset |
        | immediate data change                 |
        | background operation                  |
        | reserved bit 12                       |
        | no effect                             |

    Example: A feature that nobody can set
      Given a CXL memory device whose feature is not changeable is registered
      And the caller has opened the device
      When the caller reads the feature in every scope
      Then it is admitted in every scope

  @must @cxl-capability-from-cel
  Rule: The Command Effects Log says which of the three commands a device has

    Example: Setting is not logged
      Given a CXL memory device that does not log Set Feature is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

    Example: Setting is logged
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets the feature
      Then the call succeeds
      And the command reached the mailbox

    Example: <command> is not logged, so that features cannot be read
      When a CXL memory device that does not log <command> appears
      Then the device has no fwctl node

      Examples: Either is needed
        | command                |
        | Get Supported Features |
        | Get Feature            |

    Example: Reading is logged and setting is not
      When a CXL memory device that does not log Set Feature appears
      Then the device has a fwctl node

    Example: Reading is logged and setting is not, so the feature is listed and read
      Given a CXL memory device that does not log Set Feature is registered
      And the caller has opened the device
      When the caller lists the features
      Then the call succeeds
      When the caller reads the feature
      Then the call succeeds
      And the command reached the mailbox
