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

  @must @mlx5-uctx-destroyed
  Rule: Closing the file destroys its user context, once

    Example: A file is closed
      Given an mlx5 function is registered
      And the caller has opened the device
      And the firmware holds 1 user context
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
        | status   |
        | RES_BUSY |
        | BAD_RES  |

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

    Example: The command gets lost with <errno>
      Given an mlx5 function is registered
      And the next command to the firmware will get lost with <errno>
      When the caller opens the device
      Then the open fails with <errno>
      And the firmware holds 0 user contexts

      Examples: The function cannot be reached
        | errno     |
        | ENOLINK   |
        | ENXIO     |
        | ETIMEDOUT |
