Feature: A driver and the firmware behind it

  Part of what a driver owes its users it can only do together with its firmware.
  The model of the device says which requests show whether both do.

  @must @driver-status-in-response
  Rule: What the firmware says of a request comes back in the response, and is no errno

    Example: Each RPC of the model that the firmware does not carry out
      Given a device with a model is registered
      And the caller has opened the device
      When the caller sends each RPC that the firmware does not carry out
      Then each is answered with the status that the model gives

    Example: The same in greater scopes below full debug, and through either of two files
      Given a device with a model is registered
      And the caller has opened the device
      And a second caller has opened the device too
      When either caller sends each RPC that the firmware does not carry out, in every scope below full debug that delivers it
      Then each is answered with the status that the model gives

  @must @driver-nothing-outlives-the-file
  Rule: No RPC allocates in the firmware what outlives the file that it was sent through

    Example: Each RPC of the model that would allocate
      Given a device with a model is registered
      And the caller has opened the device
      And there is a second caller
      And the second caller has CAP_SYS_RAWIO
      When the second caller sends each RPC that allocates, in every scope, and closes its file
      Then none is admitted, or what it has taken is gone

    Example: A second file, one that was refused something, while another one keeps what it has taken
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And there is a second caller
      And the second caller has CAP_SYS_RAWIO
      When the second caller sends each RPC that allocates, in every scope, and closes its file, twice over and when something was refused
      Then none is admitted, or what it has taken is gone

  @must @driver-unknown-needs-full
  Rule: A command that the driver does not know is refused below full debug

    Example: Each such command of the model
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      When the caller sends each command that the driver does not know, in every scope below full debug
      Then all of them are refused

    Example: The same when others have been admitted and have failed
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And the caller has sent all that changes nothing in every scope
      When the caller sends each command that the driver does not know, in every scope below full debug
      Then all of them are refused

    Example: The same through either of two files
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each command that the driver does not know, in every scope below full debug
      Then all of them are refused

  @must @driver-firmware-judges-by-scope
  Rule: Where the firmware judges, it knows the scope and judges by it

    Background:
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device

    Example: Each RPC of the model that the firmware judges, in the scopes that are too low
      When the caller sends each RPC that the firmware judges, in every scope
      Then each is refused in the scopes below its least one

    Example: In scopes that are too low, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that the firmware judges, in every scope
      Then each is refused in the scopes below its least one

    Example: In scopes that are too low, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller sends each RPC that the firmware judges, in every scope
      Then each is refused in the scopes below its least one

    Example: Each RPC of the model that the firmware judges, in the scopes that are enough
      When the caller sends each RPC that the firmware judges, in every scope
      Then each is carried out from its least scope on

  @must @driver-follows-no-pointer
  Rule: All that a request says is in its buffer, and nothing behind an address in it

    Example: Each RPC of the model that changes nothing, with addresses of other memory in it
      Given a device with a model is registered
      And the caller has opened the device
      When the caller sends each RPC that changes nothing with addresses of other memory in it
      Then no answer depends on that memory, and nothing has been written to it

  @must @driver-comes-back
  Rule: A driver does not wait for ever for an answer of its firmware

    Example: Each RPC of the model that the firmware does not answer
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      When the caller sends each RPC that the firmware does not answer
      Then each call comes back in the time that the model gives

    Example: Two callers, one after the other
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And a second caller with CAP_SYS_RAWIO has opened the device too
      When two callers, one after the other, send each RPC that the firmware does not answer
      Then each call comes back in the time that the model gives

  @should @driver-security-model-described
  Rule: The security model of a driver is described

    Example: The model of the device
      Given a device with a model is registered
      Then the model says where its security model is described
