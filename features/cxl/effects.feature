Feature: The scope that the effects of a feature need

  A device announces with each feature what setting it will change, and when. That
  is a further level of safety on top of the scopes: the kernel need not know a
  feature in order to know how much trust it takes to set it.

  Background:
    Given the caller has CAP_SYS_RAWIO

  @must @cxl-immediate-needs-full
  Rule: A feature with an immediate effect is set in scope "debug write full" only

    Example: A feature that announces <effects>
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is admitted in "debug write full" alone, and refused with EINVAL in the others

      Examples: Each immediate effect
        | effects                        |
        | immediate configuration change |
        | immediate data change          |
        | immediate policy change        |
        | immediate log change           |

      Examples: An effect at a reset does not make it harmless
        | effects                                                                                                  |
        | configuration change after cold reset and immediate configuration change                                 |
        | configuration change after cold reset and immediate data change                                          |
        | configuration change after cold reset and immediate policy change                                        |
        | configuration change after cold reset and immediate log change                                           |
        | immediate configuration change, extended effects valid and configuration change after conventional reset |
        | immediate log change, extended effects valid and configuration change after CXL reset                    |

      Examples: Nor do several of them
        | effects                                                                                                                                        |
        | immediate data change and immediate log change                                                                                                 |
        | immediate configuration change, immediate data change, immediate policy change and immediate log change                                        |
        | configuration change after cold reset, immediate configuration change, immediate data change, immediate policy change and immediate log change |

      Examples: Effects that decide nothing leave it as it is
        | effects                                                       |
        | immediate data change and security state change               |
        | immediate configuration change and background abort supported |
        | immediate policy change and secondary mailbox supported       |
        | immediate log change and extended effects valid               |

    Example: A feature that is longer than the mailbox
      Given a CXL memory device whose mailbox takes 256 bytes and whose feature is 300 bytes long and changes at once is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is admitted in "debug write full" alone, and refused with EINVAL in the others

    Example: A feature from its second byte on
      Given a CXL memory device whose mailbox takes 256 bytes and whose feature is 16 bytes long and changes at once is registered
      And the caller has opened the device
      When the caller sets the feature from byte 1 on in every scope
      Then it is admitted in "debug write full" alone, and refused with EINVAL in the others

  @must @cxl-reset-needs-debug-write
  Rule: A feature that changes at a reset only is set in scope "debug write" or a greater one

    Example: A feature that announces <effects>
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is admitted in "debug write" and in every greater scope, and refused with EINVAL in the others

      Examples: The resets that the documentation names
        | effects                                                                                                         |
        | configuration change after cold reset                                                                           |
        | extended effects valid and configuration change after conventional reset                                        |
        | configuration change after cold reset, extended effects valid and configuration change after conventional reset |

      Examples: With effects that decide nothing
        | effects                                                               |
        | configuration change after cold reset and security state change       |
        | configuration change after cold reset and background abort supported  |
        | configuration change after cold reset and secondary mailbox supported |
        | configuration change after cold reset and extended effects valid      |

      Examples: With a CXL reset beside them
        | effects                                                                                                        |
        | configuration change after cold reset, extended effects valid and configuration change after CXL reset         |
        | extended effects valid, configuration change after conventional reset and configuration change after CXL reset |

    Example: A feature that announces <effects>, of which the documentation does not speak
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is refused with EINVAL in every scope below "debug write"

      Examples: A CXL reset alone
        | effects                                                         |
        | extended effects valid and configuration change after CXL reset |

      Examples: Extended effects that are not said to be valid
        | effects                                       |
        | configuration change after conventional reset |
        | configuration change after CXL reset          |

  @must @cxl-reserved-effects
  Rule: A feature with an effect that has no meaning yet is set in no scope

    Example: A feature that announces <effects>
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

      Examples: Beside an effect at a reset
        | effects                                                   |
        | configuration change after cold reset and reserved bit 12 |
        | configuration change after cold reset and reserved bit 13 |
        | configuration change after cold reset and reserved bit 14 |
        | configuration change after cold reset and reserved bit 15 |

      Examples: Beside an immediate effect
        | effects                                            |
        | immediate configuration change and reserved bit 12 |
        | immediate data change and reserved bit 13          |
        | immediate policy change and reserved bit 14        |
        | immediate log change and reserved bit 15           |

      Examples: Extended effects that are valid give them no meaning
        | effects                                                                                                 |
        | configuration change after cold reset, extended effects valid and reserved bit 12                       |
        | extended effects valid, configuration change after conventional reset and reserved bit 13               |
        | immediate data change, extended effects valid, configuration change after CXL reset and reserved bit 14 |
        | immediate configuration change, extended effects valid and reserved bit 15                              |

      Examples: Several of them
        | effects                                                                                               |
        | immediate configuration change, reserved bit 12, reserved bit 13, reserved bit 14 and reserved bit 15 |

    Example: A feature that announces <effects>, which all have a meaning
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature in scope "debug write full"
      Then the call succeeds
      And the command reached the mailbox

      Examples: With the greatest of them
        | effects                                                                                                |
        | configuration change after cold reset, extended effects valid and configuration change after CXL reset |
        | immediate configuration change                                                                         |

  @must @cxl-background-refused
  Rule: A feature whose setting runs in the background is set in no scope

    Example: A feature that announces <effects>
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

      Examples: Beside an effect at a reset
        | effects                                                                                        |
        | configuration change after cold reset and background operation                                 |
        | background operation, extended effects valid and configuration change after conventional reset |

      Examples: Beside an immediate effect
        | effects                                                 |
        | immediate configuration change and background operation |
        | immediate data change and background operation          |
        | immediate policy change and background operation        |
        | immediate log change and background operation           |

      Examples: It could be aborted
        | effects                                                                                    |
        | configuration change after cold reset, background operation and background abort supported |
        | immediate configuration change, background operation and background abort supported        |
        | immediate data change, background operation and background abort supported                 |
        | immediate policy change, background operation and background abort supported               |
        | immediate log change, background operation and background abort supported                  |

      Examples: Other effects do not make up for it
        | effects                                                                                     |
        | configuration change after cold reset, background operation and secondary mailbox supported |
        | configuration change after cold reset, security state change and background operation       |
        | background operation, extended effects valid and configuration change after CXL reset       |

    Example: A feature that announces <effects>, all of it in the foreground
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature in scope "debug write full"
      Then the call succeeds
      And the command reached the mailbox

      Examples: Without a background operation
        | effects                                                              |
        | configuration change after cold reset and background abort supported |
        | immediate data change                                                |

  @must @cxl-no-effect-refused
  Rule: A feature that announces neither an immediate effect nor one at a reset is set in no scope

    Example: A feature that announces <effects>
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

      Examples: Nothing at all
        | effects   |
        | no effect |

      Examples: Nothing that says when the change takes place
        | effects                     |
        | security state change       |
        | background abort supported  |
        | secondary mailbox supported |
        | extended effects valid      |

      Examples: All of that
        | effects                                                                                                   |
        | security state change, background abort supported, secondary mailbox supported and extended effects valid |

    Example: A feature that announces <effects>, which says when
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller sets the feature in scope "debug write full"
      Then the call succeeds
      And the command reached the mailbox

      Examples: With one effect more
        | effects                                                         |
        | configuration change after cold reset and security state change |
        | immediate policy change and extended effects valid              |

  @should @cxl-effects-per-feature
  Rule: What the Command Effects Log says of Set Feature does not decide, what the feature announces does

    Example: The log says <logged>, the feature says <effects>
      Given a CXL memory device that logs <logged> for Set Feature, and whose feature announces <effects>, is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is admitted in "debug write" and in every greater scope, and refused with EINVAL in the others

      Examples: The log fears more
        | logged                         | effects                               |
        | immediate configuration change | configuration change after cold reset |
        | immediate data change          | configuration change after cold reset |
        | immediate policy change        | configuration change after cold reset |
        | immediate log change           | configuration change after cold reset |
        | background operation           | configuration change after cold reset |
        | reserved bit 12                | configuration change after cold reset |

      Examples: The log fears as much
        | logged                                | effects                               |
        | configuration change after cold reset | configuration change after cold reset |

    Example: The log says <logged>, the feature says <effects>, which is immediate
      Given a CXL memory device that logs <logged> for Set Feature, and whose feature announces <effects>, is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is admitted in "debug write full" alone, and refused with EINVAL in the others

      Examples: The log fears less
        | logged                                | effects                        |
        | configuration change after cold reset | immediate data change          |
        | no effect                             | immediate configuration change |

    Example: The log says <logged>, the feature says nothing
      Given a CXL memory device that logs <logged> for Set Feature, and whose feature announces no effect, is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is refused with EINVAL in every scope, and no command reached the mailbox

      Examples: The log does not speak for the feature
        | logged                                |
        | configuration change after cold reset |
        | immediate data change                 |

  @should @cxl-local-effects-safety
  Rule: Each feature of a device is judged by its own effects

    Example: The first needs more trust than the second
      Given a CXL memory device with a feature that announces immediate data change and one that announces configuration change after cold reset is registered
      And the caller has opened the device
      When the caller sets the second feature in every scope
      Then it is admitted in "debug write" and in every greater scope, and refused with EINVAL in the others

    Example: The second needs more trust than the first
      Given a CXL memory device with a feature that announces configuration change after cold reset and one that announces immediate data change is registered
      And the caller has opened the device
      When the caller sets the second feature in every scope
      Then it is admitted in "debug write full" alone, and refused with EINVAL in the others

    Example: The one that needs more trust, and then the other one
      Given a CXL memory device with a feature that announces immediate data change and one that announces configuration change after cold reset is registered
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is admitted in "debug write full" alone, and refused with EINVAL in the others
      When the caller sets the second feature in every scope
      Then it is admitted in "debug write" and in every greater scope, and refused with EINVAL in the others
