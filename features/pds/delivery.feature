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
        | 2 GiB      |

    Example: Reading <read> from the firmware, which gives 2048 bytes
      When the caller reads <read> at the endpoint
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: One too many, and a lot
        | read       |
        | 2049 bytes |
        | 64 KiB     |
        | 2 GiB      |

    Example: Writing <written> and reading <read> at once
      When the caller writes <written> and reads <read> at the endpoint
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Too many one way, and as many as there may be the other way
        | written    | read       |
        | 1025 bytes | 2048 bytes |
        | 1024 bytes | 2049 bytes |

    Example: Writing 1024 bytes and reading 2048 bytes at once
      When the caller writes 1024 bytes and reads 2048 bytes at the endpoint
      Then the call succeeds
      And the firmware received the command

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

    Example: A payload while another one is read
      When the caller writes 100 bytes and reads 40 bytes at the endpoint
      Then the call succeeds
      And the firmware received 100 bytes as they lie in the memory of the caller

  @must @pds-payload-to-caller
  Rule: The caller receives the firmware's bytes where the request points to, and zeros behind them

    Example: Reading <room> of <written>
      Given the caller has written <written> at the endpoint
      When the caller reads <room> at the endpoint
      Then the call succeeds
      And the caller receives the <written>, and zeros behind them
      And nothing was written behind the payload from the firmware

      Examples: All of them, more than there are, and fewer
        | written    | room       |
        | 100 bytes  | 100 bytes  |
        | 100 bytes  | 300 bytes  |
        | 100 bytes  | 40 bytes   |
        | 1000 bytes | 1024 bytes |

    Example: Reading while something is written
      Given the caller has written 100 bytes at the endpoint
      When the caller writes 300 bytes and reads 300 bytes at the endpoint
      Then the call succeeds
      And the caller receives the 100 bytes, and zeros behind them

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

    Example: A payload of no bytes, which needs no memory
      When the caller writes 0 bytes that lie at the null address
      Then the call succeeds
      And the firmware received the command

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

    Example: An answer of no bytes, which needs no memory
      When the caller reads 0 bytes to memory at the null address
      Then the call succeeds

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
        | 305419896  |
        | 2147483648 |
        | 0          |

    Example: The firmware answers <code> to an operation that <moves>
      Given the operations of the endpoint are known
      And the firmware will answer the next operation with <code>
      When the caller sends the operation, which <moves>
      Then the call succeeds
      And retval is <code>

      Examples: A payload each way
        | moves           | code |
        | writes 64 bytes | 5    |
        | reads 64 bytes  | 5    |

    Example: The firmware complies after it has refused
      Given the operations of the endpoint are known
      And the firmware will answer the next operation with 5
      When the caller sends the operation
      Then the call succeeds
      And retval is 5
      When the caller sends the operation
      Then the call succeeds
      And retval is 0

    Example: The firmware complies, and retval of the request is not 0
      When the caller sends the operation with 5 in retval
      Then the call succeeds
      And retval is 0

  @should @pds-response
  Rule: The response is the request with retval in it

    Example: An operation without data
      When the caller sends the operation
      Then the call succeeds
      And out_len says 48 bytes
      And the response repeats the request otherwise

    Example: An operation that <moves>
      Given the caller has written 40 bytes at the endpoint
      When the caller sends the operation, which <moves>
      Then the call succeeds
      And the response repeats the request otherwise

      Examples: A payload each way
        | moves           |
        | writes 64 bytes |
        | reads 64 bytes  |

    Example: A request of 64 bytes
      When the caller sends the operation in a request of 64 bytes
      Then the call succeeds
      And out_len says 64 bytes
      And the response repeats the request otherwise

  @should @pds-reserved-request
  Rule: A word of a request that is reserved is refused, or ignored, when it is not zero

    Example: Reading with <word> other than zero
      Given the caller has written 100 bytes at the endpoint
      When the caller reads 100 bytes at the endpoint, at first with every reserved word zero and then with <word> other than zero
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

      Examples: The queue refuses it
        | errno  |
        | ENOENT |
        | ENOMEM |

    Example: An operation that <moves> gets lost with ETIMEDOUT
      Given the operations of the endpoint are known
      And the next command to the firmware will get lost with ETIMEDOUT
      When the caller sends the operation, which <moves>
      Then the call fails with ETIMEDOUT
      And the firmware received no command

      Examples: A payload each way
        | moves           |
        | writes 64 bytes |
        | reads 64 bytes  |
