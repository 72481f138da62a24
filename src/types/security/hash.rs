//! Hash algorithms: `MD5`, `SHA1`, `SHA256`, `SHA384`, `SHA512`, and those with a key.

use crate::types::arguments::{Arguments, byte_array};
use crate::types::invoke::{receiver, type_of_call};
use crate::types::io::stream::StreamObject;
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{fault, known};
use crate::value::types::{NativeType, TypeRef};
use crate::value::{Env, Native, Outcome, Value};
use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};
use std::cell::RefCell;

/// An algorithm.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Md5,
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Kind {
    /// The algorithm that a type is named after.
    fn of(name: &str) -> Option<Kind> {
        let name = name.rsplit('.').next().unwrap_or(name).split('+').next().unwrap_or(name);
        let name = name.strip_prefix("HMAC").unwrap_or(name).replace('-', "");
        Some(match name.to_ascii_uppercase().as_str() {
            "MD5" => Kind::Md5,
            "SHA1" | "SHA" => Kind::Sha1,
            "SHA256" => Kind::Sha256,
            "SHA384" => Kind::Sha384,
            "SHA512" => Kind::Sha512,
            _ => return None,
        })
    }

    fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Kind::Md5 => Md5::digest(bytes).to_vec(),
            Kind::Sha1 => Sha1::digest(bytes).to_vec(),
            Kind::Sha256 => Sha256::digest(bytes).to_vec(),
            Kind::Sha384 => Sha384::digest(bytes).to_vec(),
            Kind::Sha512 => Sha512::digest(bytes).to_vec(),
        }
    }

    /// The digest with a key (RFC 2104).
    fn keyed(self, key: &[u8], bytes: &[u8]) -> Vec<u8> {
        let block = if matches!(self, Kind::Sha384 | Kind::Sha512) { 128 } else { 64 };
        let mut key = if key.len() > block { self.digest(key) } else { key.to_vec() };
        key.resize(block, 0);
        let padded = |pad: u8| key.iter().map(move |byte| byte ^ pad);
        let inner: Vec<u8> = padded(0x36).chain(bytes.iter().copied()).collect();
        let outer: Vec<u8> = padded(0x5C).chain(self.digest(&inner)).collect();
        self.digest(&outer)
    }

    /// The length of the digest in bytes.
    fn size(self) -> i32 {
        match self {
            Kind::Md5 => 16,
            Kind::Sha1 => 20,
            Kind::Sha256 => 32,
            Kind::Sha384 => 48,
            Kind::Sha512 => 64,
        }
    }

    /// The type of the objects that `Create()` makes.
    fn implementation(self) -> &'static NativeType {
        match self {
            Kind::Md5 => &MD5_IMPLEMENTATION,
            Kind::Sha1 => &SHA1_IMPLEMENTATION,
            Kind::Sha256 => &SHA256_IMPLEMENTATION,
            Kind::Sha384 => &SHA384_IMPLEMENTATION,
            Kind::Sha512 => &SHA512_IMPLEMENTATION,
        }
    }
}

static MD5_IMPLEMENTATION: NativeType =
    NativeType::class("System.Security.Cryptography.MD5+Implementation", &known::MD5);
static SHA1_IMPLEMENTATION: NativeType =
    NativeType::class("System.Security.Cryptography.SHA1+Implementation", &known::SHA1);
static SHA256_IMPLEMENTATION: NativeType =
    NativeType::class("System.Security.Cryptography.SHA256+Implementation", &known::SHA256);
static SHA384_IMPLEMENTATION: NativeType =
    NativeType::class("System.Security.Cryptography.SHA384+Implementation", &known::SHA384);
static SHA512_IMPLEMENTATION: NativeType =
    NativeType::class("System.Security.Cryptography.SHA512+Implementation", &known::SHA512);
static KEYED: NativeType = NativeType::class("System.Security.Cryptography.KeyedHashAlgorithm", &known::HASH_ALGORITHM);
static HMAC: NativeType = NativeType::class("System.Security.Cryptography.HMAC", &KEYED);
static HMAC_MD5: NativeType = NativeType::class("System.Security.Cryptography.HMACMD5", &HMAC);
static HMAC_SHA1: NativeType = NativeType::class("System.Security.Cryptography.HMACSHA1", &HMAC);
static HMAC_SHA256: NativeType = NativeType::class("System.Security.Cryptography.HMACSHA256", &HMAC);
static HMAC_SHA384: NativeType = NativeType::class("System.Security.Cryptography.HMACSHA384", &HMAC);
static HMAC_SHA512: NativeType = NativeType::class("System.Security.Cryptography.HMACSHA512", &HMAC);

pub(super) static TYPES: &[&NativeType] =
    &[&KEYED, &HMAC, &HMAC_MD5, &HMAC_SHA1, &HMAC_SHA256, &HMAC_SHA384, &HMAC_SHA512];

