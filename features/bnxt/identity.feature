Feature: What a bnxt device says of itself

  Tools find their device by its type and learn from FWCTL_INFO which commands its
  driver takes.

  Background:
    Given a bnxt function is registered
    And the caller has opened the device

  @must @bnxt-device-type
  Rule: FWCTL_INFO reports the device type of bnxt

    Example: A caller asks
      When the caller asks which commands the driver takes
      Then the call succeeds
      And it is told that the device is a bnxt one

  @must @bnxt-info
  Rule: FWCTL_INFO tells which kinds of commands the driver takes

    Example: Inline commands, queries and sends
      When the caller asks which commands the driver takes
      Then the call succeeds
      And it is told of inline commands, queries and sends, in 4 bytes
