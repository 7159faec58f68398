Feature: A kernel that is locked down

  fwctl is meant for machines on which even root is kept from the kernel. What keeps to
  lockdown by itself goes on there as ever; and lockdown takes no check away.

  Background:
    Given a device is registered

  @must @lockdown-takes-nothing-away
  Rule: What keeps to lockdown goes on when the kernel is locked down

    Example: An RPC in scope "<scope>" under <level>
      Given the kernel is locked down for <level>
      And the caller has CAP_SYS_RAWIO
      And the caller has opened the device
      When the caller sends an RPC in scope "<scope>"
      Then the call succeeds
      And the response is the request as it was sent

      Examples:
        | level           | scope           |
        | integrity       | configuration   |
        | integrity       | debug read only |
        | integrity       | debug write     |
        | confidentiality | configuration   |
        | confidentiality | debug read only |
        | confidentiality | debug write     |

    Example: A file that was open before <level>, of a caller without any capability
      Given the caller has opened the device
      And the kernel is locked down for <level>
      When the caller asks for info with room for 16 bytes
      Then the call succeeds
      And the reported length is 4 bytes
      When the caller sends an RPC in scope "debug read only"
      Then the call succeeds
      When the caller sends an RPC in scope "debug write"
      Then the call succeeds

      Examples:
        | level           |
        | integrity       |
        | confidentiality |

  @must @lockdown-keeps-the-capability
  Rule: Lockdown does not stand in for the capability that full debug needs

    Example: Full debug without CAP_SYS_RAWIO under <level>
      Given the kernel is locked down for <level>
      And the caller has opened the device
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      And the driver received no RPC

      Examples:
        | level           |
        | integrity       |
        | confidentiality |

    Example: A file that was open before <level>
      Given the caller has opened the device
      And the kernel is locked down for <level>
      When the caller sends an RPC in scope "debug write full"
      Then the call fails with EPERM
      And the driver received no RPC

      Examples:
        | level           |
        | integrity       |
        | confidentiality |
