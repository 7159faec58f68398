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

    Example: Sent under the uid of another file
      Given an mlx5 function is registered
      And the caller has opened the device
      And the caller has opened the device
      When the caller sends QUERY_ADAPTER under the uid of the file opened first
      Then the firmware received it under the uid of the file it was sent on

  @must @mlx5-request-unchanged
  Rule: Apart from the uid, the firmware receives the request as the caller wrote it

    Example: MODIFY_CONG_STATUS, <length> long
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends MODIFY_CONG_STATUS, <length> long, with room for 64 bytes
      Then the firmware received it as it was sent, but for the uid

      Examples: A header, and more behind it
        | length    |
        | 16 bytes  |
        | 64 bytes  |
        | 512 bytes |

  @must @mlx5-uid-security-label
  Rule: The firmware refuses a command that is beyond the capabilities of its uid, though the driver admits it

    Example: Configuring another function without the tools capability
      Given an mlx5 function whose user contexts may ask for every capability but TOOLS_RESOURCES is registered
      And the caller has opened the device
      When the caller takes every capability from function 1
      Then the firmware refuses the command

    Example: Configuring another function with the tools capability
      Given an mlx5 function whose user contexts may ask for every capability is registered
      And the caller has opened the device
      When the caller takes every capability from function 1
      Then the firmware carries the command out

  @must @mlx5-set-hca-cap-other-only
  Rule: User space sets the capabilities of other functions, never those of the function it stands on

    Example: Taking the capabilities of its own function
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller takes every capability from its own function
      Then the firmware refuses the command
      And function 0 has its capabilities still

    Example: Taking the capabilities of another function
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller takes every capability from function 2
      Then the firmware carries the command out

  @must @mlx5-hca-cap-at-reset
  Rule: Capabilities that are set for another function take effect when it is reset, not before

    Example: Before the reset
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller takes every capability from function 1
      Then the firmware carries the command out
      And function 1 has its capabilities still

    Example: After the reset
      Given an mlx5 function is registered
      And the caller has opened the device
      And the caller has taken every capability from function 1
      And the caller has closed the file
      When the function and those below it are reset
      Then function 1 has no capability any more
