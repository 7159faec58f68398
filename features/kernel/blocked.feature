Feature: What the kernel blocks or amends

  Where a device lets user space do more than it should, the kernel can refuse a
  command, a release of the firmware or a device, until the firmware is mended, or
  amend a command on its way. A kernel without such lists has nothing that could be
  judged here.

  Background:
    Given a device is registered
    And the caller has CAP_SYS_RAWIO
    And the caller has opened the device

  @must @kernel-blocks-command
  Rule: A command that is blocked is refused in every scope, and the driver does not see it

    Example: A request that is longer than what is listed
      Given the kernel blocks RPCs of the device that begin with 8 bytes of the sample
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope refuses it
      And the driver received no RPC

    Example: A request that is as long as what is listed
      Given the kernel blocks RPCs of the device that begin with 8 bytes of the sample
      When the caller sends the sample, 8 bytes long, in every scope
      Then every scope refuses it
      And the driver received no RPC

    Example: A request that differs in byte <byte> of those that are listed
      Given the kernel blocks RPCs of the device that begin with 8 bytes of the sample
      When the caller sends the sample, 32 bytes long and changed in byte <byte>, in every scope
      Then every scope lets it through
      And the driver received 4 RPCs

      Examples:
        | byte |
        | 0    |
        | 3    |
        | 7    |

    Example: A further device of the type
      Given the kernel blocks RPCs of the device that begin with 8 bytes of the sample
      And a second device is registered
      And the caller has opened the second device
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope refuses it
      And the driver of the second device was asked nothing

    Example: A request that ends before
      Given the kernel blocks RPCs of the device that begin with 8 bytes of the sample
      When the caller sends the sample, 7 bytes long, in every scope
      Then every scope lets it through
      And the driver received 4 RPCs

    Example: The same request to a device of another type
      Given the kernel blocks RPCs of type 98 that begin with 8 bytes of the sample
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope lets it through
      And the driver received 4 RPCs

    Example: Something else is blocked, too, before it
      Given the kernel blocks RPCs of type 98 that begin with 8 bytes of the sample
      And the kernel blocks RPCs of the device that begin with 8 bytes of the sample
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope refuses it
      And the driver received no RPC

    Example: Something else is blocked, too, behind it
      Given the kernel blocks RPCs of the device that begin with 8 bytes of the sample
      And the kernel blocks RPCs of type 98 that begin with 8 bytes of the sample
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope refuses it
      And the driver received no RPC

  @must @kernel-blocks-device
  Rule: A device that is blocked is out of reach, also by files that are open

    Example: A file that was open before
      Given the kernel blocks the device
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope refuses it
      And the driver received no RPC

    Example: Opening it
      Given the kernel blocks the device
      When the caller opens the device
      Then the open is refused
      And the driver was not asked to open again

    Example: Whatever a caller does with a file that was open before
      Given the kernel blocks the device
      When the caller tries to ask for info, to send an RPC and to close the file
      Then the driver was asked nothing

    Example: Another device of the same type
      Given a second device is registered
      And the kernel blocks the second device
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope lets it through
      And the driver received 4 RPCs

  @must @kernel-blocks-firmware
  Rule: A device is out of reach while it runs a release of its firmware that is blocked

    Example: It runs that release when the entry comes
      Given the kernel blocks the usual release of the firmware
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope refuses it
      And the driver received no RPC

    Example: Its firmware is changed to that release while a file is open
      Given the kernel blocks the earlier release of the firmware
      When the caller sends an RPC
      Then the call succeeds
      When the device runs the earlier release of its firmware
      And the caller sends the sample, 32 bytes long, in every scope
      Then every scope refuses it
      And the driver received 1 RPC

    Example: A device that appears later
      Given the kernel blocks the usual release of the firmware
      When a second device appears
      Then user space cannot open the second device

    Example: Whatever a caller does with an open file when its firmware has been changed
      Given the kernel blocks the earlier release of the firmware
      When the device runs the earlier release of its firmware
      And the caller tries to ask for info, to send an RPC and to close the file
      Then the driver was asked nothing

    Example: Another release is blocked, too, before it
      Given the kernel blocks the later release of the firmware
      And the kernel blocks the usual release of the firmware
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope refuses it
      And the driver received no RPC

    Example: It runs another release
      Given the kernel blocks the later release of the firmware
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope lets it through
      And the driver received 4 RPCs

  @must @kernel-block-ends-with-a-fix
  Rule: What is blocked for a release of the firmware is admitted again by one that is not

    Example: A command
      Given the kernel blocks RPCs of the device that begin with 8 bytes of the sample, in the usual release of its firmware
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope refuses it
      When the device runs the later release of its firmware
      And the caller sends the sample, 32 bytes long, in every scope
      Then every scope lets it through

    Example: All of the device
      Given the kernel blocks the usual release of the firmware
      When the device runs the later release of its firmware
      And the caller opens the device
      Then the open succeeds
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope lets it through

  @must @kernel-amends-command
  Rule: A command that is amended reaches the driver with these bytes changed and no others

    Example: A request in every scope, through a file that was open before
      Given the kernel amends 4 bytes from byte 20 on of RPCs of the device that begin with 8 bytes of the sample
      When the caller sends the sample, 32 bytes long, in every scope
      Then every scope lets it through
      And the driver received the sample 4 times, 32 bytes long, amended from byte 20 to byte 23

    Example: The first byte is amended
      Given the kernel amends 1 byte from byte 0 on of RPCs of the device that begin with 8 bytes of the sample
      When the caller sends the sample, 32 bytes long, in every scope
      Then the driver received the sample 4 times, 32 bytes long, amended from byte 0 to byte 0

    Example: Bytes that the entry goes by are amended, too
      Given the kernel amends 2 bytes from byte 7 on of RPCs of the device that begin with 8 bytes of the sample
      When the caller sends the sample, 32 bytes long, in every scope
      Then the driver received the sample 4 times, 32 bytes long, amended from byte 7 to byte 8

    Example: Two entries for one command
      Given the kernel amends 2 bytes from byte 10 on of RPCs of the device that begin with 8 bytes of the sample
      And the kernel amends 3 bytes from byte 12 on of RPCs of the device that begin with 4 bytes of the sample
      When the caller sends the sample, 32 bytes long, in every scope
      Then the driver received the sample 4 times, 32 bytes long, amended from byte 10 to byte 14

    Example: A request that begins otherwise
      Given the kernel amends 4 bytes from byte 20 on of RPCs of the device that begin with 8 bytes of the sample
      When the caller sends the sample, 7 bytes long, in every scope
      Then the driver received the sample 4 times, 7 bytes long, as it was sent

    Example: The same request to a device of another type
      Given the kernel amends 4 bytes from byte 20 on of RPCs of type 98 that begin with 8 bytes of the sample
      When the caller sends the sample, 32 bytes long, in every scope
      Then the driver received the sample 4 times, 32 bytes long, as it was sent

    Example: A release of the firmware that is mended
      Given the kernel amends 4 bytes from byte 20 on of RPCs of the device that begin with 8 bytes of the sample, in the usual release of its firmware
      When the device runs the later release of its firmware
      And the caller sends the sample, 32 bytes long, in every scope
      Then the driver received the sample 4 times, 32 bytes long, as it was sent
