Feature: Delivery of pds operations, and of what they point to

  A request has no data in it but points to some: to what goes to the firmware, and
  to where its answer is to go. The device never sees an address of the caller.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened a pds function

  @must @pds-request-length
  Rule: A request of less than 48 bytes fails with EINVAL

    Example: A request of <request>
      When the caller sends the operation in a request of <request>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Cut short, and empty
        | request  |
        | 47 bytes |
        | 0 bytes  |

  @must @pds-payload-limits
  Rule: Payloads are no longer than the firmware says that it can take

    Example: Writing <written> to the firmware, which takes 1024 bytes
      When the caller writes <written> at the endpoint
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: One too many, and a lot
        | written    |
        | 1025 bytes |
        | 64 KiB     |

    Example: Reading <read> from the firmware, which gives 2048 bytes
      When the caller reads <read> at the endpoint
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: One too many, and a lot
        | read       |
        | 2049 bytes |
        | 64 KiB     |

    Example: Writing 1024 bytes to the firmware
      When the caller writes 1024 bytes at the endpoint
      Then the call succeeds
      And the firmware received the command

    Example: Reading 2048 bytes from the firmware
      When the caller reads 2048 bytes at the endpoint
      Then the call succeeds
      And the firmware received the command

  @must @pds-payload-to-firmware
  Rule: The firmware receives the bytes that the request points to

    Example: A payload of <length>
      When the caller writes <length> at the endpoint
      Then the call succeeds
      And the firmware received <length> as they lie in the memory of the caller

      Examples: As many as there may be, and few
        | length     |
        | 1024 bytes |
        | 3 bytes    |

  @must @pds-payload-to-caller
  Rule: The caller receives the firmware's bytes where the request points to, and zeros behind them

    Example: Reading <room> of <written>
      Given the caller has written <written> at the endpoint
      When the caller reads <room> at the endpoint
      Then the call succeeds
      And the caller receives the <written>, and zeros behind them

      Examples: All of them, more than there are, and fewer
        | written   | room      |
        | 100 bytes | 100 bytes |
        | 100 bytes | 300 bytes |
        | 100 bytes | 40 bytes  |

    Example: Reading what is shorter than what was read before
      Given the caller has written 300 bytes at the endpoint
      When the caller reads 300 bytes at the endpoint
      Then the call succeeds
      When the caller writes 100 bytes at the endpoint
      Then the call succeeds
      When the caller reads 300 bytes at the endpoint
      Then the call succeeds
      And the caller receives the 100 bytes, and zeros behind them

  @must @pds-unreadable-payload
  Rule: A payload that cannot be read fails with EFAULT, and nothing is sent

    Example: A payload that lies <where>
      When the caller writes 64 bytes that lie <where>
      Then the call fails with EFAULT
      And the firmware received no command

      Examples: Nowhere, or not all of it
        | where                              |
        | at the null address                |
        | in unmapped memory                 |
        | mapped for its first 32 bytes only |

  @must @pds-unwritable-payload
  Rule: An answer that cannot be written to the caller fails with EFAULT

    Example: An answer to memory <where>
      When the caller reads 64 bytes to memory <where>
      Then the call fails with EFAULT

      Examples: Nowhere, not all of it, or not for writing
        | where                              |
        | at the null address                |
        | in unmapped memory                 |
        | mapped for its first 32 bytes only |
        | in read-only memory                |

  @must @pds-retval
  Rule: The firmware's code is in retval of a call that succeeds

    Example: The firmware answers <code>
      Given the operations of the endpoint are known
      And the firmware will answer the next operation with <code>
      When the caller sends the operation
      Then the call succeeds
      And retval is <code>

      Examples: It refuses, and it complies
        | code       |
        | 5          |
        | 2147483648 |
        | 0          |

  @should @pds-response
  Rule: The response is the request with retval in it

    Example: An operation without data
      When the caller sends the operation
      Then the call succeeds
      And out_len says 48 bytes
      And the response repeats the request otherwise

  @should @pds-reserved-request
  Rule: A word of a request that is reserved is refused, or ignored, when it is not zero

    Example: Reading with <word> other than zero
      Given the caller has written 100 bytes at the endpoint
      When the caller reads 100 bytes at the endpoint, at first as it should be and then with <word> other than zero
      Then the firmware received the same as without it, or nothing if the call failed
      And the caller receives the same as without it, if anything

      Examples: Each of them
        | word                                   |
        | the reserved word of the input         |
        | the first reserved word of the output  |
        | the second reserved word of the output |

  @should @pds-reserved-response
  Rule: The reserved words of a response are zero when those of the request are

    Example: An operation without data
      When the caller sends the operation
      Then the call succeeds
      And the reserved words of the response are zero

    Example: Reading <room> of <written>
      Given the caller has written <written> at the endpoint
      When the caller reads <room> at the endpoint
      Then the call succeeds
      And the reserved words of the response are zero

      Examples: All of them, more than there are, and fewer
        | written   | room      |
        | 100 bytes | 100 bytes |
        | 100 bytes | 300 bytes |
        | 100 bytes | 40 bytes  |

    Example: Writing
      When the caller writes 100 bytes at the endpoint
      Then the call succeeds
      And the reserved words of the response are zero

  @must @pds-transport-errno
  Rule: An operation that the admin queue does not take or gives up fails with an errno

    Example: The operation gets lost with <errno>
      Given the operations of the endpoint are known
      And the next command to the firmware will get lost with <errno>
      When the caller sends the operation
      Then the call fails with <errno>
      And the firmware received no command

      Examples: The firmware is down, does not answer, or has no place
        | errno     |
        | ENXIO     |
        | ETIMEDOUT |
        | EBUSY     |
