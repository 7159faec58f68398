Feature: A function, its children, and nobody else's

  One device may have a privileged function, functions of hypervisors with children
  below them, and functions that VMs have. The model says which of these the node
  stands for; what lies beyond it is refused by the driver or by the firmware.

  Background:
    Given the caller has CAP_SYS_RAWIO
    And a device with a model is registered
    And the caller has opened the device

  @must @function-own-and-children-only
  Rule: A function reaches no function but itself and its children

    Example: Each RPC that would reach another one, in every scope below full debug
      When the caller sends each RPC that would reach a foreign function, in every scope below full debug
      Then the driver or the firmware refuses all of them
      And no answer of the function about itself is a refusal

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would reach a foreign function, in every scope below full debug
      Then the driver or the firmware refuses all of them

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller sends each RPC that would reach a foreign function, in every scope below full debug
      Then the driver or the firmware refuses all of them

  @must @function-global-state-is-privileged
  Rule: Only a privileged function changes the state of the whole device

    Example: Each RPC that would change it, in every scope below full debug
      When the caller sends each RPC that would change the whole device, in every scope below full debug
      Then the driver or the firmware refuses all of them
      And no answer of the function about itself is a refusal

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would change the whole device, in every scope below full debug
      Then the driver or the firmware refuses all of them

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller sends each RPC that would change the whole device, in every scope below full debug
      Then the driver or the firmware refuses all of them

  @must @function-children-reached
  Rule: A function reaches its children

    Example: Each RPC that does, in its least scope
      When the caller sends each RPC that reaches a child of the function
      Then neither the driver nor the firmware refuses any of them

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller sends each RPC that reaches a child of the function, and the second one what changes something
      Then neither the driver nor the firmware refuses any of them
