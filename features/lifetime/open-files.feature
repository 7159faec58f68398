Feature: Open files and user contexts

  Every open of a node is a world of its own: the driver keeps a user context
  for it, and everything that hangs on the context ends with the file.

  Background:
    Given a device is registered

  @must @lifetime-context-per-open
  Rule: Every open gets a user context of its own

    Example: The same process opens three times
      Given the caller has opened the device
      And the caller has opened the device again
      And the caller has opened the device again
      Then the driver was asked to open 3 user contexts

    Example: RPCs of two files reach the driver with two contexts
      Given the caller has opened the device
      And a second caller has opened the device too
      When both callers send an RPC
      Then both calls succeed
      And the driver received them with 2 different user contexts

  @must @lifetime-open-refusal
  Rule: A driver that refuses to open a file ends the open with its errno

    Example: The driver answers <errno>
      Given the driver refuses every open with <errno>
      When the caller opens the device
      Then the open fails with <errno>
      And the driver was not asked to close anything

      Examples:
        | errno  |
        | ENOMEM |
        | EBUSY  |
        | EIO    |

    Example: The next open is a new attempt
      Given the driver refuses every open with EBUSY
      When the caller opens the device
      Then the open fails with EBUSY
      When the driver refuses nothing any more
      And the caller opens the device
      Then the open succeeds

  @must @lifetime-close-once
  Rule: Closing a file ends its user context exactly once

    Example: One file of two
      Given the caller has opened the device
      And a second caller has opened the device too
      When the caller closes the file
      Then the driver was asked to close user context 1 only, and once

  @must @lifetime-shared-file
  Rule: A file that two processes share is one open file, which ends with the last of them

    Example: The first process closes, then the second
      Given the caller has opened the device
      And there is a second caller
      And the caller hands its file to the second caller
      When the caller closes the file
      Then the driver was not asked to close anything
      When the second caller closes the file
      Then the driver was asked to close user context 1 only, and once

  @must @lifetime-close-after-calls
  Rule: The user context outlives every call that is under way

    Example: The file is closed while the driver is at work
      Given the caller has opened the device
      And a well-formed FWCTL_RPC call
      When the caller makes the call and the driver takes its time
      And the caller closes the file
      Then the driver was not asked to close anything
      When the driver goes on
      Then the call succeeds
      And the driver was asked to close user context 1 only, and once

  @must @lifetime-process-death
  Rule: The death of a process closes its files

    Example: The process <ends> with two files open
      Given a second caller has opened the device
      And the second caller has opened the device again
      When the second caller <ends>
      Then the driver was asked to close 2 user contexts

      Examples:
        | ends      |
        | exits     |
        | is killed |

  @should @lifetime-refused-calls-keep-file
  Rule: A call that fails does no harm to the file

    Example: After a call that fails because <fault>
      Given the caller has opened the device
      And a well-formed FWCTL_RPC call
      And <fault>
      When the caller makes the call
      Then the call fails with <errno>
      When the caller sends an RPC
      Then the call succeeds

      Examples:
        | fault                                     | errno      |
        | its size field says 8                     | EINVAL     |
        | its ioctl number is 0x9A07                | ENOTTY     |
        | its scope is number 9                     | EOPNOTSUPP |
        | its structure is at an unmapped address   | EFAULT     |

    Example: After the driver refused
      Given the caller has opened the device
      And the driver refuses every RPC with EBUSY
      When the caller sends an RPC
      Then the call fails with EBUSY
      When the driver refuses nothing any more
      And the caller sends an RPC
      Then the call succeeds

  @should @lifetime-many-files
  Rule: A device serves many open files at a time

    Example: 1000 files
      Then the caller can open the device 1000 times
