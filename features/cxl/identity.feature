Feature: What a CXL memory device says of itself

  Tools find their device by its type. All else there is to know they learn from
  the list of features.

  @should @cxl-info
  Rule: FWCTL_INFO reports the device type of CXL, and no more than a reserved word that is zero

    Example: Room for <room>
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller asks for info with room for <room>
      Then the call succeeds
      And it is told that the device is a CXL one, and nothing else

      Examples: For the reserved word and for more
        | room     |
        | 4 bytes  |
        | 32 bytes |
