Feature: Firmware images of an NVMe controller

  An image is downloaded in pieces, committed to a slot, and activated. To prepare
  that for the next reset is configuration. Whose image it is, the controller alone
  can tell.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened an NVMe controller

  @must @nvme-image-at-reset
  Rule: An image for the next reset is configuration, and does not run before that

    Example: Firmware Commit of slot <slot> with action <action>
      Given the caller has downloaded an image of revision 3.0 from the vendor
      When the caller commits slot <slot> with action <action>
      Then the call succeeds
      And the controller answers with Successful Completion
      And firmware of revision 1.0 runs
      When the controller is reset
      Then firmware of revision <revision> runs
      And the host has noticed nothing

      Examples: Store it only, and activate it at the next reset
        | slot | action | revision |
        | 3    | 0      | 1.0      |
        | 3    | 1      | 3.0      |
        | 1    | 1      | 3.0      |

    Example: An image in two pieces
      Given the caller has downloaded an image of revision 3.0 in two pieces
      When the caller commits slot 3 with action 1
      Then the call succeeds
      And the controller answers with Successful Completion
      And firmware of revision 1.0 runs
      When the controller is reset
      Then firmware of revision 3.0 runs

    Example: An image that is in a slot
      When the caller commits slot 2 with action 2
      Then the call succeeds
      And the controller answers with Successful Completion
      And firmware of revision 1.0 runs
      When the controller is reset
      Then firmware of revision 2.0 runs
      And the host has noticed nothing

    Example: Downloading in every scope
      When the caller sends Firmware Image Download in every scope
      Then every scope admits it

  @must @nvme-image-at-once
  Rule: A commit that does not wait for a reset needs full debug, and one with a reserved action is refused

    Example: Firmware Commit with action <action>
      When the caller sends Firmware Commit with action <action> in every scope
      Then "debug write full" and every greater scope admit it, and no other does

      Examples: Now, and for the machine that starts
        | action |
        | 3      |
        | 6      |
        | 7      |

    Example: Reserved action <action>
      When the caller sends Firmware Commit with action <action> in every scope
      Then no scope admits it, and the firmware received no command

      Examples: Both of them
        | action |
        | 4      |
        | 5      |

  @must @nvme-image-signed
  Rule: An image that the vendor has not signed is refused, and never runs

    Example: An image <source>, committed with action <action>
      Given the caller has downloaded an image of revision 6.6 <source>
      When the caller commits slot 3 with action <action> in scope <scope>
      Then the call succeeds
      And the controller answers with Invalid Firmware Image
      And firmware of revision 1.0 runs
      When the controller is reset
      Then firmware of revision 1.0 runs
      And the host has noticed nothing

      Examples: As configuration
        | source                                    | action | scope           |
        | from somebody else                        | 0      | "configuration" |
        | from somebody else                        | 1      | "configuration" |
        | that was changed after it had been signed | 1      | "configuration" |

      Examples: At once
        | source             | action | scope              |
        | from somebody else | 3      | "debug write full" |
