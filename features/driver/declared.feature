Feature: A driver and what its vendor says of it

  Whoever writes a driver describes its security model in a file: which RPCs there
  are, how much trust each of them needs, and what nobody may do. From that file
  any driver can be judged, without knowing its firmware.

  @must @driver-least-scope-of-reads
  Rule: What changes nothing is admitted in its least scope and in every greater one that only reads

    Example: Each RPC of the model that changes nothing
      Given a device with a model is registered
      And the caller has opened the device
      When the caller sends each RPC that changes nothing in its least scope and in every greater one that only reads
      Then all of them are admitted

    Example: The same when others have been admitted and refused
      Given a device with a model is registered
      And the caller has opened the device
      And the caller has sent all that changes nothing in every scope that only reads
      When the caller sends each RPC that changes nothing in its least scope and in every greater one that only reads
      Then all of them are admitted

  @must @driver-least-scope
  Rule: An RPC that writes, or any in a scope that writes, is admitted in its least scope and in every greater one

    Example: Each RPC of the model that writes, and the others in the scopes that write
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      When the caller sends each RPC that writes, and any in the scopes that write, from its least scope on
      Then all of them are admitted

    Example: The same when others have been admitted and have failed
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that writes, and any in the scopes that write, from its least scope on
      Then all of them are admitted

  @must @driver-scope-too-low-for-reads
  Rule: What changes nothing is refused in every scope below its least one that only reads

    Example: Each RPC of the model that changes nothing, in a lesser scope
      Given a device with a model is registered
      And the caller has opened the device
      When the caller sends each RPC that changes nothing in every scope below its least one that only reads
      Then all of them are refused with an errno of the model

    Example: The same when they have been admitted in greater scopes
      Given a device with a model is registered
      And the caller has opened the device
      And the caller has sent all that changes nothing in every scope that only reads
      When the caller sends each RPC that changes nothing in every scope below its least one that only reads
      Then all of them are refused with an errno of the model

    Example: The same through either of two files
      Given a device with a model is registered
      And the caller has opened the device
      And a second caller has opened the device too
      When either caller, beside an RPC of the other that only reads, sends each RPC that changes nothing in every scope below its least one that only reads
      Then all of them are refused with an errno of the model

  @must @driver-scope-too-low
  Rule: An RPC that writes, or any in a scope that writes, is refused in every scope below its least one

    Example: Each RPC of the model that writes, and the others, in a lesser scope
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      When the caller sends each RPC that writes, and any in the scopes that write, below its least scope
      Then all of them are refused with an errno of the model

    Example: The same when they have been admitted in greater scopes
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And the caller has sent all that is declared, from its least scope on
      When the caller sends each RPC that writes, and any in the scopes that write, below its least scope
      Then all of them are refused with an errno of the model

    Example: The same through either of two files
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each RPC that writes, and any in the scopes that write, below its least scope
      Then all of them are refused with an errno of the model

  @must @driver-never-admitted
  Rule: What nobody may do is refused in every scope

    Example: Each forbidden RPC of the model
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      When the caller sends each forbidden RPC in every scope
      Then all of them are refused

    Example: The same when others have been admitted and have failed
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And the caller has sent all that changes nothing in every scope
      When the caller sends each forbidden RPC in every scope
      Then all of them are refused

    Example: The same through either of two files
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each forbidden RPC in every scope
      Then all of them are refused

  @must @driver-info-as-declared
  Rule: FWCTL_INFO tells type and length as the model declares them

    Example: Room for more than there is
      Given a device with a model is registered
      And the caller has opened the device
      When the caller asks for info with room for 4096 bytes
      Then the call succeeds
      And device type and length are those of the model

    Example: Once more behind RPCs, and through two files
      Given a device with a model is registered
      And the caller has opened the device
      And a second caller has opened the device too
      And the caller has sent all that changes nothing in every scope that only reads
      When the caller asks for info with room for 4096 bytes
      Then the call succeeds
      And device type and length are those of the model
      When the caller asks for info with room for 4096 bytes
      Then the call succeeds
      And device type and length are those of the model
      When the second caller asks for info with room for 4096 bytes
      Then the call of the second caller succeeds
      And device type and length for the second caller are those of the model

  @must @driver-truncated-requests
  Rule: A request that is cut short is answered, and so is the whole one after it

    Example: Each declared RPC, cut anywhere
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      When the caller sends each declared RPC cut to every shorter length, and then the whole of it
      Then the whole of each is admitted

    Example: Another request, of another file, behind what was cut
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And a second caller with CAP_SYS_RAWIO has opened the device too
      When the caller sends each declared RPC cut to every shorter length, the second caller the next one, and then the caller the whole of it
      Then the whole of each is admitted

  @must @driver-calls-apart
  Rule: Two calls at a time get each its own answer

    Example: Each declared RPC that changes nothing and needs no scope that writes, beside the next one
      Given a device with a model is registered
      And the caller has opened the device
      And a second caller has opened the device too
      When both callers send RPCs that change nothing at the same time, every pair of neighbours once
      Then each answer is the one that the RPC gets alone

    Example: Each declared RPC that changes nothing, beside what is refused
      Given a device with a model is registered
      And the caller has opened the device
      And a second caller has opened the device too
      When one caller sends what is refused for its scope while the other sends what changes nothing
      Then each answer is the one that the RPC gets alone

  @must @driver-reading-changes-nothing
  Rule: Reading debug data changes nothing

    Example: Each RPC of the model that reads debug data
      Given a device with a model is registered
      And the caller has opened the device
      When the caller sends each RPC that only reads debug data
      Then every other answer is what it was before

  @must @driver-keeps-secrets
  Rule: No answer below full debug holds a secret of the device

    Example: Each declared RPC, in every scope below full debug
      Given a device with a model is registered
      And the caller has opened the device
      When the caller sends each declared RPC in every scope below full debug
      Then no answer holds a secret of the model

    Example: With more room than there need be, and for a part of a request
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      When the caller sends each declared RPC with more room, and cut to every shorter length
      Then no answer holds a secret of the model

    Example: Behind what full debug was told
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And the caller has sent all that changes nothing in every scope
      When the caller sends each declared RPC in every scope below full debug
      Then no answer holds a secret of the model

    Example: Beside what full debug is told, through either of two files
      Given the caller has CAP_SYS_RAWIO
      And a device with a model is registered
      And the caller has opened the device
      And a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each declared RPC in every scope below full debug
      Then no answer holds a secret of the model
