Feature: What an fwctl driver for NVMe leaves to others

  Blocks are the block layer's, queues are the nvme driver's, and namespaces may
  belong to another host that shares the subsystem. The commands exist, and there are
  other ways to send them for those who may.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened an NVMe controller

  @must @nvme-no-blocks
  Rule: No command of an I/O queue is sent in any scope

    Example: <command>
      When the caller sends <command> in every scope
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: Blocks of this host, and of the other
        | command                         |
        | Read of namespace 1 on queue 1  |
        | Write to namespace 1 on queue 1 |
        | Read of namespace 2 on queue 2  |
        | Write to namespace 2 on queue 2 |

      Examples: Commands that move none, and a queue that there is not
        | command                                |
        | Flush of namespace 1 on queue 1        |
        | Write Zeroes to namespace 1 on queue 1 |
        | Read of namespace 1 on queue 3         |

      Examples: What reads like a log page about health, were it for the admin queue
        | command                                            |
        | Read of namespace 1 on queue 1 from block 0x7F8002 |

  @must @nvme-no-erasing
  Rule: No command that erases blocks or changes namespaces is sent in any scope

    Example: <command>
      When the caller sends <command> in every scope
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: Of one namespace, of all, and of the other host
        | command                                        |
        | Format NVM of namespace 1                      |
        | Format NVM of namespace 2                      |
        | Format NVM of namespace 0xFFFFFFFF             |
        | Sanitize of the whole subsystem                |
        | Sanitize that overwrites                       |
        | Sanitize that changes the keys                 |
        | Namespace Management that creates one          |
        | Namespace Management that deletes namespace 2  |
        | Namespace Attachment that attaches namespace 2 |
        | Namespace Attachment that detaches namespace 1 |

  @must @nvme-full-debug-only
  Rule: What others rely on is changed with full debug only

    Example: <command>
      When the caller sends <command> in every scope below full debug
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: Queues and commands of the nvme driver
        | command                                   |
        | Delete I/O Submission Queue               |
        | Delete I/O Submission Queue with number 2 |
        | Delete I/O Completion Queue               |
        | Abort                                     |
        | Security Send                             |
        | Security Receive                          |
        | Security Receive of the TCG               |

      Examples: Other controllers, the enclosure, and what another host has been given
        | command                                        |
        | Virtualization Management                      |
        | Virtualization Management that gives resources |
        | NVMe-MI Send                                   |
        | Directive Send                                 |

      Examples: The controller itself
        | command             |
        | Stop the Controller |
        | Patch the Firmware  |
        | Dump the Memory     |

    Example: <command>, with full debug
      When the caller sends <command> in every scope
      Then "debug write full" and every greater scope admit it, and no other does

      Examples: Queues and commands of the nvme driver
        | command                                   |
        | Delete I/O Submission Queue               |
        | Delete I/O Submission Queue with number 2 |
        | Delete I/O Completion Queue               |
        | Abort                                     |
        | Security Send                             |
        | Security Receive                          |
        | Security Receive of the TCG               |

      Examples: Other controllers, the enclosure, and what another host has been given
        | command                                        |
        | Virtualization Management                      |
        | Virtualization Management that gives resources |
        | NVMe-MI Send                                   |
        | Directive Send                                 |

      Examples: The controller itself
        | command         |
        | Dump the Memory |

  @must @nvme-no-resources
  Rule: No command is sent in any scope that would leave something in the controller when the file is closed

    Example: <command>
      When the caller sends <command> in every scope
      Then no scope admits it, and the firmware received no command
      And the host has noticed nothing

      Examples: Streams, and a command that only an event completes
        | command                              |
        | Directive Receive that takes streams |
        | Asynchronous Event Request           |
