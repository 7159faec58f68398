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
        | 0x12      | "debug write full" |
        | 0x20      | "debug write full" |
        | 0x40      | "debug write full" |
        | 0x82      | "debug write full" |
        | 0xFF      | "debug write full" |

    Example: An operation with the attribute <attribute> behind one that reads
      Given a caller with CAP_SYS_RAWIO has opened a pds function whose second operation has the attribute <attribute>
      When the caller sends command 0x0011 in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples:
        | attribute   | least              |
        | debug write | "debug write"      |
        | 0x20        | "debug write full" |

    Example: The last operation of 100, with the attribute <attribute>
      Given a caller with CAP_SYS_RAWIO has opened a pds function whose last operation of 100 has the attribute <attribute>
      When the caller sends command 0x0073 in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples:
        | attribute   | least           |
        | read        | "configuration" |
        | debug write | "debug write"   |

    Example: A command with the attribute <attribute> at one endpoint that reads at the one before it
      Given a caller with CAP_SYS_RAWIO has opened a pds function that gives command 0x0010 at endpoint 9 the attribute <attribute>
      When the caller sends command 0x0010 to endpoint 9 in every scope
      Then <least> and every greater scope admit it, and no other does
      When the caller sends the operation in every scope
      Then every scope admits it

      Examples:
        | attribute   | least              |
        | debug write | "debug write"      |
        | 0x20        | "debug write full" |

    Example: An operation with the attribute debug write that <moves>
      Given a caller with CAP_SYS_RAWIO has opened a pds function that gives its operation the attribute debug write
      When the caller sends the operation, which <moves>, in every scope
      Then "debug write" and every greater scope admit it, and no other does

      Examples: A payload each way
        | moves           |
        | writes 64 bytes |
        | reads 64 bytes  |

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

    Example: Attribute <attribute> in scope <scope>
      Given a caller with CAP_SYS_RAWIO has opened a pds function that gives its operation the attribute <attribute>
      When the caller sends the operation in scope <scope>
      Then the call fails with EPERM
      And the firmware received no command

      Examples: Up to the scope before the one that it needs
        | attribute   | scope             |
        | debug write | "debug read only" |
        | 0x80        | "debug read only" |
        | 0x80        | "debug write"     |

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

      Examples: Alike in the low bits
        | endpoint |
        | 263      |
        | 65543    |

    Example: Endpoint 8, between two that there are
      Given a caller with CAP_SYS_RAWIO has opened a pds function whose endpoint 9 has command 0x0020
      When the caller sends the operation to endpoint 8
      Then the call fails with EINVAL
      And the firmware received no command

    Example: Endpoint 8 in scope <scope>
      Given a caller with CAP_SYS_RAWIO has opened a pds function
      When the caller sends the operation to endpoint 8 in scope <scope>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: However great the scope
        | scope              |
        | "debug read only"  |
        | "debug write"      |
        | "debug write full" |

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

      Examples: Alike in the low bits
        | command |
        | 0x0110  |
        | 0x8010  |

    Example: A command that another endpoint has
      Given a caller with CAP_SYS_RAWIO has opened a pds function whose endpoint 9 has command 0x0020
      When the caller sends command 0x0020 to endpoint 9
      Then the call succeeds
      When the caller sends command 0x0020 in every scope
      Then no scope admits it, and the firmware received no command
      When the caller sends command 0x0011 to endpoint 9 in every scope
      Then no scope admits it, and the firmware received no command

    Example: An endpoint without operations
      Given a caller with CAP_SYS_RAWIO has opened a pds function whose endpoint 9 has no operations
      When the caller sends command 0x0010 to endpoint 9 in every scope
      Then no scope admits it, and the firmware received no command

  @should @pds-operation-version
  Rule: A version up to the one that the firmware has will do, and no later one

    Example: Version <version> where the firmware has version 2
      Given a caller with CAP_SYS_RAWIO has opened a pds function
      When the caller sends the operation in version <version>
      Then the call succeeds
      And the firmware received the command

      Examples: The same, and earlier ones
        | version |
        | 2       |
        | 1       |
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

    Example: Version 3 in scope <scope>
      Given a caller with CAP_SYS_RAWIO has opened a pds function
      When the caller sends the operation in version 3 and scope <scope>
      Then the call fails with EINVAL
      And the firmware received no command

      Examples: However great the scope
        | scope              |
        | "debug read only"  |
        | "debug write full" |

  @must @pds-operation-sent
  Rule: The firmware receives the operation and the endpoint that the request names

    Example: Version <version> of the operation
      Given a caller with CAP_SYS_RAWIO has opened a pds function
      When the caller sends the operation in version <version>
      Then the call succeeds
      And the firmware received version <version> of command 0x0010 at endpoint 7

      Examples: That of the firmware, and an earlier one
        | version |
        | 2       |
        | 1       |

    Example: An endpoint behind another one
      Given a caller with CAP_SYS_RAWIO has opened a pds function whose endpoint 9 has command 0x0020
      When the caller sends command 0x0020 to endpoint 9
      Then the call succeeds
      And the firmware received version 2 of command 0x0020 at endpoint 9
