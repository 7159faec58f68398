Feature: Delivery of an RPC

  One ioctl carries one request to the firmware and brings one response back.
  The kernel does not interpret either, unless the driver does.

  Background:
    Given a device is registered
    And the caller has opened the device

  @must @rpc-request-response
  Rule: The driver gets exactly the caller's request, and the caller the driver's response

    Example: A request of <length>
      Given the driver answers with the request, each byte inverted
      When the caller sends a request of <length> with room for <length>
      Then the call succeeds
      And the driver received that request once
      And the response is the request, each byte inverted

      Examples:
        | length                 |
        | 1 byte                 |
        | 64 bytes               |
        | 4097 bytes             |
        | 70000 bytes            |
        | 1 byte less than 2 MiB |

    Example: Buffers at odd addresses, behind which nothing is mapped
      Given the driver answers with the request, each byte inverted
      And a well-formed FWCTL_RPC call
      And its request is 33 bytes long and so is its room
      And its request is mapped for its first 33 bytes only
      And its response is mapped for its first 33 bytes only
      When the caller makes the call
      Then the call succeeds
      And the driver received that request once
      And the response is the request, each byte inverted

    Example: Nothing is sent, and something answered
      Given the driver answers with 10 bytes
      And a well-formed FWCTL_RPC call
      And its request length says 0
      When the caller makes the call
      Then the call succeeds
      And the caller has the first 10 bytes of the answer

    Example: The same request again, to which the driver answers otherwise
      Given the driver answers with the request, each byte inverted
      When the caller sends a request of 64 bytes with room for 64 bytes
      Then the call succeeds
      And the response is the request, each byte inverted
      Given the driver answers with 64 bytes
      When the caller sends a request of 64 bytes with room for 64 bytes
      Then the call succeeds
      And the caller has the first 64 bytes of the answer

    Example: Any request
      Then any request reaches the driver as it was sent, and its answer comes back

  @must @rpc-synchronous
  Rule: The call comes back only when the driver has answered

    Example: A driver that takes its time, with a call where <what>
      Given a well-formed FWCTL_RPC call
      And <what>
      When the caller makes the call and the driver takes its time
      Then the call has not come back
      When the driver goes on
      Then the call succeeds

      Examples:
        | what                                  |
        | its room for the response is 64 bytes |
        | its room for the response is 0 bytes  |
        | its request length says 0             |
        | its scope is "debug read only"        |

  @must @rpc-request-copied-once
  Rule: What a caller does to the request after sending it has no effect

    Example: Another thread overwrites the request while the driver is at work
      Given a well-formed FWCTL_RPC call
      And its request is <length> long and so is its room
      When the caller makes the call and the driver takes its time
      And another thread of the caller overwrites the request
      And the driver goes on
      Then the call succeeds
      And the response is the request as it was sent
      And the caller finds what the other thread wrote in its request

      Examples:
        | length      |
        | 32 bytes    |
        | 8 KiB       |
        | 65535 bytes |

  @must @rpc-request-not-modified
  Rule: The kernel does not write to the caller's request

    Example: The driver answers in the request's own buffer, <length> long
      Given the driver answers in the request's own buffer, each byte inverted
      When the caller sends a request of <length> with room for <length>
      Then the call succeeds
      And the caller's request is as it was

      Examples:
        | length   |
        | 64 bytes |
        | 4 KiB    |

    Example: The same in scope "<scope>"
      Given the driver answers in the request's own buffer, each byte inverted
      When the caller sends an RPC in scope "<scope>"
      Then the call succeeds
      And the caller's request is as it was

      Examples:
        | scope           |
        | debug read only |
        | debug write     |

    Example: A request in memory that nobody may write to
      Given the driver answers in the request's own buffer, each byte inverted
      And a well-formed FWCTL_RPC call
      And its request is in read-only memory
      When the caller makes the call
      Then the call succeeds
      And the response is the request, each byte inverted

  @must @rpc-driver-error-passed
  Rule: The errno of the driver is the errno of the call

    Example: Any errno
      Then any errno of the driver's RPC operation is the errno of the call

  @must @rpc-errno-without-response
  Rule: A caller who gets an errno gets no response with it

    Example: The driver refuses with <errno>
      Given the driver refuses every RPC with <errno>
      When the caller sends an RPC
      Then the call fails with <errno>
      And the response buffer is untouched

      Examples:
        | errno   |
        | EACCES  |
        | EIO     |
        | EBADMSG |
        | EINVAL  |
        | ENOMEM  |

  @must @rpc-concurrent
  Rule: Calls under way at the same time do not get each other's responses

    Example: Two callers, answered at the same moment
      Given a second caller has opened the device too
      When both callers send an RPC and the driver answers both at once
      Then each caller has the answer to its own request

    Example: Two callers of one file, answered at the same moment
      Given there is a second caller
      And the caller hands its file to the second caller
      When both callers send an RPC and the driver answers both at once
      Then each caller has the answer to its own request
