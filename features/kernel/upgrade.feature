Feature: The next release of the kernel

  Structures grow at their end. Programs that were built before do not know the new
  end, and programs that were built afterwards may meet an older kernel.

  @should @kernel-next-release
  Rule: What callers of this release send is answered alike by the next

    Example: <call> with a structure of today
      Given the next release of the kernel runs
      And a device is registered
      And the caller has opened the device
      And a well-formed <call> call
      When the caller makes the call
      Then the call succeeds
      And nothing was written behind the structure

      Examples:
        | call       |
        | FWCTL_INFO |
        | FWCTL_RPC  |

    Example: What FWCTL_INFO tells
      Given the next release of the kernel runs
      And a device is registered
      And the caller has opened the device
      When the caller asks for info with room for 64 bytes
      Then the call succeeds
      And the reported device type is 99
      And the reported length is 4 bytes

    Example: What comes back for a request in scope "<scope>"
      Given the next release of the kernel runs
      And a device is registered
      And the caller has opened the device
      When the caller sends an RPC in scope "<scope>"
      Then the call succeeds
      And the response is the request as it was sent

      Examples:
        | scope           |
        | configuration   |
        | debug read only |
        | debug write     |

    Example: <call> with a structure that has grown, all zero behind what is known today
      Given the next release of the kernel runs
      And a device is registered
      And the caller has opened the device
      And a well-formed <call> call
      And its structure is <by> longer, all zero
      When the caller makes the call
      Then the call succeeds

      Examples: As far as the next release knows it, and beyond
        | call       | by       |
        | FWCTL_INFO | 8 bytes  |
        | FWCTL_RPC  | 8 bytes  |
        | FWCTL_INFO | 64 bytes |
        | FWCTL_RPC  | 64 bytes |
