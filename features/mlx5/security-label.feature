Feature: The uid as a security label

  The driver lets most of a command pass unread and relies on the firmware to
  judge it by the uid of its sender. So nobody may send under another's uid, and
  the firmware must hold each uid to its capabilities.

  @must @mlx5-uid-forced
  Rule: The firmware receives each command under the uid of the file it was sent on

    Example: Sent under uid <uid>
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends QUERY_ADAPTER under uid <uid>
      Then the firmware received it under the uid of the file it was sent on

      Examples: The kernel's own uid
        | uid    |
        | 0x0000 |

      Examples: Uids that nobody has
        | uid    |
        | 0x0001 |
        | 0xFFFF |

    Example: <command> in scope <scope>, sent under uid <uid>
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends <command> under uid <uid> in scope <scope>
      Then the firmware received it under the uid of the file it was sent on

      Examples: Other commands, and other scopes
        | command             | uid    | scope             |
        | QUERY_ESW_FUNCTIONS | 0xFFFF | "configuration"   |
        | MODIFY_CONG_STATUS  | 0x0001 | "configuration"   |
        | QUERY_QP            | 0xFFFF | "debug read only" |
        | QUERY_UCTX          | 0x0001 | "debug read only" |

    Example: Sent under uid <uid> by a request of <request> with room for <room>
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends QUERY_ADAPTER under uid <uid>, <request> long, with room for <room>
      Then the firmware received it under the uid of the file it was sent on

      Examples: The request is longer, and the room is
        | uid    | request   | room      |
        | 0xFFFF | 16 bytes  | 16 bytes  |
        | 0x00FF | 16 bytes  | 64 bytes  |
        | 0xFF00 | 600 bytes | 64 bytes  |
        | 0xFFFF | 600 bytes | 700 bytes |

    Example: A second command on the same file
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends QUERY_ADAPTER under uid 0xFFFF
      Then the call succeeds
      When the caller sends QUERY_ADAPTER under uid 0xFFFF
      Then the firmware received it under the uid of the file it was sent on

    Example: Sent on the first of two files
      Given an mlx5 function is registered
      And the caller has opened the device
      And a second caller has opened the device
      When the caller sends QUERY_ADAPTER under uid 0x0000
      Then the firmware received it under the uid of the file opened first

    Example: Sent under the uid of another file
      Given an mlx5 function is registered
      And the caller has opened the device
      And the caller has opened the device
      When the caller sends QUERY_ADAPTER under the uid of the file opened first
      Then the firmware received it under the uid of the file it was sent on

  @must @mlx5-request-unchanged
  Rule: Apart from the uid, the firmware receives the request as the caller wrote it

    Example: MODIFY_CONG_STATUS, <length> long, with room for <room>
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends MODIFY_CONG_STATUS, <length> long, with room for <room>
      Then the firmware received it as it was sent, but for the uid

      Examples: A header, and more behind it
        | length    | room     |
        | 16 bytes  | 64 bytes |
        | 64 bytes  | 64 bytes |
        | 512 bytes | 64 bytes |

      Examples: Less room, and more
        | length    | room      |
        | 64 bytes  | 16 bytes  |
        | 64 bytes  | 200 bytes |
        | 600 bytes | 700 bytes |

    Example: MODIFY_CONG_STATUS, <length> long, which is not taken everywhere
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends MODIFY_CONG_STATUS, <length> long, with room for 64 bytes
      Then the firmware received it as it was sent, but for the uid, or nothing if the call failed

      Examples: No multiple of a word, and more than a block holds
        | length      |
        | 17 bytes    |
        | 62 bytes    |
        | 63 bytes    |
        | 5000 bytes  |
        | 60000 bytes |

    Example: <command> in scope <scope>
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends <command> in scope <scope>, 64 bytes long, with room for 64 bytes
      Then the firmware received it as it was sent, but for the uid

      Examples: Other commands, and other scopes
        | command             | scope             |
        | QUERY_ADAPTER       | "configuration"   |
        | QUERY_ESW_FUNCTIONS | "configuration"   |
        | QUERY_QP            | "debug read only" |
        | QUERY_UCTX          | "debug read only" |

    Example: A second command on the same file
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends MODIFY_CONG_STATUS, 512 bytes long, with room for 64 bytes
      Then the call succeeds
      When the caller sends MODIFY_CONG_STATUS, 200 bytes long, with room for 64 bytes
      Then the firmware received it as it was sent, but for the uid

  @must @mlx5-uid-security-label
  Rule: The firmware refuses a command that is beyond the capabilities of its uid, though the driver admits it

    Example: Configuring function <function> without the tools capability
      Given an mlx5 function whose user contexts may ask for every capability but TOOLS_RESOURCES is registered
      And the caller has opened the device
      When the caller takes every capability from function <function>
      Then the firmware refuses the command

      Examples: Each of those below this one
        | function |
        | 1        |
        | 2        |

    Example: Configuring function <function> with the tools capability
      Given an mlx5 function whose user contexts may ask for every capability is registered
      And the caller has opened the device
      When the caller takes every capability from function <function>
      Then the firmware carries the command out

      Examples: Each of those below this one
        | function |
        | 1        |
        | 2        |

  @must @mlx5-set-hca-cap-other-only
  Rule: User space sets the capabilities of other functions, never those of the function it stands on

    Example: Taking the capabilities of its own function
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller takes every capability from its own function
      Then the firmware refuses the command
      And function 0 has its capabilities still

    Example: Taking the capabilities of its own function as if it were another
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller takes every capability from its own function, as if it were another
      Then the firmware refuses the command
      And function 0 has its capabilities still

    Example: Taking the capabilities of its own function with the number of another
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller takes every capability from its own function, with the number of function 1
      Then the firmware refuses the command
      And function 0 has its capabilities still
      And function 1 has its capabilities still

    Example: Taking the capabilities of its own function after those of another
      Given an mlx5 function is registered
      And the caller has opened the device
      And the caller has taken every capability from function 1
      When the caller takes every capability from its own function
      Then the firmware refuses the command
      And function 0 has its capabilities still

    Example: After the reset
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller takes every capability from its own function
      Then the firmware refuses the command
      When the caller closes the file
      And the function and those below it are reset
      Then function 0 has its capabilities still

    Example: Taking the capabilities of another function
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller takes every capability from function 2
      Then the firmware carries the command out

  @must @mlx5-hca-cap-at-reset
  Rule: Capabilities that are set for another function take effect when it is reset, not before

    Example: Function <function>, before the reset
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller takes every capability from function <function>
      Then the firmware carries the command out
      And function <function> has its capabilities still

      Examples: Each of those below this one
        | function |
        | 1        |
        | 2        |

    Example: Before the reset, when they were set twice and the file was closed
      Given an mlx5 function is registered
      And the caller has opened the device
      And the caller has taken every capability from function 1
      When the caller takes every capability from function 1
      Then the firmware carries the command out
      And function 1 has its capabilities still
      When the caller closes the file
      Then function 1 has its capabilities still

    Example: Function <function>, after the reset
      Given an mlx5 function is registered
      And the caller has opened the device
      And the caller has taken every capability from function <function>
      And the caller has closed the file
      When the function and those below it are reset
      Then function <function> has no capability any more
      And function <other> has its capabilities still

      Examples: Each of those below this one, and the other
        | function | other |
        | 1        | 2     |
        | 2        | 1     |
