Feature: What a locked-down kernel forbids, a device does not do for its callers

  A locked-down kernel keeps user space from its memory, from running code that
  nobody has vouched for, and from stopping the system. A device that did these
  things on request would be a way round the lock. So nobody may ask for them
  below full debug, and the vendor's model says which requests would do them.

  Background:
    Given the caller has CAP_SYS_RAWIO
    And a device with a model is registered
    And the caller has opened the device

  @must @lockdown-no-host-memory
  Rule: No RPC below full debug makes the device read or write memory of the host

    Example: Each such RPC, in every scope below full debug
      When the caller sends each RPC that would read or write memory of the host, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would read or write memory of the host, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each RPC that would read or write memory of the host, in every scope below full debug
      Then all of them are refused

  @must @lockdown-no-hang
  Rule: No RPC below full debug hangs the device or the system

    Example: Each such RPC, in every scope below full debug
      When the caller sends each RPC that would hang the device or the system, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would hang the device or the system, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each RPC that would hang the device or the system, in every scope below full debug
      Then all of them are refused

  @must @lockdown-no-untrusted-code
  Rule: No RPC below full debug brings untrusted code into the device

    Example: Each such RPC, in every scope below full debug
      When the caller sends each RPC that would bring untrusted code into the device, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would bring untrusted code into the device, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each RPC that would bring untrusted code into the device, in every scope below full debug
      Then all of them are refused
