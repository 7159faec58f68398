Feature: What other drivers in the kernel do with an mlx5 function

  Their commands go to the same firmware, by the same queue. fwctl must not keep
  them from it, and gives up what they want for themselves.

  @should @mlx5-kernel-gets-through
  Rule: While callers keep the firmware as busy as they can, the commands of the kernel get through

    Example: <callers> callers and a queue for <slots>, the kernel sends <command>
      Given an mlx5 function that takes <slots> commands at a time and works on each for 1 turn is registered
      And <callers> callers have opened the device
      When <callers> callers keep sending QUERY_ADAPTER, and the kernel sends <command>
      Then the kernel was served while the callers asked
      And every one of them succeeds

      Examples: The same command, and others
        | callers | slots | command       |
        | 3       | 1     | QUERY_ADAPTER |
        | 3       | 1     | CREATE_QP     |
        | 5       | 2     | QUERY_ADAPTER |

    Example: What the kernel sends is carried out
      Given an mlx5 function that takes 1 command at a time and works on each for 1 turn is registered
      And 2 callers have opened the device
      When 2 callers keep sending QUERY_ADAPTER, and the kernel sends CREATE_QP
      Then the kernel was served while the callers asked
      And the firmware received CREATE_QP once

    Example: What the kernel is answered
      Given an mlx5 function that takes 1 command at a time and works on each for 1 turn is registered
      And 2 callers have opened the device
      When 2 callers keep sending QUERY_ADAPTER, and the kernel sends QUERY_ADAPTER
      Then the kernel was served while the callers asked
      And the kernel's answer is that of the callers

  @must @mlx5-claimed-command
  Rule: A command that a kernel driver takes over is no longer admitted, also on files that are open

    Example: A file that was open before
      Given a caller with CAP_SYS_RAWIO has opened an mlx5 function
      When the caller sends QUERY_ADAPTER in every scope, whatever else it says
      Then every scope admits it
      When a kernel driver takes over QUERY_ADAPTER
      And the caller sends QUERY_ADAPTER in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command

    Example: A file that is opened afterwards
      Given a caller with CAP_SYS_RAWIO has opened an mlx5 function
      When a kernel driver takes over QUERY_ADAPTER
      And the caller opens the device
      Then the open succeeds
      When the caller sends QUERY_ADAPTER in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command

    Example: A file that is opened when all others are closed
      Given a caller with CAP_SYS_RAWIO has opened an mlx5 function
      When a kernel driver takes over QUERY_ADAPTER
      And the caller closes the file
      And the caller opens the device
      Then the open succeeds
      When the caller sends QUERY_ADAPTER in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command

    Example: Taken over before any file is opened
      Given an mlx5 function is registered
      And the caller has CAP_SYS_RAWIO
      When a kernel driver takes over QUERY_ADAPTER
      And the caller opens the device
      Then the open succeeds
      When the caller sends QUERY_ADAPTER in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command

    Example: <command>, and then another
      Given a caller with CAP_SYS_RAWIO has opened an mlx5 function
      When a kernel driver takes over <command>
      And a kernel driver takes over QUERY_VUID
      And the caller sends <command> in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command
      When the caller sends QUERY_ESW_FUNCTIONS in every scope, whatever else it says
      Then every scope admits it

      Examples: Which are admitted as configuration, for debugging, and by their op_mod
        | command               |
        | QUERY_ADAPTER         |
        | QUERY_CQ              |
        | SET_DIAGNOSTIC_PARAMS |
        | ACCESS_REG            |

    Example: Another command, <command>
      Given a caller with CAP_SYS_RAWIO has opened an mlx5 function
      When a kernel driver takes over QUERY_ADAPTER
      And the caller sends <command> in every scope, whatever else it says
      Then every scope admits it

      Examples: Far from it, and beside it
        | command             |
        | QUERY_ESW_FUNCTIONS |
        | QUERY_HCA_CAP       |

    Example: A command that is under way
      Given an mlx5 function that takes 1 command at a time and works on each for 20 turns is registered
      And the caller has opened the device
      When the caller begins to send QUERY_ADAPTER
      And a kernel driver takes over QUERY_ADAPTER
      Then the call has come back
      And the call succeeds

    Example: One command that is under way, and one that waits for its slot
      Given an mlx5 function that takes 1 command at a time and works on each for 20 turns is registered
      And the caller has opened the device
      And a second caller has opened the device
      When the caller begins to send QUERY_ADAPTER
      And the second caller begins to send QUERY_ADAPTER
      And a kernel driver takes over QUERY_ADAPTER
      Then the call has come back
      And the call of the second caller has come back
      And both calls succeed
