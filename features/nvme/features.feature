Feature: Features of an NVMe controller

  The kernel's nvme driver sets features for its own use, and others work at once on
  everybody. Those of the vendor are user space's to set where the controller says
  that nobody minds.

  @must @nvme-standard-features
  Rule: No standard feature is set below full debug

    Example: Feature <feature>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When the caller sends Set Features for feature <feature> in every scope below full debug
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: What the nvme driver sets
        | feature |
        | 0x02    |
        | 0x04    |
        | 0x06    |
        | 0x07    |
        | 0x0B    |
        | 0x0C    |
        | 0x0E    |

      Examples: What works at once
        | feature |
        | 0x01    |
        | 0x10    |

    Example: Feature <feature>, not to be saved
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When the caller sends Set Features for feature <feature> that is not saved in every scope below full debug
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: One of either
        | feature |
        | 0x07    |
        | 0x10    |

    Example: Feature <feature> without an effect, of a command set
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature <feature> has no effect
      When the caller sends Set Features for feature <feature> in every scope below full debug
      Then no scope admits it, and the firmware received no command

      Examples: The first, and the last below those of the vendor
        | feature |
        | 0x80    |
        | 0xBF    |

    Example: With full debug
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When the caller sends Set Features for feature 0x10 in every scope
      Then "debug write full" and every greater scope admit it, and no other does

  @must @nvme-vendor-features
  Rule: The least scope of setting a vendor-specific feature follows from its entry in the effects log

    Example: Feature <feature> with <effects>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature <feature> has <effects>
      When the caller sends Set Features for feature <feature> in every scope
      Then <least> and every greater scope admit it, and no other does

      Examples: Nobody minds
        | feature | effects                 | least           |
        | 0xC0    | no effect               | "configuration" |
        | 0xFF    | no effect               | "configuration" |
        | 0xC8    | scope of a namespace    | "configuration" |
        | 0xC8    | scope of the controller | "configuration" |

      Examples: Others do
        | feature | effects                     | least              |
        | 0xC8    | CCC                         | "debug write full" |
        | 0xC8    | scope of the NVM subsystem  | "debug write full" |
        | 0xC8    | scope of an NVM set         | "debug write full" |
        | 0xC8    | scope of an endurance group | "debug write full" |
        | 0xC8    | scope of a domain           | "debug write full" |

    Example: Feature 0xC8 with <effects>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC8 has <effects>
      When the caller sends Set Features for feature 0xC8 in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Blocks or namespaces change, or nobody knows what
        | effects         |
        | LBCC            |
        | NCC             |
        | NIC             |
        | LBCC and CCC    |
        | reserved bit 5  |
        | reserved bit 13 |
        | reserved bit 16 |

    Example: A feature that the controller does not have
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller
      When the caller sends Set Features for feature 0xD0 in every scope
      Then no scope admits it, and the firmware received no command

  @must @nvme-feature-at-reset
  Rule: A feature that is set as configuration becomes live at a reset

    Example: What is set, and what is in force, with <effects>
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC8 has <effects>
      When the caller sets feature 0xC8 to 77
      Then the saved value of feature 0xC8 is 77
      And the current value of feature 0xC8 is 0
      When the controller is reset
      Then the current value of feature 0xC8 is 77
      And the host has noticed nothing

      Examples: Nobody minds
        | effects                 |
        | no effect               |
        | scope of the controller |

    Example: What is set and not to be saved
      Given a caller with CAP_SYS_RAWIO has opened an NVMe controller whose feature 0xC8 has no effect
      When the caller sends Set Features for feature 0xC8 that is not saved
      Then the current value of feature 0xC8 is 0
      And the host has noticed nothing
