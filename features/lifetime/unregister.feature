Feature: A device that goes away

  Hardware can be unplugged and drivers unloaded at any time. Whoever has a
  file open then keeps the file, but there is nothing behind it any more.

  Background:
    Given a device is registered
    And the caller has opened the device

  @must @lifetime-unplug-enodev
  Rule: A well-formed call on a file whose device is gone fails with ENODEV

    Example: <call> after the device is gone
      Given the device is unregistered
      And a well-formed <call> call
      When the caller makes the call
      Then the call fails with ENODEV
      And no byte of the caller's memory was written

      Examples:
        | call       |
        | FWCTL_INFO |
        | FWCTL_RPC  |

    Example: FWCTL_INFO that wants no device data
      Given the device is unregistered
      And a well-formed FWCTL_INFO call
      And its room for the data is 0 bytes
      When the caller makes the call
      Then the call fails with ENODEV

    Example: An RPC in scope "<scope>" after the device is gone
      Given the device is unregistered
      When the caller sends an RPC in scope "<scope>"
      Then the call fails with ENODEV
      And the kernel is not tainted

      Examples:
        | scope            |
        | debug write      |
        | debug write full |

    Example: Files of two processes
      Given a second caller has opened the device too
      And the device is unregistered
      When the second caller sends an RPC
      Then the call of the second caller fails with ENODEV
      When the caller sends an RPC
      Then the call fails with ENODEV

  @must @lifetime-unregister-does-not-wait-for-files
  Rule: A device can go while files are open

    Example: A file is open that has been used
      When the caller sends an RPC
      Then the call succeeds
      When the device begins to go
      Then the device has gone

    Example: A file is open on which FWCTL_INFO has succeeded, with room for <room>
      When the caller asks for info with room for <room>
      Then the call succeeds
      When the device begins to go
      Then the device has gone

      Examples:
        | room     |
        | 0 bytes  |
        | 64 bytes |

    Example: A file is open, and another has been closed
      Given a second caller has opened the device too
      When the second caller closes the file
      And the device begins to go
      Then the device has gone

    Example: A file is open on which <call> has failed because <fault>
      Given a well-formed <call> call
      And <fault>
      When the caller makes the call
      Then the call fails with <errno>
      When the device begins to go
      Then the device has gone

      Examples: Every place at which the core itself gives up
        | call       | fault                                 | errno      |
        | FWCTL_INFO | its flags are 0x1                     | EOPNOTSUPP |
        | FWCTL_INFO | its device data is in unmapped memory | EFAULT     |
        | FWCTL_RPC  | its request length says 4194304       | EMSGSIZE   |
        | FWCTL_RPC  | its scope is number 9                 | EOPNOTSUPP |
        | FWCTL_RPC  | its scope is "debug write full"       | EPERM      |
        | FWCTL_RPC  | its request is in unmapped memory     | EFAULT     |
        | FWCTL_RPC  | its response is in unmapped memory    | EFAULT     |

    Example: A file is open on which the driver has refused an RPC
      Given the driver refuses every RPC with EIO
      When the caller sends an RPC
      Then the call fails with EIO
      When the device begins to go
      Then the device has gone

    Example: A file is open on which the driver has refused to tell about itself
      Given the driver refuses every info with EIO
      When the caller asks for info with room for 16 bytes
      Then the call fails with EIO
      When the device begins to go
      Then the device has gone

    Example: The driver has refused to open a further file
      Given the driver refuses every open with EBUSY
      When the caller opens the device
      Then the open fails with EBUSY
      When the device begins to go
      Then the device has gone

  @must @lifetime-unregister-waits-for-calls
  Rule: A device has not gone before the calls under way have come back

    Example: A driver that takes its time with <call>
      Given a well-formed <call> call
      When the caller makes the call and the driver takes its time
      And the device begins to go
      Then the device has not gone
      And the driver was not asked to close anything
      When the driver goes on
      Then the call succeeds
      And the device has gone
      And the driver was asked to close user context 1 only, and once

      Examples:
        | call       |
        | FWCTL_INFO |
        | FWCTL_RPC  |

    Example: The call is on the second of two files
      Given the caller has opened the device again
      And a well-formed FWCTL_RPC call
      When the caller makes the call and the driver takes its time
      And the device begins to go
      Then the device has not gone
      And the driver was not asked to close anything
      When the driver goes on
      Then the call succeeds
      And the device has gone

    Example: The file of the call has been closed
      Given a well-formed FWCTL_RPC call
      When the caller makes the call and the driver takes its time
      And the caller closes the file
      And the device begins to go
      Then the device has not gone
      When the driver goes on
      Then the call succeeds
      And the device has gone
      And the driver was asked to close user context 1 only, and once

  @must @lifetime-unregister-closes-contexts
  Rule: A device that goes ends the user context of every open file

    Example: Two files of two processes
      Given a second caller has opened the device too
      When the device is unregistered
      Then the driver was asked to close user contexts 1 and 2, each once

    Example: One of two files was closed before
      Given a second caller has opened the device too
      And the caller has closed the file
      When the device is unregistered
      Then the driver was asked to close user contexts 1 and 2, each once

    Example: A file of another device is open
      Given a second device is registered
      And a second caller has opened the second device
      When the device is unregistered
      Then the driver was asked to close user context 1 only, and once
      And the driver of the second device was asked to close 0 user contexts

  @must @lifetime-no-ops-after-unregister
  Rule: Once a device has gone, its driver is never called again

    Example: Whatever a caller does with its open file
      Given the device is unregistered
      When the caller tries to ask for info, to send an RPC and to close the file
      Then the driver has been asked nothing since the device went

  @must @lifetime-close-after-unregister
  Rule: Closing a file whose device is gone succeeds

    Example: The last file of a device that has gone
      Given the device is unregistered
      When the caller closes the file
      Then the close succeeds

    Example: The first of two files
      Given a second caller has opened the device too
      And the device is unregistered
      When the caller closes the file
      Then the close succeeds

    Example: A file on which a call has failed since
      Given the device is unregistered
      When the caller sends an RPC
      Then the call fails with ENODEV
      When the caller closes the file
      Then the close succeeds

  @must @lifetime-no-open-after-unregister
  Rule: A device that has gone has no node and no class entry

    Example: Opening the path that used to be the node
      Given the device is unregistered
      When the caller opens the device
      Then the open fails with ENOENT or ENXIO or ENODEV
      And there is no class entry
      And there is no node

    Example: No file of it was open
      Given the caller has closed the file
      And the device is unregistered
      When the caller opens the device
      Then the open fails with ENOENT or ENXIO or ENODEV
      And there is no class entry
      And there is no node

    Example: Another device stays where it is
      Given a second device is registered
      And the device is unregistered
      Then there is a class entry "fwctl1" and a node "/dev/fwctl/fwctl1"
      When the caller opens the second device
      Then the open succeeds
      When the caller sends an RPC
      Then the call succeeds
      When the caller asks for info with room for 16 bytes
      Then the call succeeds

  @must @lifetime-replug-is-new
  Rule: A device that comes back is a new device, and old files do not reach it

    Example: The device goes and another comes
      Given the device is unregistered
      And a second device is registered
      When the caller sends an RPC
      Then the call fails with ENODEV
      And the driver of the second device was asked nothing

    Example: Info that is asked for on an old file
      Given the device is unregistered
      And a second device is registered
      When the caller asks for info with room for 16 bytes
      Then the call is refused
      And the driver of the second device was asked nothing

    Example: An old file is closed, and the new device is in use
      Given the device is unregistered
      And a second device is registered
      And a second caller has opened the second device
      When the caller closes the file
      Then the driver of the second device was asked to close 0 user contexts
      When the second caller sends an RPC
      Then the call of the second caller succeeds

  @should @lifetime-number-held-by-files
  Rule: The number of a device that has gone is free only when its last file is closed

    Example: A file of the old device is still open
      Given the device is unregistered
      When a second device appears
      Then the second device is "fwctl1"

    Example: The last file of the old device was closed
      Given the device is unregistered
      And the caller has closed the file
      When a second device appears
      Then the second device is "fwctl0"

    Example: One of two files of the old device was closed
      Given a second caller has opened the device too
      And the device is unregistered
      And the caller has closed the file
      When a second device appears
      Then the second device is "fwctl1"

    Example: Calls on the last file had failed, before the device went and afterwards
      Given a well-formed FWCTL_RPC call
      And its request is in unmapped memory
      When the caller makes the call
      Then the call fails with EFAULT
      When the device is unregistered
      And the caller sends an RPC
      Then the call fails with ENODEV
      When the caller closes the file
      And a second device appears
      Then the second device is "fwctl0"

    Example: Another file was closed before the device went
      Given a second caller has opened the device too
      When the second caller closes the file
      And the device is unregistered
      And the caller closes the file
      And a second device appears
      Then the second device is "fwctl0"

    Example: A device with a greater number is there
      Given a second device is registered
      And the device is unregistered
      And the caller has closed the file
      When a third device appears
      Then the third device is "fwctl0"

    Example: The driver of the old device had refused to open a further file
      Given the driver refuses every open with EBUSY
      When the caller opens the device
      Then the open fails with EBUSY
      When the device is unregistered
      And the caller closes the file
      And a second device appears
      Then the second device is "fwctl0"
