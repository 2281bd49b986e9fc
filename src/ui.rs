//! The reader in the terminal: an event becomes an action, an action changes the state, the state
//! is drawn.
