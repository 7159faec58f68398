Feature: A device stays within its own affairs

  Other drivers of the kernel, other subsystems, other devices and other hosts rely
  on what they have set up. The model of the device says which requests would get
  into their way; below full debug nobody may send them.

  Background:
    Given the caller has CAP_SYS_RAWIO
    And a device with a model is registered
    And the caller has opened the device

  @must @isolation-no-kernel-objects
  Rule: No RPC below full debug touches what another kernel driver has made

    Example: Each such RPC, in every scope below full debug
      When the caller sends each RPC that would touch objects of another kernel driver, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would touch objects of another kernel driver, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each RPC that would touch objects of another kernel driver, in every scope below full debug
      Then all of them are refused

  @must @isolation-no-driver-control
  Rule: No RPC below full debug controls another kernel driver

    Example: Each such RPC, in every scope below full debug
      When the caller sends each RPC that would control another kernel driver, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would control another kernel driver, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each RPC that would control another kernel driver, in every scope below full debug
      Then all of them are refused

  @must @isolation-no-data-plane
  Rule: No RPC below full debug does the work of another subsystem

    Example: Each such RPC, in every scope below full debug
      When the caller sends each RPC that would do the work of another subsystem, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would do the work of another subsystem, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each RPC that would do the work of another subsystem, in every scope below full debug
      Then all of them are refused

  @must @isolation-only-this-device
  Rule: No RPC below full debug changes another device

    Example: Each such RPC, in every scope below full debug
      When the caller sends each RPC that would change another device, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would change another device, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each RPC that would change another device, in every scope below full debug
      Then all of them are refused

  @must @isolation-no-other-hosts
  Rule: No RPC below full debug harms another host

    Example: Each such RPC, in every scope below full debug
      When the caller sends each RPC that would harm another host, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, when others have been admitted and have failed
      Given the caller has sent all that changes nothing in every scope
      When the caller sends each RPC that would harm another host, in every scope below full debug
      Then all of them are refused

    Example: Each such RPC, through either of two files
      Given a second caller with CAP_SYS_RAWIO has opened the device too
      When either caller, beside an RPC of the other with full debug, sends each RPC that would harm another host, in every scope below full debug
      Then all of them are refused
