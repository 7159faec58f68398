Feature: What FWCTL_INFO tells

  A tool that opens a node first has to learn what it talks to: which family of
  device, and whatever else the driver publishes for it.

  Background:
    Given a device is registered
    And the caller has opened the device

  @must @discovery-info-type
  Rule: FWCTL_INFO reports the type of the device

    Example: A device of type <type>
      Given a second device of type <type> is registered
      And the caller has opened the second device
      When the caller asks for info with room for 64 bytes
      Then the call succeeds
      And the reported device type is <type>

      Examples: A small number, and two that need all of the word
        | type       |
        | 77         |
        | 305419896  |
        | 4294967295 |

    Example: The first of two devices of different types
      Given a second device of type 305419896 is registered
      When the caller asks for info with room for 64 bytes
      Then the call succeeds
      And the reported device type is 99

    Example: A device whose driver has nothing else to tell
      Given a second device whose driver has no info operation is registered
      And the caller has opened the second device
      When the caller asks for info with room for 64 bytes
      Then the call succeeds
      And the reported device type is 99

    Example: A caller who wants no device data
      Given a second device of type 305419896 is registered
      And the caller has opened the second device
      And a well-formed FWCTL_INFO call
      And its room for the data is 0 bytes
      When the caller makes the call
      Then the call succeeds
      And the reported device type is 305419896

  @must @discovery-info-flags
  Rule: FWCTL_INFO with a flag set is refused with EOPNOTSUPP

    Example: Flags <flags>
      Given a well-formed FWCTL_INFO call
      And its flags are <flags>
      When the caller makes the call
      Then the call fails with EOPNOTSUPP
      And the driver was asked nothing
      And no byte of the caller's memory was written

      Examples:
        | flags      |
        | 0x1        |
        | 0x2        |
        | 0x100      |
        | 0x10000    |
        | 0x80000000 |
        | 0xFFFFFFFF |

    Example: A flag, and no room for device data
      Given a well-formed FWCTL_INFO call
      And its flags are 0x1
      And its room for the data is 0 bytes
      When the caller makes the call
      Then the call fails with EOPNOTSUPP
      And no byte of the caller's memory was written

  @must @discovery-info-whole
  Rule: A buffer that is long enough gets all of the data and learns their length

    Example: <length> of data, and room for <room>
      Given the driver tells <length> about itself
      When the caller asks for info with room for <room>
      Then the call succeeds
      And the caller has the first <length> of what the driver tells
      And the reported length is <length>
      And nothing was written behind the device data

      Examples: A buffer that is filled, and one that is not
        | length     | room       |
        | 12 bytes   | 12 bytes   |
        | 12 bytes   | 64 bytes   |
        | 300 bytes  | 301 bytes  |
        | 5000 bytes | 5000 bytes |

  @must @discovery-info-truncated
  Rule: A buffer that is too short gets the beginning of the data and learns the full length

    Example: Room for <room> of 12 bytes
      Given the driver tells 12 bytes about itself
      When the caller asks for info with room for <room>
      Then the call succeeds
      And the caller has the first <room> of what the driver tells
      And the reported length is 12 bytes
      And nothing was written behind the device data

      Examples:
        | room     |
        | 1 byte   |
        | 5 bytes  |
        | 11 bytes |

    Example: Data that are longer than a page
      Given the driver tells 5000 bytes about itself
      When the caller asks for info with room for 4500 bytes
      Then the call succeeds
      And the caller has the first 4500 bytes of what the driver tells
      And the reported length is 5000 bytes
      And nothing was written behind the device data

  @must @discovery-info-zero-padded
  Rule: A buffer that is longer than the data is filled up with zeros

    Example: Room for <room> where the driver has 4
      When the caller asks for info with room for <room>
      Then the call succeeds
      And the device data is zero from byte 4 on
      And nothing was written behind the device data

      Examples:
        | room        |
        | 5 bytes     |
        | 64 bytes    |
        | 4096 bytes  |
        | 70000 bytes |

  @must @discovery-info-length-zero
  Rule: A caller who wants no device data need not have a buffer

    Example: Length 0 and a null pointer
      Given a well-formed FWCTL_INFO call
      And it wants no device data and points to none
      When the caller makes the call
      Then the call succeeds
      And the reported length is 0 bytes or the full length of 4 bytes

    Example: Length 0 and a pointer that leads nowhere
      Given a well-formed FWCTL_INFO call
      And its room for the data is 0 bytes
      And its device data is in unmapped memory
      When the caller makes the call
      Then the call succeeds
      And the reported length is 0 bytes or the full length of 4 bytes

  @must @discovery-info-no-data
  Rule: A driver that has nothing to tell yields zeros and the length 0

    Example: A driver without an info operation, and room for <room>
      Given a second device whose driver has no info operation is registered
      And the caller has opened the second device
      When the caller asks for info with room for <room>
      Then the call succeeds
      And the device data is zero from byte 0 on
      And the reported length is 0 bytes

      Examples: Little room, and more
        | room        |
        | 16 bytes    |
        | 64 bytes    |
        | 70000 bytes |

  @must @discovery-info-fault
  Rule: A buffer for the device data that cannot be written fails the call with EFAULT

    Example: The device data is <mapping>
      Given a well-formed FWCTL_INFO call
      And its device data is <mapping>
      When the caller makes the call
      Then the call fails with EFAULT

      Examples:
        | mapping             |
        | at the null address |
        | in read-only memory |
        | in unmapped memory  |

    Example: Only what lies behind the first <mapped> bytes would fault
      Given a well-formed FWCTL_INFO call
      And its device data is mapped for its first <mapped> bytes only
      When the caller makes the call
      Then the call fails with EFAULT

      Examples: A part of the data, the zeros behind them, and the last of these
        | mapped |
        | 2      |
        | 10     |
        | 63     |

    Example: There is nothing but zeros to write, and the device data is <mapping>
      Given a second device whose driver has no info operation is registered
      And the caller has opened the second device
      And a well-formed FWCTL_INFO call
      And its device data is <mapping>
      When the caller makes the call
      Then the call fails with EFAULT

      Examples:
        | mapping             |
        | in read-only memory |
        | in unmapped memory  |

  @must @discovery-info-error-passed
  Rule: An error of the driver's info operation is the error of the call

    Example: Any errno
      Then any errno of the driver's info operation is the errno of the call

  @must @discovery-info-no-side-effects
  Rule: FWCTL_INFO changes nothing in device or kernel

    Example: Asking for info with room for <room>
      Given the kernel log has been read
      When the caller asks for info with room for <room>
      Then the call succeeds
      And the driver received no RPC
      And the kernel is not tainted
      And the kernel log has no new line

      Examples: None, too little, and enough
        | room     |
        | 0 bytes  |
        | 1 byte   |
        | 64 bytes |

    Example: Asking with a flag that is not defined
      Given the kernel log has been read
      And a well-formed FWCTL_INFO call
      And its flags are 0x1
      When the caller makes the call
      Then the call fails with EOPNOTSUPP
      And the driver received no RPC
      And the kernel is not tainted
      And the kernel log has no new line
