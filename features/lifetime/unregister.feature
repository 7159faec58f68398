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

    Example: A debug write after the device is gone
      Given the device is unregistered
      When the caller sends an RPC in scope "debug write"
      Then the call fails with ENODEV
      And the kernel is not tainted

  @must @lifetime-unregister-does-not-wait-for-files
  Rule: A device can go while files are open

    Example: A file is open that has been used
      When the caller sends an RPC
      Then the call succeeds
      When the device begins to go
      Then the device has gone

    Example: A file is open on which a call has failed because <fault>
      Given a well-formed FWCTL_RPC call
      And <fault>
      When the caller makes the call
      Then the call fails with <errno>
      When the device begins to go
      Then the device has gone

      Examples: Every place at which the core itself gives up
        | fault                               | errno      |
        | its request length says 4194304     | EMSGSIZE   |
        | its scope is number 9               | EOPNOTSUPP |
        | its request is in unmapped memory   | EFAULT     |
        | its response is in unmapped memory  | EFAULT     |

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

    Example: A driver that takes its time
      Given a well-formed FWCTL_RPC call
      When the caller makes the call and the driver takes its time
      And the device begins to go
      Then the device has not gone
      And the driver was not asked to close anything
      When the driver goes on
      Then the call succeeds
      And the device has gone
      And the driver was asked to close user context 1 only, and once

  @must @lifetime-unregister-closes-contexts
  Rule: A device that goes ends the user context of every open file

    Example: Two files of two processes
      Given a second caller has opened the device too
      When the device is unregistered
      Then the driver was asked to close 2 user contexts

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

  @must @lifetime-no-open-after-unregister
  Rule: A device that has gone has no node and no class entry

    Example: Opening the path that used to be the node
      Given the device is unregistered
      When the caller opens the device
      Then the open fails with ENOENT or ENXIO or ENODEV
      And there is no class entry
      And there is no node

  @must @lifetime-replug-is-new
  Rule: A device that comes back is a new device, and old files do not reach it

    Example: The device goes and another comes
      Given the device is unregistered
      And a second device is registered
      When the caller sends an RPC
      Then the call fails with ENODEV
      And the driver of the second device was asked nothing

    Example: What another device tells of itself
      Given the device is unregistered
      And a second device is registered
      When the caller asks for info with room for 16 bytes
      Then the call is refused
      And the driver of the second device was asked nothing

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

    Example: The driver of the old device had refused to open a further file
      Given the driver refuses every open with EBUSY
      When the caller opens the device
      Then the open fails with EBUSY
      When the device is unregistered
      And the caller closes the file
      And a second device appears
      Then the second device is "fwctl0"
