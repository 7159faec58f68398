Feature: A driver whose module is removed

  Open files belong to the core, so that they do not keep the module of a driver
  where it is. A driver that is not a module has nothing that could be judged here.

  Background:
    Given a device is registered
    And the caller has opened the device

  @must @kernel-module-goes
  Rule: The module of a driver can be removed while files of its devices are open

    Example: Files of two devices, opened by two processes
      Given a second device is registered
      And a second caller has opened the second device
      When the module of the driver is removed
      Then the removal succeeds
      And the driver was asked to close 1 user context
      And the driver of the second device was asked to close 1 user context

    Example: What is sent on an open file afterwards
      When the module of the driver is removed
      Then the removal succeeds
      When the caller sends an RPC
      Then the call is refused
      When the caller asks for info with room for 16 bytes
      Then the call is refused
      And the driver was asked nothing

    Example: No file is open any more
      Given the caller has closed the file
      When the module of the driver is removed
      Then the removal succeeds
      And the driver was asked to close 1 user context
