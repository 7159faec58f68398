Feature: What other drivers in the kernel do with an mlx5 function

  Their commands go to the same firmware, by the same queue. fwctl must not keep
  them from it, and gives up what they want for themselves.

  @should @mlx5-kernel-gets-through
  Rule: While callers keep the firmware as busy as they can, the commands of the kernel get through

    Example: <callers> callers and a queue for <slots>, the kernel gives <command>
      Given an mlx5 function that takes <slots> commands at a time and works on each for 1 turn is registered
      And <callers> callers have opened the device
      When <callers> callers keep sending QUERY_ADAPTER, and the kernel gives <command>
      Then the kernel was served while the callers asked
      And every one of them succeeds

      Examples: The same command, and others
        | callers | slots | command       |
        | 3       | 1     | QUERY_ADAPTER |
        | 3       | 1     | CREATE_QP     |
        | 5       | 2     | QUERY_ADAPTER |

    Example: What the kernel is answered
      Given an mlx5 function that takes 1 command at a time and works on each for 1 turn is registered
      And 2 callers have opened the device
      When 2 callers keep sending QUERY_ADAPTER, and the kernel gives QUERY_ADAPTER
      Then the kernel was served while the callers asked
      And the kernel's answer is that of the callers

  @must @mlx5-claimed-command
  Rule: A command that a kernel driver takes over is no longer admitted, also on files that are open

    Example: A file that was open before
      Given a caller with CAP_SYS_RAWIO has opened an mlx5 function
      When the caller sends QUERY_ADAPTER in every scope
      Then every scope admits it
      When a kernel driver takes over QUERY_ADAPTER
      And the caller sends QUERY_ADAPTER in every scope
      Then no scope admits it, and the firmware received no command

    Example: A file that is opened afterwards
      Given a caller with CAP_SYS_RAWIO has opened an mlx5 function
      When a kernel driver takes over QUERY_ADAPTER
      And the caller opens the device
      Then the open succeeds
      When the caller sends QUERY_ADAPTER in every scope
      Then no scope admits it, and the firmware received no command

    Example: Another command
      Given a caller with CAP_SYS_RAWIO has opened an mlx5 function
      When a kernel driver takes over QUERY_ADAPTER
      And the caller sends QUERY_ESW_FUNCTIONS in every scope
      Then every scope admits it

    Example: A command that is under way
      Given an mlx5 function that takes 1 command at a time and works on each for 20 turns is registered
      And the caller has opened the device
      When the caller begins to send QUERY_ADAPTER
      And a kernel driver takes over QUERY_ADAPTER
      Then the call has come back
      And the call succeeds
