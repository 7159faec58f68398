Feature: What other drivers in the kernel take over of an NVMe controller

  A feature of the vendor may be standardized one day, or a driver may find a use for
  it. It is that driver's then, and no longer to be set behind its back.

  @must @nvme-claimed-command
  Rule: A command or a feature that a kernel driver takes over is no longer admitted, also on files that are open

    Example: A feature, on a file that was open before
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC2 has no effect
      When a kernel driver takes over Set Features for feature 0xC2
      And the caller sends Set Features for feature 0xC2 in every scope
      Then no scope admits it, and the firmware received no command

    Example: A command, on a file that was open before
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When a kernel driver takes over Identify Controller
      And the caller sends Identify Controller in every scope
      Then no scope admits it, and the firmware received no command

    Example: A command, whatever its arguments
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When a kernel driver takes over Identify Controller
      And the caller sends Identify Namespace in every scope
      Then no scope admits it, and the firmware received no command

    Example: A feature, after a reset
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC2 has no effect
      When a kernel driver takes over Set Features for feature 0xC2
      And the controller is reset
      And the caller sends Set Features for feature 0xC2 in every scope
      Then no scope admits it, and the firmware received no command

    Example: A command, after a reset
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When a kernel driver takes over Identify Controller
      And the controller is reset
      And the caller sends Identify Controller in every scope
      Then no scope admits it, and the firmware received no command

    Example: A command of the vendor
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When a kernel driver takes over Read Counters
      And the caller sends Read Counters in every scope
      Then no scope admits it, and the firmware received no command

    Example: A feature, also for a value that is not saved
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC2 has no effect
      When a kernel driver takes over Set Features for feature 0xC2
      And the caller sends Set Features for feature 0xC2 that is not saved in every scope
      Then no scope admits it, and the firmware received no command

    Example: <command>, when two have been taken over
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC2 has no effect
      When a kernel driver takes over Set Features for feature 0xC2
      And a kernel driver takes over Identify Controller
      And the caller sends <command> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: The first, and the second
        | command                       |
        | Set Features for feature 0xC2 |
        | Identify Controller           |

    Example: A command with the number of a feature
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC2 has no effect
      When a kernel driver takes over Set Features for feature 0xC2
      And the caller sends Read Counters in every scope
      Then "debug read only" and every greater scope admit it, and no other does

    Example: The value of a feature
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC2 has no effect
      When a kernel driver takes over Set Features for feature 0xC2
      And the caller sends Get Features for feature 0xC2 in every scope
      Then every scope admits it

    Example: Another command
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When a kernel driver takes over Identify Controller
      And the caller sends Get Features in every scope
      Then every scope admits it

    Example: Another feature
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC2 has no effect
      When a kernel driver takes over Set Features for feature 0xC1
      And the caller sends Set Features for feature 0xC2 in every scope
      Then every scope admits it
