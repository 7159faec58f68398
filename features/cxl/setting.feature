Feature: Setting a feature

  What a caller sets has to be a feature that the device lists and lets be changed.
  How it gets to the device, whole or in parts, is the driver's business.

  Background:
    Given the caller has CAP_SYS_RAWIO

  @must @cxl-unknown-uuid
  Rule: Only a feature that the device lists is set

    Example: A feature whose UUID <wrong>
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets a feature whose UUID <wrong> in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

      Examples: Far from any
        | wrong         |
        | is zero       |
        | is all ones   |
        | no device has |

      Examples: Of a feature that the kernel would manage if the device had it
        | wrong                  |
        | is that of row sparing |

      Examples: Close to the one that the device has
        | wrong                      |
        | differs in the first digit |
        | differs in the midst       |
        | differs in the last digit  |

    Example: A feature that is listed
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets the feature
      Then the call succeeds
      And the command reached the mailbox

  @must @cxl-not-changeable
  Rule: Only a feature that is marked as changeable is set

    Example: A feature that is not changeable
      Given a CXL memory device whose feature is not changeable is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

    Example: A feature that is changeable
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets the feature
      Then the call succeeds
      And the command reached the mailbox

  @must @cxl-reset-effect-delayed
  Rule: A change that is announced for a reset takes place at that reset and not before

    Example: A feature that announces <effects>, before the reset
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature
      Then the call succeeds
      And the current value of the feature is still the old one
      When the caller reads the feature
      Then the call succeeds
      And the current value of the feature is still the old one

      Examples: Each reset
        | effects                                                                  |
        | configuration change after cold reset                                    |
        | extended effects valid and configuration change after conventional reset |

      Examples: Both, and with effects that do not say when
        | effects                                                                                                         |
        | configuration change after cold reset, extended effects valid and configuration change after conventional reset |
        | configuration change after cold reset and security state change                                                 |
        | configuration change after cold reset and extended effects valid                                                |

    Example: A feature that announces <effects>, after a <reset> reset
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      And the caller has set the feature
      When the device undergoes a <reset> reset
      Then the current value of the feature is the new one

      Examples: The announced reset
        | effects                                                                  | reset        |
        | configuration change after cold reset                                    | cold         |
        | extended effects valid and configuration change after conventional reset | conventional |

      Examples: A cold reset is a conventional one, too
        | effects                                                                                                         | reset |
        | extended effects valid and configuration change after conventional reset                                        | cold  |
        | configuration change after cold reset, extended effects valid and configuration change after conventional reset | cold  |

    Example: The <selection> value is read while a change waits for a cold reset
      Given a CXL memory device whose feature announces configuration change after cold reset is registered
      And the caller has opened the device
      And the caller has set the feature
      When the caller reads the <selection> value of the feature
      Then the call succeeds
      When the device undergoes a cold reset
      Then the current value of the feature is the new one

      Examples: Looking does not put an end to it
        | selection |
        | current   |
        | default   |
        | saved     |

    Example: A feature that announces <effects>, after a <reset> reset, which is another one
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      And the caller has set the feature
      When the device undergoes a <reset> reset
      Then the current value of the feature is still the old one

      Examples: A lesser reset
        | effects                                                                  | reset        |
        | configuration change after cold reset                                    | conventional |
        | configuration change after cold reset                                    | CXL          |
        | extended effects valid and configuration change after conventional reset | CXL          |

    Example: An immediate change does not wait, be it <effects>
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature
      Then the call succeeds
      And the current value of the feature is the new one

      Examples: Each immediate effect
        | effects                        |
        | immediate configuration change |
        | immediate data change          |
        | immediate policy change        |
        | immediate log change           |

  @must @cxl-set-out-room
  Rule: A feature is not set when there is no room for the result

    Example: Room for <room>
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets the feature with room for <room>
      Then the call fails with EINVAL
      And no command reached the mailbox
      And no byte of the caller's memory was written

      Examples: Less than size and return code take
        | room    |
        | 0 bytes |
        | 7 bytes |

    Example: Room for size and return code
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets the feature with room for 8 bytes
      Then the call succeeds
      And the command reached the mailbox

  @should @cxl-set-flags-forced
  Rule: The driver decides on the transfer type, and that the value is kept across a reset

    Example: The caller asks for transfer type <transfer>
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets the feature by transfer type <transfer>
      Then the call succeeds
      And the mailbox received the whole value in one transfer that is to be kept across a reset

      Examples: What fits into one command
        | transfer |
        | full     |
        | initiate |
        | continue |
        | finish   |
        | abort    |

    Example: The caller asks for a value that is kept across a reset
      Given a CXL memory device is registered
      And the caller has opened the device
      When the caller sets the feature so that it is kept across a reset
      Then the call succeeds
      And the mailbox received the whole value in one transfer that is to be kept across a reset

    Example: A value of <length> for a mailbox that takes 256 bytes
      Given a CXL memory device whose mailbox takes 256 bytes and whose features are <length> long is registered
      And the caller has opened the device
      When the caller sets the feature by transfer type <transfer>
      Then the call succeeds
      And the mailbox received the whole value in <parts> parts that are to be kept across a reset

      Examples: What does not
        | length    | transfer | parts |
        | 225 bytes | full     | 2     |
        | 448 bytes | abort    | 2     |
        | 449 bytes | full     | 3     |
        | 900 bytes | initiate | 5     |

    Example: A value that just fits
      Given a CXL memory device whose mailbox takes 256 bytes and whose features are 224 bytes long is registered
      And the caller has opened the device
      When the caller sets the feature
      Then the call succeeds
      And the mailbox received the whole value in one transfer that is to be kept across a reset

  @should @cxl-set-offset
  Rule: Setting begins at the offset, and what lies ahead of it stays

    Example: A feature of <length> is set from byte <offset> on
      Given a CXL memory device whose mailbox takes 256 bytes and whose feature is <length> long and changes at once is registered
      And the caller has opened the device
      When the caller sets the feature from byte <offset> on
      Then the call succeeds
      And the mailbox received the value from byte <offset> on, in <parts> parts
      And the current value of the feature is the old one ahead of byte <offset>, and the new one from there on

      Examples: What fits into one command
        | length    | offset | parts |
        | 16 bytes  | 0      | 1     |
        | 16 bytes  | 3      | 1     |
        | 16 bytes  | 15     | 1     |
        | 300 bytes | 76     | 1     |

      Examples: What does not
        | length    | offset | parts |
        | 300 bytes | 75     | 2     |
        | 600 bytes | 1      | 3     |

    Example: A value of which the last part does not end within the feature
      Given a CXL memory device whose mailbox takes 256 bytes and whose feature is 600 bytes long and changes at once is registered
      And the caller has opened the device
      When the caller sets 300 bytes of the feature from byte 350 on
      Then the caller is told of the failure
      And the current value of the feature is still the old one

    Example: A value that does not end where the feature does
      Given a CXL memory device whose mailbox takes 256 bytes and whose feature is 16 bytes long and changes at once is registered
      And the caller has opened the device
      When the caller sets 4 bytes of the feature from byte 13 on
      Then the caller is told of the failure
      And the current value of the feature is still the old one

  @must @cxl-multipart-atomic
  Rule: The parts of one transfer do not mix with those of another

    Example: Two callers set a long feature each
      Given a CXL memory device whose mailbox takes 256 bytes and whose features are 600 bytes long is registered
      And the caller has opened the device
      And a second caller with CAP_SYS_RAWIO has opened the device too
      When the caller and the second caller set a feature each at the same time
      Then the mailbox received the parts of one transfer, and then those of the other

    Example: One reads what is long, the other sets what is long
      Given a CXL memory device whose mailbox takes 256 bytes and whose features are 600 bytes long is registered
      And the caller has opened the device
      And a second caller with CAP_SYS_RAWIO has opened the device too
      When the caller reads a feature while the second caller sets another
      Then the mailbox received the parts of one transfer, and then those of the other

    Example: Two callers read a long feature each
      Given a CXL memory device whose mailbox takes 256 bytes and whose features are 600 bytes long is registered
      And the caller has opened the device
      And a second caller with CAP_SYS_RAWIO has opened the device too
      When the caller and the second caller read a feature each at the same time
      Then the mailbox received the parts of one transfer, and then those of the other
