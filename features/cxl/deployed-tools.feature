Feature: Tools that are in use on CXL memory devices

  A tool knows how long the value of a feature was when it was written, and asks for
  that much. Another release of the firmware may have more to say of the feature, and
  has to say that behind what it said before.

  @should @cxl-tools-keep-working
  Rule: What tools in use read of a feature is told alike by every release of the firmware

    Example: A tool that reads the feature, on the <release> release
      Given a CXL memory device that runs the <release> release of its firmware is registered
      And the caller has opened the device
      When the caller reads 4 bytes of the feature from byte 0 on
      Then the call succeeds
      And the answer holds 4 bytes of the feature's data from byte 0 on

      Examples:
        | release |
        | earlier |
        | usual   |
        | later   |
