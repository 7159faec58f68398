Feature: A firmware user context for each open file

  To the firmware, whoever opens an mlx5 function is a user context: a uid, and
  the capabilities that it may use. The driver makes one for each open file and
  asks for no more than its purpose needs.

  @must @mlx5-uctx-per-open
  Rule: Each open makes a firmware user context of its own

    Example: A first file
      Given an mlx5 function is registered
      When the caller opens the device
      Then the open succeeds
      And the firmware received CREATE_UCTX once
      And the firmware holds 1 user context

    Example: A second file beside the first
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller opens the device
      Then the open succeeds
      And the firmware received CREATE_UCTX twice
      And the firmware holds 2 user contexts

    Example: A file opened after another was closed
      Given an mlx5 function is registered
      And the caller has opened the device
      And the caller has closed the file
      When the caller opens the device
      Then the open succeeds
      And the firmware received CREATE_UCTX twice

    Example: Three files at a time
      Given an mlx5 function is registered
      And the caller has opened the device
      And a second caller has opened the device
      When the caller opens the device
      Then the open succeeds
      And the firmware holds 3 user contexts

  @must @mlx5-uctx-destroyed
  Rule: Closing the file destroys its user context, once

    Example: A file is closed
      Given an mlx5 function is registered
      And the caller has opened the device
      And the firmware holds 1 user context
      When the caller closes the file
      Then the firmware received DESTROY_UCTX for that user context, once
      And the firmware holds 0 user contexts

    Example: The second of two files is closed
      Given an mlx5 function is registered
      And the caller has opened the device
      And a second caller has opened the device
      And the firmware holds 2 user contexts
      When the second caller closes the file
      Then the firmware received DESTROY_UCTX for that user context, once
      And the firmware holds 1 user context

    Example: The first of two files is closed
      Given an mlx5 function is registered
      And the caller has opened the device
      And the firmware holds 1 user context
      And a second caller has opened the device
      When the caller closes the file
      Then the firmware received DESTROY_UCTX for that user context, once
      And the firmware holds 1 user context

    Example: One file after the other
      Given an mlx5 function is registered
      And the caller has opened the device
      And the caller has closed the file
      And the caller has opened the device
      And the firmware holds 1 user context
      When the caller closes the file
      Then the firmware received DESTROY_UCTX twice
      And the firmware holds 0 user contexts

    Example: A file whose command got lost
      Given an mlx5 function is registered
      And the caller has opened the device
      And the firmware holds 1 user context
      And the next command to the firmware will get lost with ENXIO
      When the caller sends QUERY_ADAPTER
      Then the call fails with ENXIO
      When the caller closes the file
      Then the firmware received DESTROY_UCTX for that user context, once
      And the firmware holds 0 user contexts

    Example: A file whose command the firmware refused
      Given an mlx5 function is registered
      And the caller has opened the device
      And the firmware holds 1 user context
      And the firmware will answer the next command with status BAD_RES_STATE and syndrome 0x0
      When the caller sends QUERY_ADAPTER
      Then the firmware refuses the command
      When the caller closes the file
      Then the firmware received DESTROY_UCTX for that user context, once
      And the firmware holds 0 user contexts

    Example: The firmware answers <status> to it
      Given an mlx5 function is registered
      And the caller has opened the device
      And the firmware holds 1 user context
      And the firmware will answer the next command with status <status> and syndrome 0x0
      When the caller closes the file
      Then the close succeeds
      And the firmware received DESTROY_UCTX for that user context, once

      Examples: For now, and for good
        | status    |
        | RES_BUSY  |
        | NOT_READY |
        | BAD_RES   |
        | INT_ERR   |

    Example: A file opened and closed after the firmware answered BAD_RES to one
      Given an mlx5 function is registered
      And the caller has opened the device
      And the firmware will answer the next command with status BAD_RES and syndrome 0x0
      And the caller has closed the file
      When the caller opens the device
      Then the open succeeds
      When the caller closes the file
      Then the close succeeds
      And the firmware received DESTROY_UCTX twice

  @must @mlx5-caps-requested
  Rule: A user context is asked for with the tools capability where it is offered, and with no other

    Example: The function offers <offered>
      Given an mlx5 function whose user contexts may ask for <offered> is registered
      When the caller opens the device
      Then the open succeeds
      And the user context was asked for with <requested>

      Examples: The tools capability is offered
        | offered                                                  | requested       |
        | TOOLS_RESOURCES                                          | TOOLS_RESOURCES |
        | RAW_TX and INTERNAL_DEVICE_RESOURCES and TOOLS_RESOURCES | TOOLS_RESOURCES |
        | every capability                                         | TOOLS_RESOURCES |

      Examples: It is not, and the file is opened all the same
        | offered                              | requested     |
        | RAW_TX                               | no capability |
        | every capability but TOOLS_RESOURCES | no capability |

    Example: Two files at a time, when the function offers <offered>
      Given an mlx5 function whose user contexts may ask for <offered> is registered
      And the caller has opened the device
      When the caller opens the device
      Then the open succeeds
      And each user context was asked for with <requested>

      Examples: The second asks for what the first asked for
        | offered                              | requested       |
        | every capability                     | TOOLS_RESOURCES |
        | every capability but TOOLS_RESOURCES | no capability   |

  @must @mlx5-open-errno
  Rule: An open fails when the firmware makes no user context for it, with an errno that tells why

    Example: The firmware answers <status>
      Given an mlx5 function is registered
      And the firmware will answer the next command with status <status> and syndrome 0x0
      When the caller opens the device
      Then the open fails with <errno>
      And the firmware holds 0 user contexts

      Examples: The command was wrong
        | status             | errno  |
        | BAD_OP             | EINVAL |
        | BAD_PARAM          | EINVAL |
        | BAD_RES            | EINVAL |
        | BAD_RES_STATE      | EINVAL |
        | IX                 | EINVAL |
        | BAD_QP_STATE       | EINVAL |
        | BAD_PKT            | EINVAL |
        | BAD_SIZE_OUTS_CQES | EINVAL |

      Examples: The firmware could not at this time
        | status    | errno  |
        | RES_BUSY  | EBUSY  |
        | NOT_READY | EAGAIN |
        | NO_RES    | EAGAIN |
        | LIM_ERR   | ENOMEM |

      Examples: Something is out of order
        | status        | errno |
        | INT_ERR       | EIO   |
        | BAD_SYS_STATE | EIO   |
        | BAD_INP_LEN   | EIO   |
        | BAD_OUTP_LEN  | EIO   |

    Example: The firmware answers with a status that is not published
      Given an mlx5 function is registered
      And the firmware will answer the next command with status 0x77, which is not published
      When the caller opens the device
      Then the open fails with EIO
      And the firmware holds 0 user contexts

    Example: The command gets lost with <lost>
      Given an mlx5 function is registered
      And the next command to the firmware will get lost with <lost>
      When the caller opens the device
      Then the open fails with <errno>
      And the firmware holds 0 user contexts

      Examples: The function cannot be reached
        | lost      | errno     |
        | ENOLINK   | ENOLINK   |
        | ENXIO     | ENXIO     |
        | ETIMEDOUT | ETIMEDOUT |
        | ECANCELED | ECANCELED |

      Examples: The delivery failed
        | lost   | errno  |
        | EBADR  | EBADR  |
        | EFAULT | EFAULT |
        | ENOMSG | ENOMSG |
        | EINVAL | EINVAL |
        | EIO    | EIO    |

      Examples: The errno that would say that the firmware itself failed
        | lost      | errno |
        | EREMOTEIO | EIO   |

    Example: A second file, for which the firmware answers <status>
      Given an mlx5 function is registered
      And the caller has opened the device
      And the firmware will answer the next command with status <status> and syndrome 0x0
      When the caller opens the device
      Then the open fails with <errno>
      And the firmware holds 1 user context

      Examples: The first file keeps its user context
        | status  | errno  |
        | LIM_ERR | ENOMEM |
        | NO_RES  | EAGAIN |
