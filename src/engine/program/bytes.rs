//! Bytes on their way from one program to the next, or into a file.

use crate::value::{Native, NativeType, TypeRef, types};

static BYTES: NativeType = NativeType::class("System.Byte[]", &types::OBJECT);

/// A piece of a program's output that nothing looked at.
pub struct Bytes(pub Vec<u8>);

impl Native for Bytes {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&BYTES)
    }
}
