Feature: What an mlx5 device says of itself

  Tools find their device by its type and learn from FWCTL_INFO which user context
  the firmware knows them by.

  @must @mlx5-device-type
  Rule: FWCTL_INFO reports the device type of mlx5

    Example: A caller asks
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller asks who it is
      Then the call succeeds
      And it is told that the device is an mlx5 one

    Example: A caller asks a <kind> function that offers <offered>
      Given an mlx5 <kind> function whose user contexts may ask for <offered> appears
      And the caller has opened the device
      When the caller asks who it is
      Then the call succeeds
      And it is told that the device is an mlx5 one

      Examples: Without tools, and below another function
        | kind     | offered         |
        | physical | RAW_TX          |
        | virtual  | TOOLS_RESOURCES |

  @must @mlx5-info
  Rule: FWCTL_INFO tells the uid of the open file and the capabilities it was given

    Example: The function offers <offered>
      Given an mlx5 function whose user contexts may ask for <offered> is registered
      And the caller has opened the device
      When the caller asks who it is
      Then the call succeeds
      And it is told the uid of its file and the capabilities that it was given, in 8 bytes

      Examples: All that is offered is of use
        | offered         |
        | TOOLS_RESOURCES |

      Examples: More is offered, or something else
        | offered                                       |
        | INTERNAL_DEVICE_RESOURCES and TOOLS_RESOURCES |
        | INTERNAL_DEVICE_RESOURCES                     |

    Example: A first file beside the second
      Given an mlx5 function is registered
      And the caller has opened the device
      And a second caller has opened the device
      When the caller asks who it is
      Then the call succeeds
      And it is told the uid of the file opened first and the capabilities that it was given, in 8 bytes

    Example: After a command under another uid
      Given an mlx5 function is registered
      And the caller has opened the device
      When the caller sends QUERY_ADAPTER under uid 0xFFFF
      Then the call succeeds
      When the caller asks who it is
      Then the call succeeds
      And it is told the uid of its file and the capabilities that it was given, in 8 bytes

    Example: A second file beside the first
      Given an mlx5 function is registered
      And the caller has opened the device
      And the caller has opened the device
      When the caller asks who it is
      Then the call succeeds
      And it is told the uid of its file and the capabilities that it was given, in 8 bytes

  @should @mlx5-function-gate
  Rule: A function gets a fwctl device if its user contexts may ask for something and it is not a scalable function

    Example: A <kind> function that offers <offered>
      When an mlx5 <kind> function whose user contexts may ask for <offered> appears
      Then the function has a fwctl device

      Examples: Functions that user space may operate
        | kind     | offered              |
        | physical | TOOLS_RESOURCES      |
        | physical | RAW_TX               |
        | physical | RDMA_CTRL_OTHER_VHCA |
        | virtual  | TOOLS_RESOURCES      |
        | virtual  | RAW_TX               |

    Example: A <kind> function that offers <offered>, left alone
      When an mlx5 <kind> function whose user contexts may ask for <offered> appears
      Then the function has no fwctl device

      Examples: Scalable functions
        | kind     | offered          |
        | scalable | TOOLS_RESOURCES  |
        | scalable | RAW_TX           |
        | scalable | every capability |

      Examples: Functions without user contexts
        | kind     | offered       |
        | physical | no capability |
        | virtual  | no capability |