/// A hash algorithm at work.
struct Hasher {
    ty: &'static NativeType,
    kind: Kind,
    key: RefCell<Option<Vec<u8>>>,
    /// What came in blocks so far.
    waiting: RefCell<Vec<u8>>,
    /// The last digest.
    last: RefCell<Option<Vec<u8>>>,
}

impl Hasher {
    #[expect(clippy::new_ret_no_self, reason = "scripts hold it as a value")]
    fn new(ty: &'static NativeType, kind: Kind, key: Option<Vec<u8>>) -> Value {
        let (waiting, last) = (RefCell::default(), RefCell::default());
        Value::native(Hasher { ty, kind, key: RefCell::new(key), waiting, last })
    }

    fn hash(&self, bytes: &[u8]) -> Vec<u8> {
        let digest = match &*self.key.borrow() {
            Some(key) => self.kind.keyed(key, bytes),
            None => self.kind.digest(bytes),
        };
        self.last.replace(Some(digest.clone()));
        digest
    }
}

impl Native for Hasher {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(self.ty)
    }
}

static BASE: TypeTable = TypeTable {
    properties: &[
        Property::new("HashSize", "int", |_, this| Ok(Value::Int(own(this)?.kind.size() * 8))),
        Property::new("Hash", "byte[]", |_, this| {
            Ok(own(this)?.last.borrow().as_deref().map_or(Value::Null, byte_array))
        }),
        Property::new("InputBlockSize", "int", |_, _| Ok(Value::Int(1))),
        Property::new("OutputBlockSize", "int", |_, _| Ok(Value::Int(1))),
        Property::new("CanTransformMultipleBlocks", "bool", |_, _| Ok(Value::Bool(true))),
        Property::new("CanReuseTransform", "bool", |_, _| Ok(Value::Bool(true))),
    ],
    methods: &[
        Method::new("byte[] ComputeHash(byte[] buffer)", compute_hash),
        Method::new("byte[] ComputeHash(byte[] buffer, int offset, int count)", compute_hash),
        Method::new("byte[] ComputeHash(System.IO.Stream inputStream)", compute_hash),
        Method::new("void Dispose()", |_, _, _| Ok(Value::Void)),
        Method::new("void Clear()", |_, _, _| Ok(Value::Void)),
        Method::new(
            "int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int \
             outputOffset)",
            transform_block,
        ),
        Method::new(
            "byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)",
            transform_final_block,
        ),
        Method::new("void Initialize()", |_, this, _| {
            own(this)?.waiting.take();
            Ok(Value::Void)
        }),
    ],
    static_methods: &[Method::new("System.Security.Cryptography.HashAlgorithm Create(string hashName)", create)],
    ..TypeTable::of(&known::HASH_ALGORITHM)
};

/// The members of an algorithm's type.
macro_rules! algorithm {
    ($ty:expr, $name:literal, $bytes:literal) => {
        TypeTable {
            static_properties: &[
                StaticProperty::new("HashSizeInBits", "int", |_| Ok(Value::Int($bytes * 8))),
                StaticProperty::new("HashSizeInBytes", "int", |_| Ok(Value::Int($bytes))),
            ],
            static_methods: &[
                Method::new(concat!($name, " Create()"), create_own),
                Method::new("byte[] HashData(byte[] source)", hash_data),
                Method::new("byte[] HashData(System.IO.Stream source)", hash_data),
            ],
            ..TypeTable::of($ty)
        }
    };
}

/// The members of the type of an algorithm with a key.
macro_rules! keyed {
    ($ty:expr, $name:literal, $bytes:literal) => {
        TypeTable {
            properties: &[Property::settable("Key", "byte[]", key, set_key)],
            constructors: &[
                Method::new(concat!($name, " new()"), new_keyed),
                Method::new(concat!($name, " new(byte[] key)"), new_keyed),
            ],
            static_properties: &[
                StaticProperty::new("HashSizeInBits", "int", |_| Ok(Value::Int($bytes * 8))),
                StaticProperty::new("HashSizeInBytes", "int", |_| Ok(Value::Int($bytes))),
            ],
            static_methods: &[
                Method::new("byte[] HashData(byte[] key, byte[] source)", hash_data_keyed),
                Method::new("byte[] HashData(byte[] key, System.IO.Stream source)", hash_data_keyed),
            ],
            ..TypeTable::of($ty)
        }
    };
}

static MD5: TypeTable = algorithm!(&known::MD5, "System.Security.Cryptography.MD5", 16);
static SHA1: TypeTable = algorithm!(&known::SHA1, "System.Security.Cryptography.SHA1", 20);
static SHA256: TypeTable = algorithm!(&known::SHA256, "System.Security.Cryptography.SHA256", 32);
static SHA384: TypeTable = algorithm!(&known::SHA384, "System.Security.Cryptography.SHA384", 48);
static SHA512: TypeTable = algorithm!(&known::SHA512, "System.Security.Cryptography.SHA512", 64);
static KEYED_MD5: TypeTable = keyed!(&HMAC_MD5, "System.Security.Cryptography.HMACMD5", 16);
static KEYED_SHA1: TypeTable = keyed!(&HMAC_SHA1, "System.Security.Cryptography.HMACSHA1", 20);
static KEYED_SHA256: TypeTable = keyed!(&HMAC_SHA256, "System.Security.Cryptography.HMACSHA256", 32);
static KEYED_SHA384: TypeTable = keyed!(&HMAC_SHA384, "System.Security.Cryptography.HMACSHA384", 48);
static KEYED_SHA512: TypeTable = keyed!(&HMAC_SHA512, "System.Security.Cryptography.HMACSHA512", 64);

