Feature: Tools that are in use on a device

  The model of a device says what tools in use send, and which bytes of the answer they
  look at. It says so once: another release of the firmware, or another driver, may tell
  more, and has to tell that as well.

  @should @driver-tools-served
  Rule: What tools in use send is answered as they know it

    Example: Each tool of the model
      Given a device with a model is registered
      And the caller has opened the device
      When the caller sends what each tool in use sends
      Then each tool gets the answer that it knows

    Example: Two users of each tool, in turn
      Given a device with a model is registered
      And the caller has opened the device
      And a second caller has opened the device too
      When two callers, each twice, send what each tool in use sends
      Then each tool gets the answer that it knows

  @should @driver-tools-keep-working
  Rule: What tools in use send is answered alike by other releases of the firmware

    Example: Each tool of the model, on the <release> release
      Given a device with a model that runs the <release> release of its firmware is registered
      And the caller has opened the device
      When the caller sends what each tool in use sends
      Then each tool gets the answer that it knows

      Examples:
        | release |
        | earlier |
        | later   |
