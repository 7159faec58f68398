Feature: Ioctl numbers

  The two ioctls of fwctl are published by number. A program built from the
  header must reach the kernel, and nothing else may be taken for one of them.

  Background:
    Given a device is registered
    And the caller has opened the device

  @must @uapi-ioctl-numbers
  Rule: FWCTL_INFO is ioctl 0x9A00 and FWCTL_RPC is ioctl 0x9A01, and no other number is either of them

    Example: <call> by its literal number
      Given a well-formed <call> call
      And its ioctl number is <number>
      When the caller makes the call
      Then the call succeeds

      Examples:
        | call       | number |
        | FWCTL_INFO | 0x9A00 |
        | FWCTL_RPC  | 0x9A01 |

    Example: The number of <call> with <what>
      Given a well-formed <call> call
      And its ioctl number is <number>
      When the caller makes the call
      Then the call fails with ENOTTY
      And the driver was asked nothing
      And no byte of the caller's memory was written

      Examples: Another type byte
        | call       | number | what           |
        | FWCTL_INFO | 0x9900 | a foreign type |
        | FWCTL_RPC  | 0x9B01 | a foreign type |

      Examples: A direction or a size
        | call       | number     | what               |
        | FWCTL_INFO | 0x80009A00 | a read direction   |
        | FWCTL_RPC  | 0x40009A01 | a write direction  |
        | FWCTL_INFO | 0x00189A00 | a size             |
        | FWCTL_RPC  | 0xC0209A01 | direction and size |

    Example: Any other type, size or direction
      Then both numbers are refused with ENOTTY when one bit of type, size or direction is turned
      And the driver was asked nothing

  @must @uapi-unknown-number
  Rule: An ioctl number that is not defined is refused with ENOTTY

    Example: Number <number>
      Given a well-formed FWCTL_RPC call
      And its ioctl number is <number>
      When the caller makes the call
      Then the call fails with ENOTTY
      And the driver was asked nothing
      And no byte of the caller's memory was written
      And the kernel is not tainted

      Examples:
        | number |
        | 0x9A02 |
        | 0x9A0F |
        | 0x9AFF |

    Example: Any number
      Then every number of the type that is not defined is refused with ENOTTY
      And the driver was asked nothing

    Example: Not even the argument is looked at
      Given a well-formed FWCTL_RPC call
      And its ioctl number is 0x9A02
      And its structure is at the null address
      When the caller makes the call
      Then the call fails with ENOTTY
