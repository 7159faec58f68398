Feature: What somebody holds in the firmware

  Users behind fwctl and drivers of the kernel share one firmware. Where it keeps
  something for one of them, the model of the device says what only the holder may
  do with it, and how anybody else is refused.

  Background:
    Given the caller has CAP_SYS_RAWIO
    And a device with a model is registered
    And the caller has opened the device
    And there is a second caller
    And the second caller has CAP_SYS_RAWIO

  @must @isolation-objects-of-users
  Rule: A kernel driver gets at nothing that a user behind fwctl holds

    Example: Each request that only the holder may make, by a kernel driver
      Given a kernel driver beside fwctl uses the same firmware
      When the second caller takes something of the firmware, and a kernel driver asks for all that only its holder may do
      Then whoever does not hold it is refused
      And what was taken is still there
      And its holder is served

    Example: A kernel driver that holds something of the kind itself
      Given a kernel driver beside fwctl uses the same firmware
      When the second caller takes something of the firmware, and a kernel driver that holds something itself asks for all that only its holder may do
      Then whoever does not hold it is refused
      And what was taken is still there
      And its holder is served

  @must @isolation-objects-of-files
  Rule: A user behind fwctl gets at nothing that another one holds

    Example: Each request that only the holder may make, through another file
      When the second caller takes something of the firmware, and the caller asks for all that only its holder may do, in every scope below full debug
      Then whoever does not hold it is refused
      And what was taken is still there
      And its holder is served

    Example: A later file, which holds something of the kind itself
      When the second caller takes something of the firmware, and the caller, through a later file that holds something itself, asks for all that only its holder may do
      Then whoever does not hold it is refused
      And what was taken is still there
      And its holder is served

  @must @isolation-objects-of-kernel
  Rule: A user behind fwctl gets at nothing that a kernel driver holds

    Example: Each request that only the holder may make, through a file that holds something of the kind itself
      Given a kernel driver beside fwctl uses the same firmware
      When a kernel driver takes something of the firmware, and the caller asks for all that only its holder may do, in every scope below full debug
      Then whoever does not hold it is refused
      And what was taken is still there
      And its holder is served
