Feature: Class entries and device nodes

  A device shows itself below /sys/class/fwctl and as a character device below
  /dev/fwctl, with a simple number, and with a link that tells which hardware
  it controls.

  @must @discovery-class-and-node
  Rule: Every device has a class entry and a character device of the same name

    Example: One device
      Given a device is registered
      Then there is a class entry "fwctl0" and a node "/dev/fwctl/fwctl0"
      And both carry the same device number

    Example: Two devices
      Given a device is registered
      And a second device is registered
      Then every class entry has a node of the same name and device number
      And no two class entries carry the same device number
      And no two nodes carry the same device number

    Example: No device
      Then there is no class entry
      And there is no node

  @should @discovery-numbering
  Rule: Devices are numbered simply, the lowest free number first

    Example: Three devices in a row
      Given a device is registered
      And a second device is registered
      And a third device is registered
      Then the device is "fwctl0"
      And the second device is "fwctl1"
      And the third device is "fwctl2"

  @must @discovery-parent-link
  Rule: The class entry links to the device that is controlled

    Example: Two devices of one kind
      Given a device is registered
      And a second device is registered
      Then every class entry links to a parent device
      And no two class entries link to the same parent

  @should @discovery-device-limit
  Rule: There is room for 4096 devices

    Example: The last number, and one more device
      Given 4096 devices are registered
      When one more device appears
      Then there are 4096 class entries
      And the last node is "/dev/fwctl/fwctl4095"
