Feature: What a pds device says of itself

  Tools find their device by its type and learn from FWCTL_INFO what its firmware
  can do.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened a pds function

  @must @pds-device-type
  Rule: FWCTL_INFO reports the device type of pds

    Example: A caller asks
      When the caller asks what the firmware can do
      Then the call succeeds
      And it is told that the device is a pds one

  @should @pds-info
  Rule: FWCTL_INFO tells what the firmware can do

    Example: Queries and commands
      When the caller asks what the firmware can do
      Then the call succeeds
      And it is told what the firmware can do, in 4 bytes
