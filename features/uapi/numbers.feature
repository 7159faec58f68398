Feature: Ioctl numbers

  The two ioctls of fwctl are published by number. A program built from the
  header must reach the driver, and nothing else may look like one of them.

  Background:
    Given a device is registered
    And the caller has opened the device

  @must @uapi-ioctl-numbers
  Rule: FWCTL_INFO is number 0x9A00 and FWCTL_RPC number 0x9A01

    Example: <call> by its literal number
      Given a well-formed <call> call
      And its ioctl number is <number>
      When the caller makes the call
      Then the call succeeds

      Examples:
        | call       | number |
        | FWCTL_INFO | 0x9A00 |
        | FWCTL_RPC  | 0x9A01 |
