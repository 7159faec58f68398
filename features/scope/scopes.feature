Feature: The scope label on an RPC

  User space labels every RPC with a scope. The kernel turns the label into a
  capability check, and hands it to the driver, which decides whether the label
  fits the request.

  Background:
    Given a device is registered
    And the caller has opened the device

  @must @scope-driver-gets-label
  Rule: The driver is told the scope that the caller named

    Example: Scope number <number> is <scope>, on a request of <length>
      Given the caller has CAP_SYS_RAWIO
      And a well-formed FWCTL_RPC call
      And its scope is number <number>
      And its request is <length> long and so is its room
      When the caller makes the call
      Then the call succeeds
      And the driver received one RPC in scope <scope>

      Examples:
        | number | scope              | length   |
        | 0      | "configuration"    | 32 bytes |
        | 1      | "debug read only"  | 32 bytes |
        | 2      | "debug write"      | 32 bytes |
        | 3      | "debug write full" | 32 bytes |
        | 0      | "configuration"    | 8 KiB    |
        | 1      | "debug read only"  | 8 KiB    |
        | 2      | "debug write"      | 8 KiB    |
        | 3      | "debug write full" | 8 KiB    |
        | 3      | "debug write full" | 70 KiB   |
        | 3      | "debug write full" | 0 bytes  |

    Example: One file, with one label after the other
      Given the caller has CAP_SYS_RAWIO
      When the caller sends an RPC in scope "debug write"
      Then the call succeeds
      When the caller sends an RPC in scope "configuration"
      Then the call succeeds
      When the caller sends an RPC in scope "debug write full"
      Then the call succeeds
      And the driver received an RPC in scope "debug write", then one in scope "configuration", then one in scope "debug write full"

  @must @scope-unknown-refused
  Rule: A scope that does not exist is refused with EOPNOTSUPP

    Example: Scope number <number>
      Given a well-formed FWCTL_RPC call
      And its scope is number <number>
      When the caller makes the call
      Then the call fails with EOPNOTSUPP
      And the driver received no RPC
      And no byte of the caller's memory was written
      And the kernel is not tainted

      Examples:
        | number     |
        | 4          |
        | 5          |
        | 7          |
        | 255        |
        | 256        |
        | 65536      |
        | 2147483648 |
        | 4294967295 |

    Example: Scope number <number>, by a caller with CAP_SYS_RAWIO
      Given the caller has CAP_SYS_RAWIO
      And a well-formed FWCTL_RPC call
      And its scope is number <number>
      When the caller makes the call
      Then the call fails with EOPNOTSUPP
      And the driver received no RPC
      And the kernel is not tainted

      Examples:
        | number     |
        | 4          |
        | 4294967295 |

  @must @scope-full-needs-rawio
  Rule: Full debug access requires CAP_SYS_RAWIO

    Example: A caller with <capabilities>
      Given the caller has <capabilities>
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      And the driver received no RPC
      And no byte of the caller's memory was written

      Examples:
        | capabilities                                                                                                                                |
        | no capability                                                                                                                               |
        | CAP_SYS_ADMIN                                                                                                                               |
        | CAP_NET_ADMIN and CAP_DAC_OVERRIDE                                                                                                          |
        | CAP_SYS_MODULE and CAP_SYS_BOOT and CAP_PERFMON and CAP_BPF                                                                                 |
        | CAP_CHOWN and CAP_DAC_READ_SEARCH and CAP_FOWNER and CAP_FSETID and CAP_KILL and CAP_SETGID and CAP_SETUID and CAP_SETPCAP                  |
        | CAP_LINUX_IMMUTABLE and CAP_NET_BIND_SERVICE and CAP_NET_BROADCAST and CAP_NET_RAW and CAP_IPC_LOCK and CAP_IPC_OWNER                       |
        | CAP_SYS_CHROOT and CAP_SYS_PTRACE and CAP_SYS_PACCT and CAP_SYS_NICE and CAP_SYS_RESOURCE and CAP_SYS_TIME and CAP_SYS_TTY_CONFIG           |
        | CAP_MKNOD and CAP_LEASE and CAP_AUDIT_WRITE and CAP_AUDIT_CONTROL and CAP_AUDIT_READ and CAP_SETFCAP and CAP_MAC_OVERRIDE and CAP_MAC_ADMIN |
        | CAP_SYSLOG and CAP_WAKE_ALARM and CAP_BLOCK_SUSPEND and CAP_CHECKPOINT_RESTORE                                                              |

    Example: A caller who tries again
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      And the driver received no RPC

    Example: A caller who sends nothing
      Given a well-formed FWCTL_RPC call
      And its scope is "debug write full"
      And its request length says 0
      When the caller makes the call
      Then the call fails with EPERM
      And the driver received no RPC

    Example: A caller with the capability
      Given the caller has CAP_SYS_RAWIO
      When the caller sends an RPC in scope "debug write full"
      Then the call succeeds

  @must @scope-lower-need-no-capability
  Rule: The other scopes require no capability

    Example: A caller without any capability sends in scope "<scope>"
      When the caller sends an RPC in scope "<scope>"
      Then the call succeeds

      Examples:
        | scope           |
        | configuration   |
        | debug read only |
        | debug write     |

    Example: The same with a request of 8 KiB
      Given a well-formed FWCTL_RPC call
      And its scope is "<scope>"
      And its request is 8 KiB long and so is its room
      When the caller makes the call
      Then the call succeeds

      Examples:
        | scope           |
        | configuration   |
        | debug read only |
        | debug write     |

  @must @scope-capability-at-call-time
  Rule: The capability counts at the time of the call

    Example: Dropped between two calls
      Given the caller has CAP_SYS_RAWIO
      When the caller sends an RPC in scope "debug write full"
      Then the call succeeds
      When the caller drops its capabilities
      And the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      And the driver received 1 RPC

    Example: Gained between two calls
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      When the caller gains CAP_SYS_RAWIO
      And the caller sends an RPC in scope "debug write full"
      Then the call succeeds

  @must @scope-capability-of-caller
  Rule: The capability counts in whoever makes the call, not in whoever opened the file

    Example: A file handed on by a privileged process
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      And the second caller hands its file to the caller
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      And the driver received no RPC

    Example: A file that a privileged process has used before
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When the second caller sends an RPC in scope "debug write full"
      Then the call of the second caller succeeds
      Given the second caller hands its file to the caller
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      And the driver received 1 RPC

    Example: A file handed on to a privileged process
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      And the caller hands its file to the second caller
      When the second caller sends an RPC in scope "debug write full"
      Then the call of the second caller succeeds

  @must @scope-initial-user-namespace
  Rule: The capability must be held in the initial user namespace

    Example: Root of a container
      Given the caller has CAP_SYS_RAWIO in a user namespace of its own
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      And the driver received no RPC
