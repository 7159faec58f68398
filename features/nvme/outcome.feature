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
        | command                       | scope             |
        | Get Log Page for page 0x07    | "configuration"   |
        | Device Self-test              | "debug read only" |
        | Abort                         | "debug write"     |
        | Abort                         | "configuration"   |
        | Read Counters                 | "configuration"   |
        | Set Features for feature 0x10 | "debug write"     |

      Examples: Where no scope would do
        | command                         | scope              |
        | Sanitize of the whole subsystem | "debug write full" |

  @must @nvme-status
  Rule: The status of a command that was delivered is in the response, and the call succeeds

    Example: <command> with <status>
      Given the firmware will complete the next command with <status>
      When the caller sends <command> in scope <scope>
      Then the call succeeds
      And the controller answers with <status>

      Examples: Errors of the command, and of the medium
        | status                                 | command             | scope           |
        | Invalid Field in Command               | Identify Controller | "configuration" |
        | Invalid Field in Command, Do Not Retry | Identify Controller | "configuration" |
        | LBA Out of Range                       | Identify Controller | "configuration" |
        | Invalid Log Page                       | Identify Controller | "configuration" |

      Examples: Another standard command, and one of the vendor
        | status                   | command                    | scope             |
        | Invalid Log Page         | Get Log Page for page 0x02 | "configuration"   |
        | Invalid Field in Command | Read Counters              | "debug read only" |

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
