Feature: Operations that a pds device has, and the scope that they need

  The firmware lists its endpoints, and the operations of each with an attribute that
  says what they do. From that the driver knows the least scope.

  @must @pds-scope-from-firmware
  Rule: The least scope of an operation follows from the attribute that the firmware gives it

    Example: Attribute <attribute>
      Given a caller with CAP_SYS_RAWIO has opened a pds function that gives its operation the attribute <attribute>
      When the caller sends the operation in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples: Read, write and synchronise
        | attribute | least           |
        | read      | "configuration" |
        | write     | "configuration" |
        | sync      | "configuration" |

      Examples: Debug
        | attribute   | least             |
        | debug read  | "debug read only" |
        | debug write | "debug write"     |

      Examples: What the driver does not know
        | attribute | least              |
        | 0x01      | "debug write full" |
        | 0x0C      | "debug write full" |
        | 0x20      | "debug write full" |
        | 0xFF      | "debug write full" |

    Example: An operation with the attribute <attribute> behind one that reads
      Given a caller with CAP_SYS_RAWIO has opened a pds function whose second operation has the attribute <attribute>
      When the caller sends command 0x0011 in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples:
        | attribute   | least              |
        | debug write | "debug write"      |
        | 0x20        | "debug write full" |

  @must @pds-scope-too-low
  Rule: An operation in too low a scope fails with EPERM and is not sent

    Example: Attribute <attribute> in scope "configuration"
      Given a caller with CAP_SYS_RAWIO has opened a pds function that gives its operation the attribute <attribute>
      When the caller sends the operation
      Then the call fails with EPERM
      And the firmware received no command

      Examples: Debug, and unknown
        | attribute   |
        | debug read  |
        | debug write |
        | 0x80        |

  @must @pds-endpoint-known
  Rule: An operation of an endpoint that the firmware does not list fails with EINVAL and is not sent

    Example: Endpoint <endpoint>
      Given a caller with CAP_SYS_RAWIO has opened a pds function
      When the caller sends the operation to endpoint <endpoint>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Beside the one that there is, and far away
        | endpoint   |
        | 0          |
        | 8          |
        | 4294967295 |

  @must @pds-operation-known
  Rule: An operation that the firmware does not list for the endpoint is refused in every scope

    Example: Command <command>
      Given a caller with CAP_SYS_RAWIO has opened a pds function
      When the caller sends command <command> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: None of the two
        | command |
        | 0x0000  |
        | 0x0012  |
        | 0xFFFF  |

    Example: A command that another endpoint has
      Given a caller with CAP_SYS_RAWIO has opened a pds function whose endpoint 9 has command 0x0020
      When the caller sends command 0x0020 to endpoint 9
      Then the call succeeds
      When the caller sends command 0x0020 in every scope
      Then no scope admits it, and the firmware received no command

  @should @pds-operation-version
  Rule: A version up to the one that the firmware has will do, and no later one

    Example: Version <version> where the firmware has version 2
      Given a caller with CAP_SYS_RAWIO has opened a pds function
      When the caller sends the operation in version <version>
      Then the call succeeds
      And the firmware received the command

      Examples: The same, and an earlier one
        | version |
        | 2       |
        | 0       |

    Example: Version <version>, which the firmware does not have
      Given a caller with CAP_SYS_RAWIO has opened a pds function
      When the caller sends the operation in version <version>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: Later ones
        | version |
        | 3       |
        | 255     |
