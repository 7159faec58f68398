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
        | 8 bytes  | 64 bytes |
        | 2 bytes  | 64 bytes |
        | 15 bytes | 16 bytes |

      Examples: The room is too small
        | request  | room     |
        | 64 bytes | 15 bytes |
        | 64 bytes | 8 bytes  |
        | 64 bytes | 0 bytes  |
        | 16 bytes | 15 bytes |

      Examples: Both are
        | request  | room     |
        | 15 bytes | 15 bytes |
        | 8 bytes  | 8 bytes  |

    Example: A request of <request> with room for <room> in scope "debug read only"
      When the caller sends QUERY_CQ in scope "debug read only", <request> long, with room for <room>
      Then the call fails with EMSGSIZE
      And the firmware received no command

      Examples: Too short, and too small
        | request  | room     |
        | 15 bytes | 64 bytes |
        | 64 bytes | 15 bytes |

    Example: Headers alone in scope "debug read only"
      When the caller sends QUERY_CQ in scope "debug read only", 16 bytes long, with room for 16 bytes
      Then the call succeeds
      And the firmware received the command

    Example: Headers alone
      When the caller sends QUERY_ADAPTER, 16 bytes long, with room for 16 bytes
      Then the call succeeds
      And the firmware received the command

  @must @mlx5-length-before-command
  Rule: The lengths are judged before the command

    Example: A request of <request> with room for <room>, for <command>
      When the caller sends <command>, <request> long, with room for <room>
      Then the call fails with EMSGSIZE
      And the firmware received no command

      Examples: A command that is never admitted, with an opcode, and without
        | command   | request  | room     |
        | CREATE_QP | 15 bytes | 64 bytes |
        | CREATE_QP | 0 bytes  | 64 bytes |
        | CREATE_QP | 64 bytes | 4 bytes  |

      Examples: A command that is not admitted in this scope
        | command  | request  | room     |
        | QUERY_CQ | 15 bytes | 64 bytes |
        | QUERY_CQ | 64 bytes | 0 bytes  |

    Example: A command that is not published
      When the caller sends the bytes 01060000 00000000 00000000 in scope "configuration"
      Then the call fails with EMSGSIZE
      And the firmware received no command

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

      Examples: Even lengths that are no multiple of a word
        | request  | room     |
        | 18 bytes | 64 bytes |
        | 64 bytes | 62 bytes |

      Examples: More than any block, page or 16 bits hold
        | request      | room         |
        | 5000 bytes   | 64 bytes     |
        | 64 bytes     | 5000 bytes   |
        | 100001 bytes | 100001 bytes |

  @must @mlx5-status-in-out
  Rule: What the firmware says of a delivered command is in the response of a call that succeeds

    Example: The firmware answers <status>
      Given the firmware will answer the next command with status <status> and syndrome <syndrome>
      When the caller sends QUERY_ADAPTER
      Then the call succeeds
      And the response holds status <status> and syndrome <syndrome>

      Examples: It refuses
        | status             | syndrome   |
        | INT_ERR            | 0x1D2C3B4A |
        | BAD_OP             | 0x00010001 |
        | BAD_PARAM          | 0xF00DBEEF |
        | BAD_SYS_STATE      | 0x00000000 |
        | BAD_RES            | 0x000000FF |
        | BAD_RES_STATE      | 0x0000FF00 |
        | IX                 | 0x00FF0000 |
        | BAD_QP_STATE       | 0xFF000000 |
        | BAD_PKT            | 0x7FFFFFFF |
        | BAD_SIZE_OUTS_CQES | 0xFFFFFFFF |
        | BAD_INP_LEN        | 0x00010002 |
        | BAD_OUTP_LEN       | 0x80000000 |

      Examples: It could not at this time
        | status    | syndrome   |
        | RES_BUSY  | 0x00000006 |
        | NOT_READY | 0x00000007 |
        | LIM_ERR   | 0x00000001 |
        | NO_RES    | 0x0000000F |

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

    Example: The firmware answers with a status that is not published
      Given the firmware will answer the next command with status 0x77, which is not published
      When the caller sends QUERY_ADAPTER
      Then the call succeeds
      And the response begins with the bytes 77...... 00000000

    Example: The firmware answers RES_BUSY to a command in scope "debug read only"
      Given the firmware will answer the next command with status RES_BUSY and syndrome 0xF00DBEEF
      When the caller sends QUERY_CQ in scope "debug read only"
      Then the call succeeds
      And the response holds status RES_BUSY and syndrome 0xF00DBEEF
      And the firmware received the command

    Example: The firmware answers BAD_PARAM a second time
      Given the firmware will answer the next command with status BAD_PARAM and syndrome 0xF00DBEEF
      When the caller sends QUERY_ADAPTER
      Then the call succeeds
      Given the firmware will answer the next command with status BAD_PARAM and syndrome 0x00C0FFEE
      When the caller sends QUERY_ADAPTER
      Then the call succeeds
      And the response holds status BAD_PARAM and syndrome 0x00C0FFEE

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

      Examples: There was no slot in the queue, or no memory
        | lost   | errno  |
        | EBUSY  | EBUSY  |
        | ENOMEM | ENOMEM |

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

    Example: The command gets lost with <lost>, and there is room for <room>
      Given the next command to the firmware will get lost with <lost>
      When the caller sends QUERY_ADAPTER, 64 bytes long, with room for <room>
      Then the call fails with <errno>
      And the firmware received no command
      And no byte of the caller's memory was written

      Examples: For the header alone, and more than the request has
        | lost      | room      | errno     |
        | ETIMEDOUT | 16 bytes  | ETIMEDOUT |
        | ETIMEDOUT | 200 bytes | ETIMEDOUT |
        | EREMOTEIO | 16 bytes  | EIO       |
        | EREMOTEIO | 200 bytes | EIO       |

    Example: The command gets lost in scope "debug read only" with <lost>
      Given the next command to the firmware will get lost with <lost>
      When the caller sends QUERY_CQ in scope "debug read only"
      Then the call fails with <errno>
      And the firmware received no command
      And no byte of the caller's memory was written

      Examples: As in "configuration"
        | lost      | errno     |
        | ETIMEDOUT | ETIMEDOUT |
        | EREMOTEIO | EIO       |

    Example: After a command that was answered
      When the caller sends QUERY_ADAPTER
      Then the call succeeds
      Given the next command to the firmware will get lost with ETIMEDOUT
      When the caller sends QUERY_ADAPTER
      Then the call fails with ETIMEDOUT
      And the firmware received no command
      And no byte of the caller's memory was written

    Example: After a command that got lost
      Given the next command to the firmware will get lost with ETIMEDOUT
      When the caller sends QUERY_ADAPTER
      Then the call fails with ETIMEDOUT
      When the caller sends QUERY_ADAPTER
      Then the call succeeds
      And the firmware received the command

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

    Example: <command>, <request> long, with room for <room>
      When the caller sends <command>, <request> long, with room for <room>
      Then the call succeeds
      And out_len says <room>

      Examples: Another command, and another request
        | command            | request   | room      |
        | MODIFY_CONG_STATUS | 64 bytes  | 64 bytes  |
        | MODIFY_CONG_STATUS | 64 bytes  | 200 bytes |
        | QUERY_ADAPTER      | 16 bytes  | 400 bytes |
        | QUERY_ADAPTER      | 600 bytes | 16 bytes  |

    Example: Room for <room> in scope "debug read only"
      When the caller sends QUERY_CQ in scope "debug read only", 64 bytes long, with room for <room>
      Then the call succeeds
      And out_len says <room>

      Examples: No longer than the request, and longer
        | room      |
        | 40 bytes  |
        | 200 bytes |

    Example: Room for <room>, which is not taken everywhere
      When the caller sends QUERY_ADAPTER, 64 bytes long, with room for <room>
      Then out_len says <room>, or the call fails

      Examples: No multiple of a word, and more than a block or 16 bits hold
        | room         |
        | 35 bytes     |
        | 65 bytes     |
        | 5000 bytes   |
        | 100000 bytes |

    Example: Room for <room>, and the firmware refuses the command
      Given the firmware will answer the next command with status BAD_PARAM and syndrome 0xF00DBEEF
      When the caller sends QUERY_ADAPTER, 64 bytes long, with room for <room>
      Then out_len says <room>, or the call fails

      Examples: No longer than the request, and longer
        | room      |
        | 16 bytes  |
        | 64 bytes  |
        | 200 bytes |

  @must @mlx5-answer-padded
  Rule: What the firmware's answer leaves of the response is zero, not the request

    Example: A request of <request> with room for <room>
      When the caller sends MODIFY_CONG_STATUS, <request> long, with room for <room>
      Then the call succeeds
      And the response behind its header is zero

      Examples: No longer than the request, so that its buffer may serve for both
        | request   | room      |
        | 64 bytes  | 40 bytes  |
        | 64 bytes  | 64 bytes  |
        | 600 bytes | 200 bytes |
        | 600 bytes | 600 bytes |

      Examples: Longer than the request
        | request  | room       |
        | 64 bytes | 200 bytes  |
        | 16 bytes | 4000 bytes |

    Example: Room for <room>, and the firmware refuses the command
      Given the firmware will answer the next command with status BAD_PARAM and syndrome 0xF00DBEEF
      When the caller sends QUERY_ADAPTER, 64 bytes long, with room for <room>
      Then the response behind its header is zero, or the call fails

      Examples: No longer than the request, and longer
        | room      |
        | 40 bytes  |
        | 64 bytes  |
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