pub(super) static TABLES: &[&TypeTable] = &[
    &BASE,
    &KEYED_MD5,
    &KEYED_SHA1,
    &KEYED_SHA256,
    &KEYED_SHA384,
    &KEYED_SHA512,
    &MD5,
    &SHA1,
    &SHA256,
    &SHA384,
    &SHA512,
];

fn own(this: &Value) -> Outcome<&Hasher> {
    receiver::<Hasher>(this)
}

/// The algorithm of the type that a static method is called on.
fn kind_of_call(this: &Value) -> Outcome<(&'static NativeType, Kind)> {
    let ty = type_of_call(this).native();
    Kind::of(ty.name).map(|kind| (ty, kind)).ok_or_else(fault::null_reference)
}

fn create_own(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let (_, kind) = kind_of_call(this)?;
    Ok(Hasher::new(kind.implementation(), kind, None))
}

fn create(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let kind = Kind::of(&arguments.needed_text(0, "hashName")?);
    Ok(kind.map_or(Value::Null, |kind| Hasher::new(kind.implementation(), kind, None)))
}

/// The bytes of an array or the rest of a stream.
fn source(arguments: &[Value], place: usize, parameter: &str) -> Outcome<Vec<u8>> {
    let value = arguments.value(place);
    match (value.base(), value.downcast::<StreamObject>()) {
        (_, Some(stream)) => stream.0.read_rest(),
        (Value::Array(_), None) => Ok(arguments.bytes(place)),
        _ => Err(fault::argument_null(parameter)),
    }
}

fn hash_data(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (_, kind) = kind_of_call(this)?;
    Ok(byte_array(&kind.digest(&source(arguments, 0, "source")?)))
}

fn hash_data_keyed(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (_, kind) = kind_of_call(this)?;
    Ok(byte_array(&kind.keyed(&source(arguments, 0, "key")?, &source(arguments, 1, "source")?)))
}

/// Without a key a random one is made.
fn new_keyed(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (ty, kind) = kind_of_call(this)?;
    let key = match arguments.is_empty() {
        true => (0..8).flat_map(|_| env.random().to_le_bytes()).collect(),
        false => source(arguments, 0, "key")?,
    };
    Ok(Hasher::new(ty, kind, Some(key)))
}

fn key(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(own(this)?.key.borrow().as_deref().map_or(Value::Null, byte_array))
}

fn set_key(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    own(this)?.key.replace(Some(source(std::slice::from_ref(&value), 0, "value")?));
    Ok(())
}

/// The part of a buffer that an offset and a count after it give.
fn part(arguments: &[Value], parameter: &str) -> Outcome<Vec<u8>> {
    let bytes = source(arguments, 0, parameter)?;
    if arguments.len() < 3 {
        return Ok(bytes);
    }
    let offset = usize::try_from(arguments.int(1))
        .map_err(|_| fault::out_of_range("Non-negative number required.", "offset"))?;
    let count = usize::try_from(arguments.int(2)).ok().and_then(|count| offset.checked_add(count));
    match count.and_then(|end| bytes.get(offset..end)) {
        Some(part) => Ok(part.to_vec()),
        None => Err(fault::raise(&crate::value::error::ARGUMENT_EXCEPTION, "Value was invalid.")),
    }
}

fn compute_hash(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = part(arguments, "buffer")?;
    Ok(byte_array(&own(this)?.hash(&bytes)))
}

fn transform_block(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = part(arguments, "inputBuffer")?;
    own(this)?.waiting.borrow_mut().extend_from_slice(&bytes);
    Ok(Value::Int(i32::try_from(bytes.len()).unwrap_or(i32::MAX)))
}

fn transform_final_block(_env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = part(arguments, "inputBuffer")?;
    let own = own(this)?;
    let mut whole = own.waiting.take();
    whole.extend_from_slice(&bytes);
    own.hash(&whole);
    Ok(byte_array(&bytes))
}

#[cfg(test)]
mod tests {
    use super::Kind;

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn digests_with_a_key_follow_the_standard() {
        assert_eq!(hex(&Kind::Md5.digest(&[1, 2])), "0cb988d042a7f28dd5fe2b55b3f5ac7a");
        let keyed = Kind::Sha256.keyed(&[1, 2], &[3]);
        assert_eq!(hex(&keyed), "df51251c73d7f489a3422c5e6196fb4bf0d3de8be751881ce8d08e1ca9ad1dd3");
    }
}
