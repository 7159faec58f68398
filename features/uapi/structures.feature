Feature: Extensible structures

  The argument of every ioctl starts with its own size, so that the structures
  can grow and old programs still run on new kernels, and new ones on old
  kernels. All ioctls follow the same rules.

  Background:
    Given a device is registered
    And the caller has opened the device

  @must @uapi-size-first
  Rule: A size word that cannot be read is refused with EFAULT

    Example: <call> with its structure at <place>
      Given a well-formed <call> call
      And its structure is at <place>
      When the caller makes the call
      Then the call fails with EFAULT
      And the driver was asked nothing
      And the kernel is not tainted

      Examples:
        | call       | place               |
        | FWCTL_INFO | the null address    |
        | FWCTL_INFO | an unmapped address |
        | FWCTL_RPC  | the null address    |
        | FWCTL_RPC  | an unmapped address |

    Example: Only half of the size word of <call> is mapped
      Given a well-formed <call> call
      And its structure is mapped for its first 2 bytes only
      When the caller makes the call
      Then the call fails with EFAULT
      And the driver was asked nothing

      Examples:
        | call       |
        | FWCTL_INFO |
        | FWCTL_RPC  |

  @must @uapi-size-too-small
  Rule: A structure smaller than the first published one is refused with EINVAL

    Example: <call> that claims to be <size> bytes long
      Given a well-formed <call> call
      And its size field says <size>
      When the caller makes the call
      Then the call fails with EINVAL
      And the driver was asked nothing
      And no byte of the caller's memory was written
      And the kernel is not tainted

      Examples: FWCTL_INFO was published with 24 bytes
        | call       | size |
        | FWCTL_INFO | 0    |
        | FWCTL_INFO | 4    |
        | FWCTL_INFO | 16   |
        | FWCTL_INFO | 23   |

      Examples: FWCTL_RPC was published with 32 bytes
        | call      | size |
        | FWCTL_RPC | 0    |
        | FWCTL_RPC | 4    |
        | FWCTL_RPC | 16   |
        | FWCTL_RPC | 24   |
        | FWCTL_RPC | 31   |

    Example: <call> that claims to be 8 bytes long, and is
      Given a well-formed <call> call
      And its size field says 8
      And its structure is mapped for its first 8 bytes only
      When the caller makes the call
      Then the call fails with EINVAL
      And the driver was asked nothing

      Examples:
        | call       |
        | FWCTL_INFO |
        | FWCTL_RPC  |

    Example: Every size below the first published one of <call>
      Then <call> is refused with EINVAL at every size below <published>

      Examples:
        | call       | published |
        | FWCTL_INFO | 24        |
        | FWCTL_RPC  | 32        |

  @must @uapi-larger-zero-tail
  Rule: A larger structure is accepted when all that the kernel does not know is zero

    Example: <call> with <tail> more than the kernel knows, all zero
      Given a well-formed <call> call
      And its structure is <tail> longer, all zero
      When the caller makes the call
      Then the call succeeds

      Examples:
        | call       | tail       |
        | FWCTL_INFO | 1 byte     |
        | FWCTL_INFO | 8 bytes    |
        | FWCTL_INFO | 4096 bytes |
        | FWCTL_INFO | 1 MiB      |
        | FWCTL_RPC  | 1 byte     |
        | FWCTL_RPC  | 8 bytes    |
        | FWCTL_RPC  | 4096 bytes |
        | FWCTL_RPC  | 1 MiB      |

  @must @uapi-larger-nonzero-tail
  Rule: A byte that the kernel does not know and that is not zero is refused with E2BIG

    Example: <call> with byte <dirty> of <tail> of unknown fields set
      Given a well-formed <call> call
      And its structure is <tail> longer, all zero but for byte <dirty>
      When the caller makes the call
      Then the call fails with E2BIG
      And the driver was asked nothing
      And no byte of the caller's memory was written
      And the kernel is not tainted

      Examples:
        | call       | tail       | dirty   |
        | FWCTL_INFO | 1 byte     | 1       |
        | FWCTL_INFO | 8 bytes    | 8       |
        | FWCTL_INFO | 4096 bytes | 4096    |
        | FWCTL_INFO | 1 MiB      | 1048576 |
        | FWCTL_RPC  | 1 byte     | 1       |
        | FWCTL_RPC  | 16 bytes   | 9       |
        | FWCTL_RPC  | 4096 bytes | 2000    |
        | FWCTL_RPC  | 1 MiB      | 1048576 |

    Example: Any size of <call>, and any byte set that the kernel does not know
      Then <call> is refused with E2BIG wherever one unknown byte is not zero

      Examples:
        | call       |
        | FWCTL_INFO |
        | FWCTL_RPC  |

  @must @uapi-unreadable-structure
  Rule: A structure that ends in unmapped memory is refused with EFAULT

    Example: <call> of which only <mapped> bytes are mapped
      Given a well-formed <call> call
      And its structure is mapped for its first <mapped> bytes only
      When the caller makes the call
      Then the call fails with EFAULT
      And the driver was asked nothing
      And the kernel is not tainted

      Examples:
        | call       | mapped |
        | FWCTL_INFO | 8      |
        | FWCTL_INFO | 23     |
        | FWCTL_RPC  | 8      |
        | FWCTL_RPC  | 31     |

    Example: The zero tail of <call> runs into unmapped memory
      Given a well-formed <call> call
      And its structure is 64 bytes longer, all zero
      And its structure is mapped for its first <mapped> bytes only
      When the caller makes the call
      Then the call fails with EFAULT
      And the driver was asked nothing

      Examples:
        | call       | mapped |
        | FWCTL_INFO | 24     |
        | FWCTL_INFO | 40     |
        | FWCTL_RPC  | 32     |
        | FWCTL_RPC  | 40     |

  @must @uapi-readonly-argument
  Rule: A structure that cannot be written back is answered with EFAULT

    Example: <call> with its structure in read-only memory, and room for <room>
      Given a well-formed <call> call
      And its room for the <answer> is <room>
      And its structure is in read-only memory
      When the caller makes the call
      Then the call fails with EFAULT

      Examples:
        | call       | answer   | room     |
        | FWCTL_INFO | data     | 64 bytes |
        | FWCTL_INFO | data     | 0 bytes  |
        | FWCTL_RPC  | response | 64 bytes |
        | FWCTL_RPC  | response | 0 bytes  |

  @must @uapi-no-write-past-known
  Rule: The kernel writes nothing into the part of a structure that it does not know

    Example: <call> with <tail> that the kernel does not know
      Given a well-formed <call> call
      And its structure is <tail> longer, all zero
      When the caller makes the call
      Then the call succeeds
      And the structure is unchanged from byte <known> on
      And nothing was written behind the structure

      Examples: A structure of the length that is known, and longer ones
        | call       | tail     | known |
        | FWCTL_INFO | 0 bytes  | 24    |
        | FWCTL_INFO | 40 bytes | 24    |
        | FWCTL_RPC  | 0 bytes  | 32    |
        | FWCTL_RPC  | 32 bytes | 32    |

  @must @uapi-info-layout
  Rule: A successful FWCTL_INFO changes only the type and the length in its structure

    Example: The structure of FWCTL_INFO before and after, with room for <room>
      Given a well-formed FWCTL_INFO call
      And its room for the data is <room>
      When the caller makes the call
      Then the call succeeds
      And only bytes 8 to 15 of the structure have changed

      Examples:
        | room     |
        | 0 bytes  |
        | 2 bytes  |
        | 64 bytes |

    Example: A structure that is longer than the kernel knows
      Given a well-formed FWCTL_INFO call
      And its structure is 8 bytes longer, all zero
      When the caller makes the call
      Then the call succeeds
      And only bytes 8 to 15 of the structure have changed

  @must @uapi-rpc-layout
  Rule: A successful FWCTL_RPC changes only the response length in its structure

    Example: The structure of FWCTL_RPC before and after, in scope "<scope>"
      Given a well-formed FWCTL_RPC call
      And the caller has CAP_SYS_RAWIO
      And its scope is "<scope>"
      When the caller makes the call
      Then the call succeeds
      And only bytes 12 to 15 of the structure have changed

      Examples:
        | scope            |
        | configuration    |
        | debug read only  |
        | debug write      |
        | debug write full |

    Example: The structure of an RPC that sends nothing
      Given a well-formed FWCTL_RPC call
      And its request length says 0
      When the caller makes the call
      Then the call succeeds
      And only bytes 12 to 15 of the structure have changed

    Example: A structure that is longer than the kernel knows
      Given a well-formed FWCTL_RPC call
      And its structure is 8 bytes longer, all zero
      When the caller makes the call
      Then the call succeeds
      And only bytes 12 to 15 of the structure have changed

  @should @uapi-output-fields-ignored-on-input
  Rule: What a caller leaves in an output field has no influence

    Example: FWCTL_INFO with a stale device type
      Given a well-formed FWCTL_INFO call
      And its output field for the device type holds 4294967295
      When the caller makes the call
      Then the call succeeds
      And the reported device type is 99

  @must @uapi-size-read-once
  Rule: Changing the size word during a call does not widen what the kernel writes

    Example: Another thread raises the size of <call> while the driver is at work
      Given a well-formed <call> call
      When the caller makes the call and the driver takes its time
      And another thread of the caller changes the size field to 4096
      And the driver goes on
      Then the call succeeds
      And nothing was written behind the structure

      Examples:
        | call       |
        | FWCTL_INFO |
        | FWCTL_RPC  |

  @should @uapi-failed-call-writes-no-result
  Rule: A failed call leaves its structure as the caller wrote it

    Example: The driver refuses to tell about itself with <errno>
      Given the driver refuses every info with <errno>
      And a well-formed FWCTL_INFO call
      When the caller makes the call
      Then the call fails with <errno>
      And the structure is unchanged from byte 0 on

      Examples:
        | errno  |
        | EIO    |
        | EAGAIN |
        | ENOMEM |

    Example: The driver refuses a request with <errno>
      Given the driver refuses every RPC with <errno>
      And a well-formed FWCTL_RPC call
      When the caller makes the call
      Then the call fails with <errno>
      And the structure is unchanged from byte 0 on

      Examples:
        | errno    |
        | EIO      |
        | EBUSY    |
        | EMSGSIZE |

  @should @uapi-enomem
  Rule: A call for which there is no memory fails with ENOMEM

    Example: No memory for the request
      Given a well-formed FWCTL_RPC call
      And the kernel is out of memory
      When the caller makes the call
      Then the call fails with ENOMEM
      And the driver received no RPC
      And no byte of the caller's memory was written

    Example: No memory for the user context
      Given the kernel is out of memory
      When the caller opens the device
      Then the open fails with ENOMEM
      And the driver was not asked to open again

    Example: There is memory again
      Given the kernel is out of memory
      When the caller sends an RPC
      Then the call fails with ENOMEM
      When the caller opens the device
      Then the open fails with ENOMEM
      Given the kernel has memory again
      When the caller sends an RPC
      Then the call succeeds
      When the caller opens the device
      Then the open succeeds

  @should @uapi-check-order
  Rule: The form of a call is judged before the state of the device

    Example: <call> where <fault>, on a file whose device is gone
      Given the device is unregistered
      And a well-formed <call> call
      And <fault>
      When the caller makes the call
      Then the call fails with <errno>

      Examples: ENODEV is accepted too, since the kernel's own comment promises it
        | call       | fault                                                    | errno            |
        | FWCTL_INFO | its size field says 8                                    | EINVAL or ENODEV |
        | FWCTL_INFO | its structure is 8 bytes longer, all zero but for byte 1 | E2BIG or ENODEV  |
        | FWCTL_INFO | its structure is at an unmapped address                  | EFAULT or ENODEV |
        | FWCTL_RPC  | its ioctl number is 0x9A02                               | ENOTTY or ENODEV |
        | FWCTL_RPC  | its size field says 8                                    | EINVAL or ENODEV |
        | FWCTL_RPC  | its structure is 8 bytes longer, all zero but for byte 1 | E2BIG or ENODEV  |
        | FWCTL_RPC  | its structure is at an unmapped address                  | EFAULT or ENODEV |
