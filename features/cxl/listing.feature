Feature: The list of features

  User space learns from Get Supported Features what the device has, and which
  scope each feature will need. It asks for the number first and for the entries
  then, in as many batches as it likes.

  @must @cxl-list-count
  Rule: The list holds as many whole entries as were asked for and are left

    Example: Asking for <asked> from index <first> on
      Given a CXL memory device with 5 features is registered
      And the caller has opened the device
      When the caller lists the features from index <first> on, asking for <asked>
      Then the call succeeds
      And the list holds <entries> of the entries, from index <first> on
      And the size in the answer is that of <entries> entries
      And the list says that the device has 5 features

      Examples: Only the number
        | asked    | first | entries |
        | 8 bytes  | 0     | 0       |
        | 47 bytes | 0     | 0       |

      Examples: Some entries
        | asked     | first | entries |
        | 56 bytes  | 0     | 1       |
        | 95 bytes  | 0     | 1       |
        | 104 bytes | 0     | 2       |
        | 104 bytes | 2     | 2       |

      Examples: As many as there are
        | asked            | first | entries |
        | 248 bytes        | 0     | 5       |
        | 248 bytes        | 3     | 2       |
        | 4000 bytes       | 0     | 5       |
        | 65536 bytes      | 0     | 5       |
        | 4294967295 bytes | 1     | 4       |

  @must @cxl-list-start-index
  Rule: The index to start from has to be in the list

    Example: Index <index> of 5 features
      Given a CXL memory device with 5 features is registered
      And the caller has opened the device
      When the caller lists the features from index <index> on, asking for 248 bytes
      Then the call fails with EINVAL
      And no command reached the mailbox
      And no byte of the caller's memory was written

      Examples: Behind the last
        | index |
        | 5     |
        | 6     |
        | 256   |
        | 65535 |

    Example: Index <index> of 5 features, when only the number is asked for
      Given a CXL memory device with 5 features is registered
      And the caller has opened the device
      When the caller lists the features from index <index> on, asking for 8 bytes
      Then the call fails with EINVAL
      And no command reached the mailbox

      Examples: Behind the last
        | index |
        | 5     |
        | 65535 |

    Example: The last of 5 features
      Given a CXL memory device with 5 features is registered
      And the caller has opened the device
      When the caller lists the features from index 4 on, asking for 248 bytes
      Then the call succeeds
      And the list holds 1 of the entries, from index 4 on

  @must @cxl-entry-id
  Rule: The id of an entry is the index of its feature, from 0 on

    Example: The list from index <first> on, in one go or in batches
      Given a CXL memory device with 5 features is registered
      And the caller has opened the device
      When the caller lists the features from index <first> on, asking for <asked>
      Then the call succeeds
      And the id of each entry is the index that its feature has in the device

      Examples: From the first on
        | first | asked      |
        | 0     | 4000 bytes |

      Examples: A batch from the midst, and the last one
        | first | asked     |
        | 2     | 104 bytes |
        | 4     | 248 bytes |

    Example: A feature behind <feature>, which the kernel manages and the list may leave out
      Given a CXL memory device with <feature> and a feature of its vendor is registered
      And the caller has opened the device
      When the caller lists the features
      Then the call succeeds
      And the id of each entry is the index that its feature has in the device

      Examples: One of each kind
        | feature                  |
        | patrol scrub             |
        | soft post-package repair |
        | rank sparing             |

  @must @cxl-list-reserved-zero
  Rule: The reserved bytes of the list and of its entries are zero

    Example: Asking only for the number of 5 features
      Given a CXL memory device with 5 features is registered
      And the caller has opened the device
      When the caller lists the features from index 1 on, asking for 8 bytes
      Then the call succeeds
      And the reserved bytes ahead of the entries are zero

    Example: Asking for <asked> of 5 features
      Given a CXL memory device with 5 features is registered
      And the caller has opened the device
      When the caller lists the features from index 1 on, asking for <asked>
      Then the call succeeds
      And the reserved bytes of the list and of its entries are zero

      Examples: One entry, and all that are left
        | asked      |
        | 56 bytes   |
        | 4000 bytes |

    Example: The list of a device with <feature>, of which the driver may alter the entry
      Given a CXL memory device with <feature> and a feature of its vendor is registered
      And the caller has opened the device
      When the caller lists the features
      Then the call succeeds
      And the reserved bytes of the list and of its entries are zero

      Examples: One of each kind
        | feature                  |
        | patrol scrub             |
        | hard post-package repair |
        | row sparing              |

  @must @cxl-effects-visible
  Rule: The list gives the effects of each feature as the device announces them

    Example: The list of a device whose feature announces <effects>
      Given a CXL memory device whose feature announces <effects> is registered
      And the caller has opened the device
      When the caller lists the features
      Then the call succeeds
      And the list gives the effects of the feature as the device announces them

      Examples: Features that can be set
        | effects                                                                  |
        | configuration change after cold reset                                    |
        | extended effects valid and configuration change after conventional reset |
        | extended effects valid and configuration change after CXL reset          |
        | immediate configuration change                                           |
        | immediate data change                                                    |
        | immediate policy change and security state change                        |
        | immediate log change and secondary mailbox supported                     |

      Examples: Features that cannot
        | effects                                                               |
        | no effect                                                             |
        | background operation and background abort supported                   |
        | reserved bit 12, reserved bit 13, reserved bit 14 and reserved bit 15 |

    Example: The list of a device with <feature>, which the kernel manages
      Given a CXL memory device with <feature> and a feature of its vendor is registered
      And the caller has opened the device
      When the caller lists the features
      Then the call succeeds
      And the list gives the effects of <feature>, if at all, as the device announces them

      Examples: One of each kind
        | feature                  |
        | patrol scrub             |
        | soft post-package repair |
        | rank sparing             |
