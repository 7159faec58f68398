Feature: Requests to a CXL memory device, and its answers

  A request is a header and the payload of a mailbox command, whose length is in
  the header's op_size; a response is a size, the return code of the device, and
  what the device had to say.

  Background:
    Given the caller has CAP_SYS_RAWIO

  @must @cxl-header-lengths
  Rule: A request holds its header and as much payload as op_size counts

    Example: The first <length> of a request to read a feature
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends the first <length> of a request to read the feature
      Then the call fails with EINVAL
      And no command reached the mailbox
      And no byte of the caller's memory was written

      Examples: Part of the header
        | length   |
        | 0 bytes  |
        | 1 byte   |
        | 15 bytes |

      Examples: Less payload than op_size counts
        | length   |
        | 16 bytes |
        | 36 bytes |

    Example: An op_size of <op_size> for less payload
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends Set Feature with 36 bytes behind the header, of which op_size counts <op_size>
      Then the call fails with EINVAL
      And no command reached the mailbox

      Examples: From one byte too many to all of 32 bits
        | op_size          |
        | 37 bytes         |
        | 52 bytes         |
        | 4294967280 bytes |
        | 4294967295 bytes |

    Example: More behind the payload than op_size counts
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends Get Feature with 32 bytes behind the header, of which op_size counts 21 bytes
      Then the call succeeds
      And the answer holds the feature's 4 bytes of data

    Example: More behind what the feature is set to than op_size counts
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends Set Feature with 64 bytes behind the header, of which op_size counts 36 bytes
      Then the call succeeds
      And the mailbox received the whole value in one transfer that is to be kept across a reset

  @must @cxl-op-size-exact
  Rule: op_size is what the command takes: 8 bytes to list, 21 to read, more than 32 to set

    Example: <command> with an op_size of <op_size>
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends <command> with 64 bytes behind the header, of which op_size counts <op_size>
      Then the call fails with EINVAL
      And no command reached the mailbox
      And no byte of the caller's memory was written

      Examples: One byte less
        | command                | op_size  |
        | Get Supported Features | 7 bytes  |
        | Get Feature            | 20 bytes |

      Examples: One byte more
        | command                | op_size  |
        | Get Supported Features | 9 bytes  |
        | Get Feature            | 22 bytes |

      Examples: No payload
        | command                | op_size |
        | Get Supported Features | 0 bytes |
        | Get Feature            | 0 bytes |

      Examples: Nothing to set the feature to
        | command     | op_size  |
        | Set Feature | 0 bytes  |
        | Set Feature | 31 bytes |
        | Set Feature | 32 bytes |

    Example: <command> with an op_size of <op_size>, all of it there
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends <command> with 300 bytes behind the header, of which op_size counts <op_size>
      Then the call fails with EINVAL
      And no command reached the mailbox

      Examples: What the command takes in the lowest byte only
        | command                | op_size   |
        | Get Supported Features | 264 bytes |
        | Get Feature            | 277 bytes |

    Example: <command> with an op_size of <op_size>, which it takes
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends <command> with <op_size> behind the header, of which op_size counts <op_size>
      Then the call succeeds

      Examples: What each of them takes
        | command                | op_size  |
        | Get Supported Features | 8 bytes  |
        | Get Feature            | 21 bytes |
        | Set Feature            | 36 bytes |

  @must @cxl-get-count-and-room
  Rule: Reading asks for at least one byte and has room for all that it asks for

    Example: Reading <count> with room for <room>
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller reads <count> of the feature with room for <room>
      Then the call fails with EINVAL
      And no command reached the mailbox
      And no byte of the caller's memory was written

      Examples: Nothing is asked for
        | count   | room     |
        | 0 bytes | 64 bytes |

      Examples: No room for size and return code
        | count   | room    |
        | 1 byte  | 0 bytes |
        | 4 bytes | 7 bytes |

      Examples: No room for the data
        | count   | room     |
        | 1 byte  | 8 bytes  |
        | 4 bytes | 11 bytes |

      Examples: No room, however the sum is counted
        | count       | room     |
        | 65528 bytes | 64 bytes |
        | 65535 bytes | 64 bytes |

    Example: Reading <count> with room for <room>, which is enough
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller reads <count> of the feature with room for <room>
      Then the call succeeds
      And the command reached the mailbox

      Examples: Just enough, and more
        | count   | room     |
        | 1 byte  | 9 bytes  |
        | 4 bytes | 12 bytes |
        | 4 bytes | 64 bytes |

  @must @cxl-result-layout
  Rule: An answer is the length of the data, the return code, and the data

    Example: A feature of <length> is read
      Given a CXL memory device whose feature is <length> long is registered
      And the caller has opened the device
      When the caller reads the feature
      Then the call succeeds
      And the answer holds the feature's <length> of data
      And out_len says that the answer ends with <length> of data

      Examples: Short and long
        | length     |
        | 1 byte     |
        | 4 bytes    |
        | 1000 bytes |

    Example: 5 features are listed
      Given a CXL memory device with 5 features is registered
      And the caller has opened the device
      When the caller lists the features from index 0 on, asking for 4000 bytes
      Then the call succeeds
      And out_len says that the answer ends with 248 bytes of data

    Example: A feature that is longer than the mailbox
      Given a CXL memory device whose mailbox takes 256 bytes and whose features are 600 bytes long is registered
      And the caller has opened the device
      When the caller reads the feature
      Then the call succeeds
      And the answer holds the feature's 600 bytes of data

    Example: A feature is set
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets the feature
      Then the call succeeds
      And the answer holds return code Success and no data
      And out_len says that the answer ends with 0 bytes of data

  @must @cxl-get-offset
  Rule: Reading begins at the offset

    Example: Reading <count> from byte <offset> on
      Given a CXL memory device whose feature is 16 bytes long is registered
      And the caller has opened the device
      When the caller reads <count> of the feature from byte <offset> on
      Then the call succeeds
      And the answer holds <count> of the feature's data from byte <offset> on

      Examples: The first bytes, some in the midst, and the last one
        | count   | offset |
        | 4 bytes | 0      |
        | 4 bytes | 3      |
        | 1 byte  | 15     |

    Example: Reading more than the mailbox carries from byte <offset> on
      Given a CXL memory device whose mailbox takes 256 bytes and whose features are 600 bytes long is registered
      And the caller has opened the device
      When the caller reads <count> of the feature from byte <offset> on
      Then the call succeeds
      And the answer holds <count> of the feature's data from byte <offset> on

      Examples: In two pieces, and in three
        | count     | offset |
        | 300 bytes | 77     |
        | 599 bytes | 1      |

    Example: Reading from byte <offset> on, which is not in the feature
      Given a CXL memory device whose feature is 16 bytes long is registered
      And the caller has opened the device
      When the caller reads 1 byte of the feature from byte <offset> on
      Then the caller is told of the failure

      Examples: Just behind the last one, and far away
        | offset |
        | 16     |
        | 65535  |

  @must @cxl-get-selection
  Rule: Reading gives the current, the default or the saved value, as it was asked

    Example: The <selection> value of a feature that announces <effects>, after it was set
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      And the caller has set the feature
      When the caller reads the <selection> value of the feature
      Then the call succeeds
      And the answer holds the <age> value of the feature

      Examples: What was set is in effect, and the default is what it was
        | effects                        | selection | age |
        | immediate configuration change | current   | new |
        | immediate configuration change | default   | old |

      Examples: What was set is saved, in effect or not
        | effects                               | selection | age |
        | immediate configuration change        | saved     | new |
        | configuration change after cold reset | saved     | new |

    Example: The <selection> value of a feature that is longer than the mailbox, after it was set
      Given a CXL memory device whose mailbox takes 256 bytes and whose feature is 600 bytes long and changes at once is registered
      And the caller has opened the device
      And the caller has set the feature
      When the caller reads the <selection> value of the feature
      Then the call succeeds
      And the answer holds the <age> value of the feature

      Examples: Each piece is of that value
        | selection | age |
        | current   | new |
        | default   | old |
        | saved     | new |

    Example: The <selection> value of a feature that tells nothing but its current one
      Given a CXL memory device whose feature tells nothing but its current value is registered
      And the caller has opened the device
      When the caller reads the <selection> value of the feature
      Then the caller is told of the failure

      Examples: The two others
        | selection |
        | default   |
        | saved     |

  @must @cxl-device-error-in-retval
  Rule: A return code of the device is told in the answer to a call that succeeds

    Example: Reading, and the device answers <code>
      Given a CXL memory device is registered
      And the caller has opened the device
      And the device will answer the next command with <code>
      When the caller reads the feature
      Then the call succeeds
      And the answer holds return code <code> and no data

      Examples: It cannot
        | code                                |
        | Invalid Input                       |
        | Unsupported                         |
        | Internal Error                      |
        | Retry Required                      |
        | Busy                                |
        | Unsupported Feature Selection Value |

    Example: Setting, and the device answers <code>
      Given a CXL memory device is registered
      And the caller has opened the device
      And the device will answer the next command with <code>
      When the caller sets the feature
      Then the call succeeds
      And the answer holds return code <code> and no data

      Examples: It will not
        | code                          |
        | Invalid Input                 |
        | Internal Error                |
        | Retry Required                |
        | Busy                          |
        | Invalid Payload Length        |
        | Unsupported Feature Version   |
        | Feature Transfer in Progress  |
        | Feature Transfer Out of Order |

  @should @cxl-transport-failure
  Rule: A command that does not get through the mailbox does not read as a success

    Example: Reading gets lost with <errno>
      Given a CXL memory device is registered
      And the caller has opened the device
      And the next command to the firmware will get lost with <errno>
      When the caller reads the feature
      Then the caller is told of the failure

      Examples: The mailbox is in use, or does not answer
        | errno     |
        | EBUSY     |
        | ETIMEDOUT |

    Example: Setting gets lost with <errno>
      Given a CXL memory device is registered
      And the caller has opened the device
      And the next command to the firmware will get lost with <errno>
      When the caller sets the feature
      Then the caller is told of the failure

      Examples: The mailbox is in use, or does not answer
        | errno     |
        | EBUSY     |
        | ETIMEDOUT |

  @should @cxl-reserved-input-zero
  Rule: What a caller writes into a reserved field does not get to the device

    Example: <command> with <field> other than zero
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sends <command> with <field> other than zero
      Then the mailbox received the same as without it, or nothing if the call failed
      And the answer is the same as without it, if there is one

      Examples: Fields of the header
        | command                | field     |
        | Get Supported Features | flags     |
        | Get Supported Features | reserved1 |
        | Get Feature            | flags     |
        | Get Feature            | reserved1 |
        | Set Feature            | flags     |
        | Set Feature            | reserved1 |

      Examples: A field of the payload
        | command                | field                             |
        | Get Supported Features | the reserved bytes of its payload |
        | Set Feature            | the reserved bytes of its payload |

  @should @cxl-read-or-write-known
  Rule: Reading changes nothing, whichever value is read

    Example: Reading the <selection> value
      Given a CXL memory device whose feature announces immediate configuration change is registered
      And the caller has opened the device
      And the caller has set the feature
      When the caller reads the <selection> value of the feature
      Then the call succeeds
      And the current value of the feature is the new one
      And the saved value of the feature is the new one
      And the default value of the feature is the old one

      Examples: All that can be selected
        | selection |
        | current   |
        | default   |
        | saved     |
