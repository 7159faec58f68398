Feature: Delivery of bnxt requests

  What the firmware has to say of a request is in the response of a call that
  succeeds. A request that did not get there must not look like one that did.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened a bnxt function

  @must @bnxt-request-lengths
  Rule: A request has from 16 to 128 bytes

    Example: A request of <request>
      When the caller sends HWRM FW_SYNC, <request> long, with room for 64 bytes
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Shorter than a header
        | request  |
        | 15 bytes |
        | 2 bytes  |

      Examples: Longer than the firmware takes
        | request    |
        | 129 bytes  |
        | 4096 bytes |

    Example: A request of <request>, which is in order
      When the caller sends HWRM FW_SYNC, <request> long, with room for 64 bytes
      Then the call succeeds
      And the firmware received the command

      Examples: The shortest, the longest, and an odd one
        | request   |
        | 16 bytes  |
        | 128 bytes |
        | 61 bytes  |

  @must @bnxt-response-room
  Rule: A response buffer has room for a response header, 8 bytes, at least

    Example: Room for <room>
      When the caller sends HWRM FW_SYNC, 32 bytes long, with room for <room>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Less than a header
        | room    |
        | 7 bytes |
        | 0 bytes |

    Example: Room for a header alone
      When the caller sends HWRM FW_SYNC, 32 bytes long, with room for 8 bytes
      Then the call succeeds
      And the firmware received the command

  @must @bnxt-error-in-response
  Rule: What the firmware says of a delivered request is in the response of a call that succeeds

    Example: The firmware answers <code>
      Given the firmware will answer the next request with <code>
      When the caller sends HWRM FW_SYNC
      Then the call succeeds
      And the response holds <code>

      Examples: It refuses
        | code                   |
        | FAIL                   |
        | INVALID_PARAMS         |
        | RESOURCE_ACCESS_DENIED |
        | RESOURCE_ALLOC_ERROR   |
        | INVALID_FLAGS          |
        | INVALID_ENABLES        |
        | BUSY                   |
        | CMD_NOT_SUPPORTED      |

      Examples: It complies
        | code    |
        | SUCCESS |

    Example: The firmware complies after it has refused
      Given the firmware will answer the next request with FAIL
      When the caller sends HWRM FW_SYNC
      Then the call succeeds
      And the response holds FAIL
      When the caller sends HWRM FW_SYNC
      Then the call succeeds
      And the response holds SUCCESS

    Example: The firmware answers FAIL, and there is room for <room>
      Given the firmware will answer the next request with FAIL
      When the caller sends HWRM FW_SYNC, 32 bytes long, with room for <room>
      Then the call succeeds
      And the response holds FAIL

      Examples: For a header alone, and for more than there is
        | room      |
        | 8 bytes   |
        | 200 bytes |

  @should @bnxt-transport-failure
  Rule: A request that does not get to the firmware does not read as a success

    Example: The request gets lost with <errno>
      Given the next command to the firmware will get lost with <errno>
      When the caller sends HWRM FW_SYNC
      Then the caller learns that the request failed
      And the firmware received no command

      Examples: The firmware is being reset, does not answer, or is gone
        | errno     |
        | EBUSY     |
        | ETIMEDOUT |
        | ENODEV    |

      Examples: It is not sent for another reason
        | errno  |
        | EIO    |
        | ENOMEM |
        | EINVAL |

    Example: The request gets lost, and there is room for a header alone
      Given the next command to the firmware will get lost with ETIMEDOUT
      When the caller sends HWRM FW_SYNC, 32 bytes long, with room for 8 bytes
      Then the caller learns that the request failed
      And the firmware received no command

  @must @bnxt-answer-to-caller
  Rule: What the firmware answers is in the response, as much as there is room for

    Example: The time, with room for <room>
      Given the clock of the function has been set
      When the caller asks for the time, with room for <room>
      Then the call succeeds
      And the response holds the time, as much of it as there is room for

      Examples: More than there is, and less
        | room     |
        | 64 bytes |
        | 14 bytes |

  @should @bnxt-out-len
  Rule: out_len comes back as it was, however long the firmware's response is

    Example: Room for <room>
      When the caller sends HWRM FW_SYNC, 32 bytes long, with room for <room>
      Then the call succeeds
      And out_len says <room>

      Examples: Less than the firmware answers, and more
        | room       |
        | 12 bytes   |
        | 64 bytes   |
        | 4000 bytes |

    Example: A request without the arguments that it needs, with room for <room>
      When the caller sends HWRM FW_SET_TIME, 16 bytes long, with room for <room>
      Then the call succeeds
      And out_len says <room>

      Examples: Less than the firmware answers, and more
        | room     |
        | 12 bytes |
        | 64 bytes |

  @must @bnxt-answer-padded
  Rule: What the firmware's answer leaves of the response is zero

    Example: Room for <room>
      When the caller sends HWRM FW_SYNC, 64 bytes long, with room for <room>
      Then the call succeeds
      And the response is zero behind the 16 bytes that the firmware answered

      Examples: No longer than the request, and longer
        | room       |
        | 64 bytes   |
        | 200 bytes  |
        | 4000 bytes |

    Example: Behind a request without the arguments that it needs
      When the caller sends HWRM FW_SET_TIME, 16 bytes long, with room for 200 bytes
      Then the call succeeds
      And the response is zero behind the 16 bytes that the firmware answered

    Example: Behind a request that had more of an answer
      Given the firmware has answered FW_GET_TIME with more than 16 bytes
      When the caller sends HWRM FW_SYNC, 64 bytes long, with room for 64 bytes
      Then the call succeeds
      And the response is zero behind the 16 bytes that the firmware answered

  @should @bnxt-request-unchanged
  Rule: The firmware receives a request as it was sent, but for what the transport fills in

    Example: <type> of <request>
      When the caller sends HWRM <type>, <request> long, with room for 64 bytes
      Then the call succeeds
      And the firmware received the request as it was sent

      Examples: A header alone, with all that it may carry, and in between
        | type        | request   |
        | FW_SYNC     | 16 bytes  |
        | FW_SYNC     | 128 bytes |
        | FW_SYNC     | 61 bytes  |
        | FW_SET_TIME | 28 bytes  |

    Example: A header with a completion ring and a target
      When the caller sends HWRM FW_SYNC with a completion ring and a target
      Then the call succeeds
      And the firmware received the request as it was sent
