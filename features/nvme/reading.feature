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
        | command                        |
        | Identify Controller            |
        | Identify Namespace             |
        | Get Features                   |
        | the list of security protocols |
        | Get Log Page for page 0x00     |
        | Get Log Page for page 0x01     |
        | Get Log Page for page 0x02     |
        | Get Log Page for page 0x03     |
        | Get Log Page for page 0x05     |
        | Get Log Page for page 0x06     |
        | Get Log Page for page 0x12     |

  @must @nvme-debug-data
  Rule: Debug data are read from "debug read only" on, and made from "debug write" on

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
        | command          | least         |
        | Create Telemetry | "debug write" |
        | Device Self-test | "debug write" |

    Example: A log page that nobody has described
      When the caller sends Get Log Page for page 0x7F in every scope
      Then no scope admits it, and the firmware received no command

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

    Example: <command>, with full debug
      When the caller sends <command> in every scope
      Then "debug write full" and every greater scope admit it, and no other does

      Examples: One of each
        | command                                |
        | Get Log Page for page 0x02 without RAE |
        | Get Log Page for page 0x04             |
