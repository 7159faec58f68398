Feature: The taint that write access leaves

  A device that was written to in a debug scope may no longer be in a state
  that anybody supports. The kernel remembers it in its taint flags, so that
  whoever reads a bug report knows.

  Background:
    Given a device is registered
    And the caller has opened the device
    And the caller has CAP_SYS_RAWIO

  @must @taint-debug-write
  Rule: A debug write taints the kernel

    Example: The first debug write, by a caller with <capabilities>
      Given the caller has <capabilities>
      When the caller sends an RPC in scope "debug write"
      Then the call succeeds
      And the kernel is tainted

      Examples:
        | capabilities  |
        | no capability |
        | CAP_SYS_RAWIO |

    Example: A debug write that sends nothing
      Given a well-formed FWCTL_RPC call
      And its scope is "debug write"
      And its request length says 0
      When the caller makes the call
      Then the call succeeds
      And the kernel is tainted

    Example: A debug write on the second of two devices
      Given a second device is registered
      And the caller has opened the second device
      When the caller sends an RPC in scope "debug write"
      Then the call succeeds
      And the kernel is tainted

    Example: A debug write after calls that leave no taint
      Given the caller has no capability
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      When the caller sends an RPC in scope "configuration"
      Then the call succeeds
      When the caller sends an RPC in scope "debug read only"
      Then the call succeeds
      When the caller sends an RPC in scope "debug write"
      Then the call succeeds
      And the kernel is tainted

  @must @taint-full
  Rule: A full debug access taints the kernel

    Example: A caller with the capability
      When the caller sends an RPC in scope "debug write full"
      Then the call succeeds
      And the kernel is tainted

    Example: A request of 8 KiB
      Given a well-formed FWCTL_RPC call
      And its scope is "debug write full"
      And its request is 8 KiB long and so is its room
      When the caller makes the call
      Then the call succeeds
      And the kernel is tainted

  @must @taint-not-for-lower-scopes
  Rule: Configuration and read-only debug leave no taint

    Example: An RPC in scope "<scope>"
      Given the kernel log has been read
      When the caller sends an RPC in scope "<scope>"
      Then the call succeeds
      And the kernel is not tainted
      And the kernel log has no new line

      Examples:
        | scope           |
        | configuration   |
        | debug read only |

  @must @taint-not-on-eperm
  Rule: A caller who is refused for the capability leaves no taint

    Example: Full debug access without the capability
      Given the caller has no capability
      And the kernel log has been read
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      And the kernel is not tainted
      And the kernel log has no new line

  @must @taint-before-delivery
  Rule: The taint comes before the request is read or delivered

    Example: The driver refuses in scope "<scope>"
      Given the driver refuses every RPC with EBADMSG
      When the caller sends an RPC in scope "<scope>"
      Then the call fails with EBADMSG
      And the kernel is tainted

      Examples:
        | scope            |
        | debug write      |
        | debug write full |

    Example: The request in scope "<scope>" cannot be read
      Given a well-formed FWCTL_RPC call
      And its scope is "<scope>"
      And its request is in unmapped memory
      When the caller makes the call
      Then the call fails with EFAULT
      And the kernel is tainted

      Examples:
        | scope            |
        | debug write      |
        | debug write full |

    Example: The driver is still at work in scope "<scope>"
      Given a well-formed FWCTL_RPC call
      And its scope is "<scope>"
      When the caller makes the call and the driver takes its time
      Then the kernel is tainted
      When the driver goes on
      Then the call succeeds

      Examples:
        | scope            |
        | debug write      |
        | debug write full |

  @should @taint-not-on-format-errors
  Rule: A call whose form is wrong leaves no taint, whatever its scope

    Example: Scope "<scope>" and <fault>
      Given a well-formed FWCTL_RPC call
      And its scope is "<scope>"
      And <fault>
      When the caller makes the call
      Then the call fails with <errno>
      And the kernel is not tainted

      Examples:
        | scope            | fault                                                    | errno  |
        | debug write      | its size field says 16                                   | EINVAL |
        | debug write      | its structure is 8 bytes longer, all zero but for byte 3 | E2BIG  |
        | debug write full | its size field says 16                                   | EINVAL |
        | debug write full | its structure is 8 bytes longer, all zero but for byte 3 | E2BIG  |

  @must @taint-bit-and-letter
  Rule: The taint of fwctl is flag 19 of the kernel's taint flags

    Example: The taint flags after an RPC in scope "<scope>"
      When the caller sends an RPC in scope "<scope>"
      Then the call succeeds
      And taint flag 19 is set, and no other that was clear before

      Examples:
        | scope            |
        | debug write      |
        | debug write full |

  @must @taint-permanent
  Rule: The taint stays until the next boot

    Example: The file is closed and the device goes, after an RPC in scope "<scope>"
      When the caller sends an RPC in scope "<scope>"
      Then the call succeeds
      When the caller closes the file
      And the device is unregistered
      Then the kernel is tainted

      Examples:
        | scope            |
        | debug write      |
        | debug write full |

    Example: Further calls and a further open
      When the caller sends an RPC in scope "debug write"
      Then the call succeeds
      When the caller sends an RPC in scope "debug write"
      Then the call succeeds
      When the caller opens the device
      Then the open succeeds
      When the caller sends an RPC in scope "configuration"
      Then the call succeeds
      And the kernel is tainted

  @should @taint-logged-once
  Rule: Only the first tainting call is logged

    Example: Three RPCs in scope "<scope>"
      When the caller sends 3 RPCs in scope "<scope>"
      Then every one of them succeeds
      And the kernel log has 1 warning

      Examples:
        | scope            |
        | debug write      |
        | debug write full |

    Example: One RPC after the other, in both scopes and by two processes
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When the caller sends an RPC in scope "debug write"
      Then the call succeeds
      When the caller sends an RPC in scope "debug write full"
      Then the call succeeds
      When the second caller sends an RPC in scope "debug write"
      Then the call of the second caller succeeds
      And the kernel log has 1 warning

  @should @taint-log-line
  Rule: The log line tells the device, the process and what it asked for

    Example: The first RPC in scope "<scope>"
      When the caller sends an RPC in scope "<scope>"
      Then the call succeeds
      And a line of the kernel log at level "warning" names the device
      And that line names the process of the caller
      And that line speaks of "full access to the physical device"

      Examples:
        | scope            |
        | debug write      |
        | debug write full |

  @should @taint-shared-by-devices
  Rule: All devices share the record of the first tainting call

    Example: Debug writes on two devices
      Given a second device is registered
      And a second caller with CAP_SYS_RAWIO has opened the second device
      When the caller sends an RPC in scope "debug write"
      And the second caller sends an RPC in scope "debug write"
      Then both calls succeed
      And the warning in the kernel log names the device and not the second device
