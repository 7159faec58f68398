Feature: Who may open a device

  The node decides who may open it, and the label on each call decides what the
  opener may do.

  @should @access-root-only-node
  Rule: The node is for root alone unless the administrator says otherwise

    Example: A node as the kernel makes it
      Given a device is registered
      Then only root may open the node

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
        | debug write      |
        | debug write full |
