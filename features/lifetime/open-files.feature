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

    Example: One process with two files
      Given the caller has opened the device
      And the caller has opened the device again
      When the caller asks for info with room for 16 bytes
      Then the call succeeds
      When the caller sends an RPC in scope "debug read only"
      Then the call succeeds
      When the caller closes the file
      And the caller asks for info with room for 16 bytes
      Then the call succeeds
      When the caller sends an RPC
      Then the call succeeds
      And the driver was asked twice with user context 2, and then twice with user context 1

    Example: RPCs of two files reach the driver with two contexts
      Given the caller has opened the device
      And a second caller has opened the device too
      When both callers send an RPC
      Then both calls succeed
      And the driver received them with 2 different user contexts

  @must @lifetime-open-refusal
  Rule: A driver that refuses to open a file ends the open with its errno

    Example: Any errno
      Then any errno of the driver's open operation is the errno of the open
      And the driver was not asked to close anything

    Example: The device goes afterwards
      Given the driver refuses every open with EBUSY
      When the caller opens the device
      Then the open fails with EBUSY
      When the device is unregistered
      Then the driver was not asked to close anything

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

    Example: The file that was opened later is closed first
      Given the caller has opened the device
      And a second caller has opened the device too
      When the second caller closes the file
      Then the driver was asked to close user context 2 only, and once
      When the caller closes the file
      Then the driver was asked to close user contexts 1 and 2, each once

    Example: A file on which calls have succeeded and failed
      Given the caller has opened the device
      When the caller sends an RPC
      Then the call succeeds
      Given a well-formed FWCTL_RPC call
      And its request is in unmapped memory
      When the caller makes the call
      Then the call fails with EFAULT
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

    Example: The second process closes, then the first
      Given the caller has opened the device
      And there is a second caller
      And the caller hands its file to the second caller
      When the second caller closes the file
      Then the driver was not asked to close anything
      When the caller closes the file
      Then the driver was asked to close user context 1 only, and once

  @must @lifetime-close-after-calls
  Rule: The user context outlives every call that is under way

    Example: The file is closed while the driver is at work on <call>
      Given the caller has opened the device
      And a well-formed <call> call
      When the caller makes the call and the driver takes its time
      And the caller closes the file
      Then the driver was not asked to close anything
      When the driver goes on
      Then the call succeeds
      And the driver was asked to close user context 1 only, and once

      Examples:
        | call       |
        | FWCTL_INFO |
        | FWCTL_RPC  |

  @must @lifetime-process-death
  Rule: The death of a process closes its files

    Example: The process <ends> with two files open, beside one with a file of its own
      Given the caller has opened the device
      And a second caller has opened the device too
      And the second caller has opened the device again
      When the second caller <ends>
      Then the driver was asked to close user contexts 2 and 3, each once

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
        | fault                                                    | errno      |
        | its size field says 8                                    | EINVAL     |
        | its ioctl number is 0x9A07                               | ENOTTY     |
        | its scope is number 9                                    | EOPNOTSUPP |
        | its structure is at an unmapped address                  | EFAULT     |
        | its structure is 8 bytes longer, all zero but for byte 1 | E2BIG      |
        | its request length says 4194304                          | EMSGSIZE   |
        | its scope is "debug write full"                          | EPERM      |
        | its request is in unmapped memory                        | EFAULT     |
        | its response is in unmapped memory                       | EFAULT     |

    Example: After an FWCTL_INFO call that fails because <fault>
      Given the caller has opened the device
      And a well-formed FWCTL_INFO call
      And <fault>
      When the caller makes the call
      Then the call fails with <errno>
      When the caller asks for info with room for 16 bytes
      Then the call succeeds
      When the caller sends an RPC
      Then the call succeeds

      Examples:
        | fault                                 | errno      |
        | its flags are 0x1                     | EOPNOTSUPP |
        | its device data is in unmapped memory | EFAULT     |

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
