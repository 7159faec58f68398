Feature: Delivery of mlx5 commands

  An errno means that the command did not get to the firmware. Once it got there,
  the call succeeds, and what the firmware has to say is in the response.

  Background:
    Given an mlx5 function is registered
    And the caller has opened the device

  @must @mlx5-minimum-lengths
  Rule: A request or a response buffer of less than 16 bytes is refused with EMSGSIZE

    Example: A request of <request> with room for <room>
      When the caller sends QUERY_ADAPTER, <request> long, with room for <room>
      Then the call fails with EMSGSIZE
      And the firmware received no command

      Examples: The request is too short
        | request  | room     |
        | 15 bytes | 64 bytes |
        | 2 bytes  | 64 bytes |

      Examples: The room is too small
        | request  | room     |
        | 64 bytes | 15 bytes |
        | 64 bytes | 0 bytes  |

    Example: Headers alone
      When the caller sends QUERY_ADAPTER, 16 bytes long, with room for 16 bytes
      Then the call succeeds
      And the firmware received the command

  @must @mlx5-length-before-command
  Rule: The lengths are judged before the command

    Example: A request of <request> for a command that is never admitted
      When the caller sends CREATE_QP, <request> long, with room for 64 bytes
      Then the call fails with EMSGSIZE
      And the firmware received no command

      Examples: With an opcode, and without
        | request  |
        | 15 bytes |
        | 0 bytes  |

  @should @mlx5-any-length
  Rule: Lengths need not be multiples of anything

    Example: A request of <request> with room for <room>
      When the caller sends QUERY_ADAPTER, <request> long, with room for <room>
      Then the call succeeds
      And the firmware received the command

      Examples: Odd lengths
        | request  | room     |
        | 17 bytes | 64 bytes |
        | 64 bytes | 17 bytes |
        | 61 bytes | 35 bytes |

  @must @mlx5-status-in-out
  Rule: What the firmware says of a delivered command is in the response of a call that succeeds

    Example: The firmware answers <status>
      Given the firmware will answer the next command with status <status> and syndrome <syndrome>
      When the caller sends QUERY_ADAPTER
      Then the call succeeds
      And the response holds status <status> and syndrome <syndrome>

      Examples: It refuses
        | status       | syndrome   |
        | INT_ERR      | 0x1D2C3B4A |
        | BAD_PARAM    | 0xF00DBEEF |
        | LIM_ERR      | 0x00000001 |
        | BAD_OUTP_LEN | 0x80000000 |

      Examples: It complies
        | status | syndrome   |
        | OK     | 0x00000000 |

    Example: The firmware answers BAD_PARAM, and there is room for <room>
      Given the firmware will answer the next command with status BAD_PARAM and syndrome 0xF00DBEEF
      When the caller sends QUERY_ADAPTER, 64 bytes long, with room for <room>
      Then the call succeeds
      And the response holds status BAD_PARAM and syndrome 0xF00DBEEF

      Examples: For the header alone, as much as the request has, and more
        | room      |
        | 16 bytes  |
        | 64 bytes  |
        | 200 bytes |

  @must @mlx5-transport-errno
  Rule: A command that does not get to the firmware fails with the errno of the transport

    Example: The command gets lost with <lost>
      Given the next command to the firmware will get lost with <lost>
      When the caller sends QUERY_ADAPTER
      Then the call fails with <errno>
      And the firmware received no command
      And no byte of the caller's memory was written

      Examples: The command interface is down or does not answer
        | lost      | errno     |
        | ENXIO     | ENXIO     |
        | ETIMEDOUT | ETIMEDOUT |
        | ECANCELED | ECANCELED |

      Examples: The delivery failed
        | lost   | errno  |
        | EBADR  | EBADR  |
        | EFAULT | EFAULT |
        | ENOMSG | ENOMSG |
        | EINVAL | EINVAL |
        | EIO    | EIO    |

      Examples: The errno that would say that the firmware itself failed
        | lost      | errno |
        | EREMOTEIO | EIO   |

  @should @mlx5-out-len
  Rule: A response is as long as the caller's room, so out_len comes back as it was

    Example: Room for <room>
      When the caller sends QUERY_ADAPTER, 64 bytes long, with room for <room>
      Then the call succeeds
      And out_len says <room>

      Examples: No longer than the request
        | room     |
        | 16 bytes |
        | 52 bytes |

      Examples: Longer than the request
        | room       |
        | 100 bytes  |
        | 4000 bytes |

  @must @mlx5-answer-padded
  Rule: What the firmware's answer leaves of the response is zero, not the request

    Example: Room for <room>
      When the caller sends MODIFY_CONG_STATUS, 64 bytes long, with room for <room>
      Then the call succeeds
      And the response behind its header is zero

      Examples: No longer than the request, so that its buffer may serve for both
        | room     |
        | 40 bytes |
        | 64 bytes |

      Examples: Longer than the request
        | room      |
        | 200 bytes |

    Example: Room for <room>, behind a command that had more of an answer
      When the caller sends QUERY_ADAPTER, 64 bytes long, with room for <room>
      Then the call succeeds
      When the caller sends MODIFY_CONG_STATUS, 64 bytes long, with room for <room>
      Then the call succeeds
      And the response behind its header is zero

      Examples: No longer than the request, and longer
        | room      |
        | 64 bytes  |
        | 200 bytes |
