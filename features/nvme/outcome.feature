Feature: How an NVMe command ends

  A command that was delivered has a status of its own. Everything else is an errno.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened an NVMe controller

  @must @nvme-scope-too-low
  Rule: A command in too low a scope fails with EPERM

    Example: <command> in scope <scope>
      When the caller sends <command> in scope <scope>
      Then the call fails with EPERM
      And the firmware received no command

      Examples: Just below, and far below
        | command                    | scope             |
        | Get Log Page for page 0x07 | "configuration"   |
        | Device Self-test           | "debug read only" |
        | Abort                      | "debug write"     |
        | Abort                      | "configuration"   |

      Examples: Where no scope would do
        | command                         | scope              |
        | Sanitize of the whole subsystem | "debug write full" |

  @must @nvme-status
  Rule: The status of a command that was delivered is in the response, and the call succeeds

    Example: <status>
      Given the firmware will complete the next command with <status>
      When the caller sends Identify Controller in scope "configuration"
      Then the call succeeds
      And the controller answers with <status>

      Examples: Errors of the command, and of the medium
        | status                   |
        | Invalid Field in Command |
        | LBA Out of Range         |
        | Invalid Log Page         |

  @must @nvme-transport-errno
  Rule: A command that is not completed fails with an errno

    Example: It gets lost with <errno>
      Given the next command to the firmware will get lost with <errno>
      When the caller sends Identify Controller in scope "configuration"
      Then the call fails with <errno>
      And the firmware received no command

      Examples: No place, no answer, no device
        | errno     |
        | EBUSY     |
        | ETIMEDOUT |
        | ENXIO     |

    Example: The controller has stopped
      When the caller sends Stop the Controller in scope "debug write full"
      Then the call fails with ETIMEDOUT
      And the host has noticed that the controller no longer answers
