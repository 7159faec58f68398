Feature: Lengths of request and response

  Request and response are linear buffers whose lengths the caller gives. The
  kernel sets one generous limit and otherwise leaves lengths to the driver.

  Background:
    Given a device is registered
    And the caller has opened the device

  @must @rpc-length-limit
  Rule: Request and response may be up to 2 MiB long each, and not longer

    Example: A request of 2 MiB and room for a response of 2 MiB
      When the caller sends a request of 2 MiB with room for 2 MiB
      Then the call succeeds

    Example: A request of <request> with room for <room>
      When the caller sends a request of <request> with room for <room>
      Then the call fails with EMSGSIZE
      And the driver received no RPC
      And no byte of the caller's memory was written
      And the kernel is not tainted

      Examples:
        | request                | room                   |
        | 1 byte more than 2 MiB | 64 bytes               |
        | 64 bytes               | 1 byte more than 2 MiB |
        | 1 byte more than 2 MiB | 1 byte more than 2 MiB |

    Example: A <which> length that says <length>
      Given a well-formed FWCTL_RPC call
      And its <which> length says <length>
      When the caller makes the call
      Then the call fails with EMSGSIZE
      And the driver received no RPC

      Examples: More than anybody could map
        | which    | length     |
        | request  | 4294967295 |
        | response | 4294967295 |

      Examples: A little in the low bits, and one bit above them
        | which    | length   |
        | request  | 16777248 |
        | response | 16777280 |

  @should @rpc-length-before-scope
  Rule: The limit is checked before the scope and the capability

    Example: Too long a <which> in scope number <scope>
      Given a well-formed FWCTL_RPC call
      And its scope is number <scope>
      And its <which> length says 4194304
      When the caller makes the call
      Then the call fails with EMSGSIZE
      And the kernel is not tainted

      Examples:
        | which    | scope |
        | request  | 2     |
        | request  | 3     |
        | request  | 4     |
        | response | 2     |
        | response | 3     |
        | response | 4     |

  @should @rpc-zero-lengths
  Rule: The core itself accepts empty requests and empty responses

    Example: Nothing to send and no room, without buffers
      Given a well-formed FWCTL_RPC call
      And it has no request and wants no response
      When the caller makes the call
      Then the call succeeds
      And the driver received an empty request

    Example: Nothing to send and no room, in scope "<scope>"
      Given a well-formed FWCTL_RPC call
      And it has no request and wants no response
      And its scope is "<scope>"
      When the caller makes the call
      Then the call succeeds
      And the driver received an empty request

      Examples:
        | scope           |
        | debug read only |
        | debug write     |

    Example: Nothing to send, and a pointer that leads nowhere
      Given a well-formed FWCTL_RPC call
      And its request length says 0
      And its request is in unmapped memory
      When the caller makes the call
      Then the call succeeds
      And the driver received an empty request

    Example: No room, and a pointer that leads nowhere
      Given a well-formed FWCTL_RPC call
      And its room for the response is 0 bytes
      And its response is in unmapped memory
      When the caller makes the call
      Then the call succeeds

  @must @rpc-request-fault
  Rule: A request that cannot be read fails the call with EFAULT

    Example: The request is <mapping>
      Given a well-formed FWCTL_RPC call
      And its request is <mapping>
      When the caller makes the call
      Then the call fails with EFAULT
      And the driver received no RPC
      And no byte of the caller's memory was written

      Examples:
        | mapping                            |
        | at the null address                |
        | in unmapped memory                 |
        | mapped for its first 31 bytes only |

    Example: A request of 8 KiB that is mapped for <mapped> bytes only
      Given a well-formed FWCTL_RPC call
      And its request is 8 KiB long and so is its room
      And its request is mapped for its first <mapped> bytes only
      When the caller makes the call
      Then the call fails with EFAULT
      And the driver received no RPC
      And no byte of the caller's memory was written

      Examples: A page, and all but one byte
        | mapped |
        | 4096   |
        | 8191   |

  @must @rpc-response-fault
  Rule: A response buffer that cannot be written fails the call with EFAULT

    Example: The response is <mapping>
      Given a well-formed FWCTL_RPC call
      And its response is <mapping>
      When the caller makes the call
      Then the call fails with EFAULT

      Examples: The firmware has acted by then, whatever the errno says
        | mapping                            |
        | at the null address                |
        | in read-only memory                |
        | in unmapped memory                 |
        | mapped for its first 16 bytes only |
        | mapped for its first 31 bytes only |

    Example: Room of 8 KiB that is mapped for <mapped> bytes only
      Given a well-formed FWCTL_RPC call
      And its request is 8 KiB long and so is its room
      And its response is mapped for its first <mapped> bytes only
      When the caller makes the call
      Then the call fails with EFAULT

      Examples: A page, and all but one byte
        | mapped |
        | 4096   |
        | 8191   |

  @must @rpc-response-truncated
  Rule: A response that does not fit is cut, and its full length is reported

    Example: A response of 100 bytes into <room>
      Given the driver answers with 100 bytes
      When the caller sends a request of 32 bytes with room for <room>
      Then the call succeeds
      And the caller has the first <room> of the answer
      And the reported length is 100 bytes
      And nothing was written behind the response

      Examples:
        | room     |
        | 0 bytes  |
        | 1 byte   |
        | 99 bytes |

    Example: A response that is longer than 64 KiB
      Given the driver answers with 70000 bytes
      When the caller sends a request of 32 bytes with room for 64 bytes
      Then the call succeeds
      And the caller has the first 64 bytes of the answer
      And the reported length is 70000 bytes
      And nothing was written behind the response

  @must @rpc-response-short
  Rule: Room that the response does not fill is left alone

    Example: A response of <length> into 64 bytes
      Given the driver answers with <length>
      When the caller sends a request of 32 bytes with room for 64 bytes
      Then the call succeeds
      And the response buffer is untouched behind its first <length>
      And the reported length is <length>

      Examples:
        | length   |
        | 0 bytes  |
        | 10 bytes |
        | 63 bytes |

    Example: A response of 10 bytes into more than a page
      Given the driver answers with 10 bytes
      When the caller sends a request of 32 bytes with room for 8 KiB
      Then the call succeeds
      And the response buffer is untouched behind its first 10 bytes
      And the reported length is 10 bytes

    Example: Room that is mapped no further than the response goes
      Given the driver answers with 10 bytes
      And a well-formed FWCTL_RPC call
      And its response is mapped for its first 10 bytes only
      When the caller makes the call
      Then the call succeeds
      And the caller has the first 10 bytes of the answer
      And the reported length is 10 bytes

  @should @rpc-overlapping-buffers
  Rule: The response may be written over the request

    Example: One buffer for both
      Given the driver answers with the request, each byte inverted
      And a well-formed FWCTL_RPC call
      And its response goes over its request
      When the caller makes the call
      Then the call succeeds
      And the response is the request, each byte inverted
