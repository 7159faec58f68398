Feature: What other drivers in the kernel do with a CXL memory device

  Those of scrubbing and repair read and set features of the same device, by the
  same mailbox. fwctl must not keep them from it, and gives up what they want for
  themselves.

  @should @cxl-kernel-gets-through
  Rule: While callers keep the mailbox as busy as they can, the transfers of the kernel get through

    Example: <callers> callers read a feature in several pieces, and the kernel <does>
      Given a CXL memory device whose mailbox takes 64 bytes and whose features are 480 bytes long is registered
      And <callers> callers have opened the device
      When <callers> callers keep reading the feature, and the kernel <does>
      Then the kernel was served while the callers asked
      And every one of them succeeds

      Examples:
        | callers | does         |
        | 2       | reads it too |
        | 2       | sets it      |
        | 4       | reads it too |

  @must @cxl-kernel-multipart-atomic
  Rule: The parts of a transfer of the kernel do not mix with those of a caller's

    Background:
      Given a CXL memory device whose mailbox takes 256 bytes and whose features are 600 bytes long is registered
      And the caller has CAP_SYS_RAWIO
      And the caller has opened the device

    Example: Both set what is long
      When the caller sets a feature while a kernel driver sets another
      Then the mailbox received the parts of one transfer, and then those of the other

    Example: The caller reads what is long, the kernel sets what is long
      When the caller reads a feature while a kernel driver sets another
      Then the mailbox received the parts of one transfer, and then those of the other

    Example: The caller sets what is long, the kernel reads what is long
      When the caller sets a feature while a kernel driver reads another
      Then the mailbox received the parts of one transfer, and then those of the other

  @must @cxl-claimed-feature
  Rule: A feature that a kernel driver takes over is no longer set, also on files that are open

    Example: A file that was open before
      Given a CXL memory device with 2 features is registered
      And the caller has CAP_SYS_RAWIO
      And the caller has opened the device
      When the caller sets the feature in every scope
      Then it is admitted in "debug write" and in every greater scope, and refused with EINVAL in the others
      When a kernel driver takes over the feature
      And the caller sets the feature in every scope
      Then it is refused with EINVAL or EPERM in every scope, and no command reached the mailbox

    Example: A file that is opened afterwards
      Given a CXL memory device with 2 features is registered
      When a kernel driver takes over the feature
      And the caller gains CAP_SYS_RAWIO
      And the caller opens the device
      Then the open succeeds
      When the caller sets the feature in every scope
      Then it is refused with EINVAL or EPERM in every scope, and no command reached the mailbox

    Example: The other feature
      Given a CXL memory device with 2 features is registered
      And the caller has CAP_SYS_RAWIO
      And the caller has opened the device
      When a kernel driver takes over the feature
      And the caller sets the second feature in every scope
      Then it is admitted in "debug write" and in every greater scope, and refused with EINVAL in the others

    Example: One feature after the other
      Given a CXL memory device with 2 features is registered
      And the caller has CAP_SYS_RAWIO
      And the caller has opened the device
      When a kernel driver takes over the feature
      And a kernel driver takes over the second feature
      And the caller sets the feature in every scope
      Then it is refused with EINVAL or EPERM in every scope, and no command reached the mailbox
      When the caller sets the second feature in every scope
      Then it is refused with EINVAL or EPERM in every scope, and no command reached the mailbox

    Example: A transfer that is under way
      Given a CXL memory device whose mailbox takes 64 bytes and whose features are 96 bytes long is registered
      And the caller has CAP_SYS_RAWIO
      And the caller has opened the device
      When the caller begins to set the feature
      And a kernel driver takes over the feature
      Then the call has come back
      And the call succeeds
      And the mailbox received the whole value in 3 parts that are to be kept across a reset

    Example: A transfer that takes long
      Given a CXL memory device whose mailbox takes 64 bytes and whose features are 4000 bytes long is registered
      And the caller has CAP_SYS_RAWIO
      And the caller has opened the device
      When the caller begins to set the feature
      And a kernel driver takes over the feature
      Then nothing more of the feature reaches the mailbox
      And the call succeeds
