Feature: Features that the kernel manages itself

  Scrubbing and repair have interfaces of their own in the kernel. Whoever set
  them through fwctl would do so behind its back.

  Background:
    Given the caller has CAP_SYS_RAWIO

  @must @cxl-exclusive-refused
  Rule: A feature that the kernel manages is set in no scope

    Example: Setting <feature> in scope "debug write full"
      Given a CXL memory device with <feature> and a feature of its vendor is registered
      And the caller has opened the device
      When the caller sets <feature>
      Then the call fails with EPERM
      And no command reached the mailbox
      And no byte of the caller's memory was written

      Examples: Scrubbing
        | feature           |
        | patrol scrub      |
        | error check scrub |

      Examples: Repair
        | feature                  |
        | soft post-package repair |
        | hard post-package repair |

      Examples: Sparing
        | feature           |
        | cacheline sparing |
        | row sparing       |
        | bank sparing      |
        | rank sparing      |

    Example: Setting <feature> in every scope
      Given a CXL memory device with <feature> and a feature of its vendor is registered
      And the caller has opened the device
      When the caller sets <feature> in every scope
      Then it is refused with EINVAL or EPERM in every scope, and no command reached the mailbox

      Examples: One of each kind
        | feature                  |
        | patrol scrub             |
        | soft post-package repair |
        | rank sparing             |

    Example: Setting <feature>, which announces <effects>
      Given a CXL memory device whose <feature> announces <effects>, and that has a feature of its vendor, is registered
      And the caller has opened the device
      When the caller sets <feature> in every scope
      Then it is refused with EINVAL or EPERM in every scope, and no command reached the mailbox

      Examples: Each immediate effect
        | feature                  | effects                        |
        | patrol scrub             | immediate configuration change |
        | soft post-package repair | immediate data change          |
        | error check scrub        | immediate policy change        |
        | rank sparing             | immediate log change           |

    Example: Setting <feature>, between two features of the vendor
      Given a CXL memory device with <feature> between two features of its vendor is registered
      And the caller has opened the device
      When the caller sets <feature> in every scope
      Then it is refused with EINVAL or EPERM in every scope, and no command reached the mailbox

      Examples: One of each kind
        | feature                  |
        | error check scrub        |
        | hard post-package repair |
        | bank sparing             |

    Example: Setting the feature of the vendor beside it
      Given a CXL memory device with patrol scrub and a feature of its vendor is registered
      And the caller has opened the device
      When the caller sets the second feature in every scope
      Then it is admitted in "debug write" and in every greater scope, and refused with EINVAL in the others

  @must @cxl-exclusive-shown-read-only
  Rule: A feature that the kernel manages is shown as one that cannot be set, or not at all

    Example: The list of a device with <feature>
      Given a CXL memory device with <feature> and a feature of its vendor is registered
      And the caller has opened the device
      When the caller lists the features
      Then the call succeeds
      And the list shows <feature>, if at all, as not changeable and with nothing to set
      And the list shows the feature of the vendor as the device has it

      Examples: All that the kernel manages
        | feature                  |
        | patrol scrub             |
        | error check scrub        |
        | soft post-package repair |
        | hard post-package repair |
        | cacheline sparing        |
        | row sparing              |
        | bank sparing             |
        | rank sparing             |

    Example: The list of a device with all of the kernel's features and one of its vendor
      Given a CXL memory device with all of the kernel's features and a feature of its vendor is registered
      And the caller has opened the device
      When the caller lists the features
      Then the call succeeds
      And the list shows the features of the kernel, if at all, as not changeable and with nothing to set
      And the list shows the feature of the vendor as the device has it

  @may @cxl-exclusive-readable
  Rule: A feature that the kernel manages can be read

    Example: Reading <feature>
      Given a CXL memory device with <feature> and a feature of its vendor is registered
      And the caller has opened the device
      When the caller reads <feature>
      Then the call succeeds
      And the answer holds the data of <feature>

      Examples: One of each kind
        | feature                  |
        | patrol scrub             |
        | hard post-package repair |
        | row sparing              |

  @should @cxl-node-needs-user-feature
  Rule: A device gets a fwctl node if it has a feature that the kernel leaves to user space

    Example: A device without features
      When a CXL memory device without features appears
      Then the device has no fwctl node

    Example: A device with all of the kernel's features and no other
      When a CXL memory device with all of the kernel's features and no other appears
      Then the device has no fwctl node

    Example: A device with <feature> and no other feature
      When a CXL memory device with <feature> and no other feature appears
      Then the device has no fwctl node

      Examples: Each of the kernel's
        | feature                  |
        | patrol scrub             |
        | error check scrub        |
        | soft post-package repair |
        | hard post-package repair |
        | cacheline sparing        |
        | row sparing              |
        | bank sparing             |
        | rank sparing             |

    Example: A device with a feature of its vendor
      When a CXL memory device with a feature of its vendor appears
      Then the device has a fwctl node

    Example: A device with one feature of the kernel's and one of its vendor
      When a CXL memory device with patrol scrub and a feature of its vendor appears
      Then the device has a fwctl node

    Example: A device with one feature of its vendor and one of the kernel's behind it
      When a CXL memory device with a feature of its vendor and patrol scrub behind it appears
      Then the device has a fwctl node
