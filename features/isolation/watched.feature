Feature: What a host notices of a device

  Around some devices there is a model of the host that uses them, and it says what it
  notices: other drivers of the kernel, whoever owns its memory, other hosts. What the
  model of the device admits below full debug has to stay unnoticed, and so has what
  it refuses.

  Background:
    Given the caller has CAP_SYS_RAWIO
    And a device with a model is registered
    And the caller has opened the device

  @must @isolation-nothing-beyond-the-device
  Rule: Whatever is admitted below full debug has no effect beyond the device

    Example: Each RPC of the model that needs less than full debug
      When the caller sends each RPC that needs less than full debug
      Then the host has noticed nothing beyond the device

    Example: The same in every scope below full debug
      When the caller sends each RPC that needs less than full debug in every scope below it, and more than once
      Then the host has noticed nothing beyond the device

  @must @isolation-users-apart
  Rule: A user behind fwctl and one in the kernel share the firmware and not their objects

    Example: Each RPC of the model that needs less than full debug
      When the caller sends each RPC that needs less than full debug
      Then no other driver of the kernel misses an object

    Example: The same in every scope below full debug
      When the caller sends each RPC that needs less than full debug in every scope below it, and more than once
      Then no other driver of the kernel misses an object

  @must @isolation-drivers-undisturbed
  Rule: Configuration disturbs no other driver of the kernel, before a reset and behind it

    Example: Each RPC of the model that configures the device, and a reset
      When the caller sends each RPC that configures the device, and the device is reset
      Then no other driver of the kernel is disturbed

  @must @isolation-refused-undone
  Rule: What is refused has not been done

    Example: Each RPC of the model that would get into somebody's way
      When the caller sends each RPC that is disallowed in every scope below full debug, and each that is forbidden in every scope
      Then the host has noticed nothing of those that were refused

    Example: Each RPC of the model that needs a greater scope, and each that it does not admit for another reason
      When the caller sends each RPC that needs a greater scope, that takes something or that nobody knows, in every scope below full debug
      Then the host has noticed nothing of those that were refused
