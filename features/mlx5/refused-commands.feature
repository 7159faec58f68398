Feature: Commands that mlx5 admits in no scope

  The driver cannot free what a command would allocate in the firmware, and so it
  sends nothing that is not in its table, not even for a caller who may do anything.

  Background:
    Given a caller with CAP_SYS_RAWIO has opened an mlx5 function

  @must @mlx5-no-allocation
  Rule: A command that creates, changes or destroys firmware objects is refused in every scope

    Example: <command> in every scope
      When the caller sends <command> in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command

      Examples: They would allocate what nothing frees
        | command                       |
        | ALLOC_SF                      |
        | CREATE_MKEY                   |
        | ALLOC_MEMIC                   |
        | CREATE_EQ                     |
        | CREATE_CQ                     |
        | CREATE_QP                     |
        | CREATE_PSV                    |
        | CREATE_SRQ                    |
        | CREATE_XRC_SRQ                |
        | CREATE_DCT                    |
        | CREATE_XRQ                    |
        | ALLOC_Q_COUNTER               |
        | CREATE_SCHEDULING_ELEMENT     |
        | ALLOC_PD                      |
        | ALLOC_UAR                     |
        | ALLOC_XRCD                    |
        | ALLOC_TRANSPORT_DOMAIN        |
        | CREATE_LAG                    |
        | CREATE_TIR                    |
        | CREATE_SQ                     |
        | CREATE_RQ                     |
        | CREATE_RMP                    |
        | CREATE_TIS                    |
        | CREATE_RQT                    |
        | CREATE_FLOW_TABLE             |
        | CREATE_FLOW_GROUP             |
        | ALLOC_FLOW_COUNTER            |
        | ALLOC_PACKET_REFORMAT_CONTEXT |
        | ALLOC_MODIFY_HEADER_CONTEXT   |
        | FPGA_CREATE_QP                |
        | CREATE_GENERAL_OBJECT         |
        | CREATE_UCTX                   |
        | CREATE_UMEM                   |

      Examples: They would take away what another holds
        | command                         |
        | DEALLOC_SF                      |
        | DESTROY_MKEY                    |
        | DEALLOC_MEMIC                   |
        | DESTROY_EQ                      |
        | DESTROY_CQ                      |
        | DESTROY_QP                      |
        | DESTROY_PSV                     |
        | DESTROY_SRQ                     |
        | DESTROY_XRC_SRQ                 |
        | DESTROY_DCT                     |
        | DESTROY_XRQ                     |
        | DEALLOC_Q_COUNTER               |
        | DESTROY_SCHEDULING_ELEMENT      |
        | DEALLOC_PD                      |
        | DEALLOC_UAR                     |
        | DEALLOC_XRCD                    |
        | DEALLOC_TRANSPORT_DOMAIN        |
        | DESTROY_LAG                     |
        | DESTROY_TIR                     |
        | DESTROY_SQ                      |
        | DESTROY_RQ                      |
        | DESTROY_RMP                     |
        | DESTROY_TIS                     |
        | DESTROY_RQT                     |
        | DESTROY_FLOW_TABLE              |
        | DESTROY_FLOW_GROUP              |
        | DEALLOC_FLOW_COUNTER            |
        | DEALLOC_PACKET_REFORMAT_CONTEXT |
        | DEALLOC_MODIFY_HEADER_CONTEXT   |
        | FPGA_DESTROY_QP                 |
        | DESTROY_GENERAL_OBJECT          |
        | DESTROY_UCTX                    |
        | DESTROY_UMEM                    |

      Examples: They would change what another holds
        | command                   |
        | MODIFY_CQ                 |
        | MODIFY_XRQ                |
        | MODIFY_VPORT_STATE        |
        | MODIFY_ESW_VPORT_CONTEXT  |
        | MODIFY_NIC_VPORT_CONTEXT  |
        | MODIFY_HCA_VPORT_CONTEXT  |
        | MODIFY_SCHEDULING_ELEMENT |
        | MODIFY_CONG_PARAMS        |
        | MODIFY_LAG                |
        | MODIFY_TIR                |
        | MODIFY_SQ                 |
        | MODIFY_RQ                 |
        | MODIFY_RMP                |
        | MODIFY_TIS                |
        | MODIFY_RQT                |
        | MODIFY_FLOW_TABLE         |
        | FPGA_MODIFY_QP            |
        | MODIFY_GENERAL_OBJECT     |

    Example: After a command that was admitted
      When the caller sends QUERY_ADAPTER
      Then the call succeeds
      When the caller sends CREATE_QP in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command

  @must @mlx5-unlisted-refused
  Rule: A command that the driver does not list is refused in every scope

    Example: <command> in every scope
      When the caller sends <command> in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command

      Examples: They belong to the driver that runs the function
        | command              |
        | INIT_HCA             |
        | TEARDOWN_HCA         |
        | ENABLE_HCA           |
        | DISABLE_HCA          |
        | MANAGE_PAGES         |
        | SET_ISSI             |
        | SET_DRIVER_VERSION   |
        | MODIFY_OTHER_HCA_CAP |
        | SET_SF_PARTITION     |
        | SUSPEND_VHCA         |
        | RESUME_VHCA          |
        | SAVE_VHCA_STATE      |
        | LOAD_VHCA_STATE      |

      Examples: They belong to the users of objects, ports and tables
        | command                 |
        | PAGE_FAULT_RESUME       |
        | GEN_EQE                 |
        | RST2INIT_QP             |
        | MAD_IFC                 |
        | ARM_RQ                  |
        | SET_ROCE_ADDRESS        |
        | SET_PP_RATE_LIMIT       |
        | CONFIG_INT_MODERATION   |
        | ATTACH_TO_MCG           |
        | DETACH_FROM_MCG         |
        | GET_DROPPED_PACKET_LOG  |
        | SET_MAD_DEMUX           |
        | ADD_VXLAN_UDP_DPORT     |
        | DELETE_VXLAN_UDP_DPORT  |
        | SET_L2_TABLE_ENTRY      |
        | DELETE_L2_TABLE_ENTRY   |
        | SET_WOL_ROL             |
        | SET_DELAY_DROP_PARAMS   |
        | SET_FLOW_TABLE_ROOT     |
        | SET_FLOW_TABLE_ENTRY    |
        | DELETE_FLOW_TABLE_ENTRY |

    Example: Opcode <opcode>, which no command has
      When the caller sends the unpublished command <opcode> in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command

      Examples: Before, between and behind the published opcodes
        | opcode |
        | 0x0000 |
        | 0x0106 |
        | 0x0110 |
        | 0x09FF |
        | 0x0B04 |
        | 0x0B2D |
        | 0x0B30 |
        | 0x0C00 |
        | 0x7FFF |
        | 0x8002 |
        | 0x8005 |
        | 0x8007 |
        | 0xFFFF |

      Examples: They look like a listed one with its bytes swapped, or in a part of their bits
        | opcode |
        | 0x0001 |
        | 0x0007 |
        | 0x0701 |
        | 0x1101 |
        | 0x4B22 |
        | 0x8100 |
        | 0x8101 |
        | 0x880D |

    Example: A second file
      When the caller opens the device
      Then the open succeeds
      When the caller sends ENABLE_HCA in every scope, whatever else it says
      Then no scope admits it, and the firmware received no command

  @must @mlx5-refusal-errno
  Rule: A refused command fails with EBADMSG, whether it is not listed or its scope is too low

    Example: <command>, which is not listed, in scope <scope>
      When the caller sends <command> in scope <scope>
      Then the call fails with EBADMSG
      And the firmware received no command

      Examples: Not listed
        | command     | scope              |
        | CREATE_QP   | "configuration"    |
        | ENABLE_HCA  | "configuration"    |
        | SET_WOL_ROL | "configuration"    |
        | DESTROY_TIS | "debug read only"  |
        | MODIFY_SQ   | "debug write"      |
        | CREATE_UCTX | "debug write full" |

    Example: Opcode <opcode>, which no command has, in scope <scope>
      When the caller sends the unpublished command <opcode> in scope <scope>
      Then the call fails with EBADMSG
      And the firmware received no command

      Examples: Not published
        | opcode | scope              |
        | 0x0000 | "configuration"    |
        | 0x0106 | "debug write"      |
        | 0xFFFF | "debug write full" |

    Example: <command>, which needs more than <scope>
      When the caller sends <command> in scope <scope>
      Then the call fails with EBADMSG
      And the firmware received no command

      Examples: Scope too low
        | command               | scope           |
        | QUERY_CQ              | "configuration" |
        | SET_DIAGNOSTIC_PARAMS | "configuration" |

    Example: <command> with op_mod <op_mod>, which needs more than "configuration"
      When the caller sends <command> with op_mod <op_mod>
      Then the call fails with EBADMSG
      And the firmware received no command

      Examples: Reading a register
        | command              | op_mod |
        | ACCESS_REG           | 1      |
        | ACCESS_REGISTER_USER | 1      |

    Example: A command that is refused a second time
      When the caller sends CREATE_QP
      Then the call fails with EBADMSG
      When the caller sends CREATE_QP
      Then the call fails with EBADMSG
