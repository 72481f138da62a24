//! `System.Net.IPNetwork`: a range of addresses.

use super::address::{self, Address};
use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::invoke::{assign, receiver};
use crate::types::table::{Method, Property, TypeTable};
use crate::types::{fault, known, object};
use crate::value::error::FORMAT_EXCEPTION;
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::net::IpAddr;

/// A range: the addresses that share the first bits of its base.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Network {
    base: Address,
    prefix: u32,
}

impl Network {
    /// The range that holds an address; `None` for more bits than it has.
    fn around(address: Address, prefix: u32) -> Option<Network> {
        let (bits, width) = bits_of(address.ip);
        if prefix > width {
            return None;
        }
        let bits = if prefix == 0 { 0 } else { bits >> (width - prefix) << (width - prefix) };
        let ip = match address.ip {
            IpAddr::V4(_) => IpAddr::V4(u32::try_from(bits).ok()?.into()),
            IpAddr::V6(_) => IpAddr::V6(bits.into()),
        };
        Some(Network { base: Address { ip, scope: 0 }, prefix })
    }

    fn parse(text: &str) -> Option<Network> {
        let (address, prefix) = text.rsplit_once('/')?;
        if prefix.starts_with('+') {
            return None;
        }
        Network::around(Address::parse(address)?, prefix.parse().ok()?)
    }

    fn contains(&self, address: Address) -> bool {
        address.ip.is_ipv4() == self.base.ip.is_ipv4() && Network::around(address, self.prefix) == Some(*self)
    }

    fn written(&self) -> String {
        format!("{}/{}", self.base.written(), self.prefix)
    }
}

/// The bits of an address and how many it has.
fn bits_of(ip: IpAddr) -> (u128, u32) {
    match ip {
        IpAddr::V4(ip) => (u32::from(ip).into(), 32),
        IpAddr::V6(ip) => (ip.into(), 128),
    }
}

impl Native for Network {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::IP_NETWORK)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.written())))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.written()))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("BaseAddress", "ipaddress", |_, this| Ok(address::value(own(this)?.base))),
        Property::new("PrefixLength", "int", |_, this| Ok(Value::Int(own(this)?.prefix as i32))),
    ],
    methods: &[
        Method::new("bool Contains(ipaddress address)", |_, this, arguments| {
            if arguments.is_null(0) {
                return Err(fault::argument_null("address"));
            }
            Ok(Value::Bool(own(this)?.contains(address::own(&arguments.value(0))?)))
        }),
        Method::new("string ToString()", object::to_string),
        Method::new("bool Equals(System.Net.IPNetwork other)", object::equals),
        Method::new("bool Equals(System.Object obj)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
    ],
    constructors: &[Method::new("System.Net.IPNetwork new(ipaddress baseAddress, int prefixLength)", new)],
    static_methods: &[
        Method::new("System.Net.IPNetwork Parse(string s)", parse),
        Method::new("bool TryParse(string s, [ref] System.Net.IPNetwork result)", try_parse),
    ],
    ..TypeTable::of(&known::IP_NETWORK)
};

fn own(this: &Value) -> Outcome<Network> {
    receiver::<Network>(this).copied()
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if arguments.is_null(0) {
        return Err(fault::argument_null("baseAddress"));
    }
    let prefix = u32::try_from(arguments.int(1)).ok();
    let base = address::own(&arguments.value(0))?;
    prefix
        .and_then(|prefix| Network::around(base, prefix))
        .map(Value::native)
        .ok_or_else(|| fault::out_of_range("Specified argument was out of the range of valid values.", "prefixLength"))
}

fn parse(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.needed_text(0, "s")?;
    Network::parse(&text)
        .map(Value::native)
        .ok_or_else(|| fault::raise(&FORMAT_EXCEPTION, "An invalid IP network was specified."))
}

fn try_parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let network = Network::parse(&arguments.text(0));
    assign(env, arguments.get(1), network.map(Value::native).unwrap_or_default())?;
    Ok(Value::Bool(network.is_some()))
}
