Feature: Tools that are in use on mlx5 functions

  What they send and what they were answered was written down once, of the release
  of the firmware that a function comes with; two dots are a byte that the tool does
  not look at. Another release may tell more, and has to tell that as well. What
  only debugs may go, and then has to say so.

  @should @mlx5-tools-keep-working
  Rule: Requests of tools in use are answered alike by every release of the firmware

    Example: A tool that <tool>, on the <release> release
      Given an mlx5 function that runs the <release> release of its firmware is registered
      And the caller has opened the device
      When the caller sends the bytes <request> in scope "configuration"
      Then the call succeeds
      And the response begins with the bytes <response>

      Examples: The adapter
        | release | tool              | request                             | response                                                                |
        | earlier | reads the adapter | 01010000 00000000 00000000 00000000 | 00...... 00000000 ........ ........ 01020304 05060708 090a0b0c 0d0e0f10 |
        | usual   | reads the adapter | 01010000 00000000 00000000 00000000 | 00...... 00000000 ........ ........ 01020304 05060708 090a0b0c 0d0e0f10 |
        | later   | reads the adapter | 01010000 00000000 00000000 00000000 | 00...... 00000000 ........ ........ 01020304 05060708 090a0b0c 0d0e0f10 |

      Examples: An address
        | release | tool             | request                             | response                                              |
        | earlier | reads an address | 07600000 00000000 00000000 00000000 | 00...... 00000000 ........ ........ 60616263 64656667 |
        | usual   | reads an address | 07600000 00000000 00000000 00000000 | 00...... 00000000 ........ ........ 60616263 64656667 |
        | later   | reads an address | 07600000 00000000 00000000 00000000 | 00...... 00000000 ........ ........ 60616263 64656667 |

  @should @mlx5-debug-tools-are-told
  Rule: A debug tool that does not fit the release of the firmware is told so

    Example: A tool that reads translations, on the <release> release
      Given an mlx5 function that runs the <release> release of its firmware is registered
      And the caller has CAP_SYS_RAWIO
      And the caller has opened the device
      When the caller sends the bytes <request> in scope "debug read only"
      Then the response begins with the bytes <response>, or the caller is told of an error

      Examples:
        | release | request                             | response                                              |
        | earlier | 80010000 00000000 00000000 00000000 | 00...... 00000000 ........ ........ 01020304 05060708 |
        | usual   | 80010000 00000000 00000000 00000000 | 00...... 00000000 ........ ........ 01020304 05060708 |
        | later   | 80010000 00000000 00000000 00000000 | 00...... 00000000 ........ ........ 01020304 05060708 |
