Feature: Who may open a device

  The node decides who may open it, and the label on each call decides what the
  opener may do.

  @should @access-root-only-node
  Rule: The node is for root alone unless the administrator says otherwise

    Example: Nodes as the kernel makes them
      Given a device is registered
      And a second device is registered
      Then only root may open the node of the device
      And only root may open the node of the second device

  @should @access-mode-of-open
  Rule: The mode of the open does not stand in for the scope

    Example: A file opened for reading only takes "<scope>" calls
      Given a device is registered
      And the caller has CAP_SYS_RAWIO
      And the caller has opened the device for reading only
      When the caller sends an RPC in scope "<scope>"
      Then the call succeeds

      Examples:
        | scope            |
        | configuration    |
        | debug read only  |
        | debug write      |
        | debug write full |
