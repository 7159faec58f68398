Feature: What may be read of an NVMe controller

  Identify, Get Features and the log pages about health tell what every administrator
  wants to know. Telemetry and the pages of the vendor show how the firmware is doing.
  Neither may take from the kernel's nvme driver what it has not seen yet.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened an NVMe controller

  @must @nvme-health
  Rule: Identity, settings and health are read in every scope

    Example: <command>
      When the caller sends <command> in every scope
      Then every scope admits it
      And the host has noticed nothing

      Examples: Commands that only tell something
        | command                                        |
        | Identify Controller                            |
        | Identify Namespace                             |
        | Identify Namespace of another host             |
        | Identify of the active namespaces              |
        | Get Features                                   |
        | Get Features for what is saved of feature 0x04 |
        | Get Features for feature 0xC0                  |
        | the list of security protocols                 |
        | Get Log Page for page 0x00                     |
        | Get Log Page for page 0x01                     |
        | Get Log Page for page 0x02                     |
        | Get Log Page for page 0x03                     |
        | Get Log Page for page 0x05                     |
        | Get Log Page for page 0x06                     |
        | Get Log Page for page 0x12                     |
        | Get Log Page for the second half of page 0x02  |

  @must @nvme-debug-data
  Rule: Debug data that are described are read from "debug read only" on, and made from "debug write" on

    Example: <command>
      When the caller sends <command> in every scope
      Then <least> and every greater scope admit it, and no other does
      And the host has noticed nothing

      Examples: Reading telemetry, pages of the vendor, parameters of directives
        | command                    | least             |
        | Get Log Page for page 0x07 | "debug read only" |
        | Get Log Page for page 0x08 | "debug read only" |
        | Get Log Page for page 0xC0 | "debug read only" |
        | Get Log Page for page 0xFF | "debug read only" |
        | Directive Receive          | "debug read only" |

      Examples: Telemetry that is taken anew, and a self-test
        | command                               | least         |
        | Create Telemetry                      | "debug write" |
        | Create Telemetry of the first area    | "debug write" |
        | Device Self-test                      | "debug write" |
        | Device Self-test of the extended kind | "debug write" |

    Example: Log page <page>, which nobody has described
      When the caller sends Get Log Page for page <page> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Of all controllers, and the last but one below those of the vendor
        | page |
        | 0x7F |
        | 0xBE |

  @must @nvme-events-stay
  Rule: No log page is read below full debug in a way that takes an event from the nvme driver

    Example: <command>
      When the caller sends <command> in every scope below full debug
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: Without Retain Asynchronous Event, and a list that is cleared by reading it
        | command                                |
        | Get Log Page for page 0x01 without RAE |
        | Get Log Page for page 0x02 without RAE |
        | Get Log Page for page 0x03 without RAE |
        | Get Log Page for page 0x04             |

      Examples: Pages that may get an event, in any scope that would read them otherwise
        | command                                |
        | Get Log Page for page 0x05 without RAE |
        | Get Log Page for page 0x06 without RAE |
        | Get Log Page for page 0x08 without RAE |
        | Get Log Page for page 0xC0 without RAE |
        | Create Telemetry without RAE           |

    Example: <command>, with full debug
      When the caller sends <command> in every scope
      Then "debug write full" and every greater scope admit it, and no other does

      Examples: One of each
        | command                                |
        | Get Log Page for page 0x02 without RAE |
        | Get Log Page for page 0x04             |
