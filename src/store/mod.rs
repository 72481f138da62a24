//! Where users, policies and PINs are kept.
