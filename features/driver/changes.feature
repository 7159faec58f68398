Feature: What a driver's configuration changes, and when

  Configuration becomes live at a reset, or it is such that nobody has to know of it.
  What of that is seen in the answers of the device, the model says.

  Background:
    Given the caller has CAP_SYS_RAWIO
    And a device with a model is registered
    And the caller has opened the device

  @must @driver-change-waits-for-reset
  Rule: A change that becomes live at a reset is not seen before it

    Example: Each RPC of the model whose change waits
      When the caller sends each RPC whose change waits for a reset
      Then the device answers as it did before

    Example: Each of them in every greater scope, and whatever follows but a reset
      Given there is a second caller
      When the caller sends each RPC whose change waits for a reset, in every greater scope and more than once, and then all that changes nothing
      Then the device answers as it did before

  @must @driver-change-live-after-reset
  Rule: A change that becomes live at a reset is there behind it

    Example: Each RPC of the model whose change waits, with a reset behind it
      When the caller sends each RPC whose change waits for a reset, with a reset behind it
      Then the device answers otherwise than before

    Example: Each of them with full debug, when the file has been closed
      When the caller sends each RPC whose change waits for a reset with full debug, and the file is closed and the device reset behind it
      Then the device answers otherwise than before

  @must @driver-run-time-change-transparent
  Rule: A change at run time that is transparent is seen in nothing that drivers and VMs are told

    Example: Each RPC of the model that makes such a change
      When the caller sends each RPC whose change at run time is transparent
      Then what drivers and VMs are told is what it was before

    Example: All of them, in every greater scope and more than once
      Given a second caller has opened the device too
      When the caller sends each RPC whose change at run time is transparent, in every greater scope and more than once
      Then what drivers and VMs are told is what it was before

  @must @driver-serves-after-configuration
  Rule: Whatever is configured, the device goes on to serve its users

    Example: Each RPC of the model that configures the device, before a reset and behind it
      When the caller sends each RPC that configures the device, and then those that change nothing
      Then the device still carries out what changes nothing

    Example: Another caller, who opens the device behind it
      Given there is a second caller
      When the caller sends each RPC that configures the device, and then another caller those that change nothing
      Then the device still carries out what changes nothing
