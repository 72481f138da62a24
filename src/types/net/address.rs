//! `System.Net.IPAddress`.

use crate::text::Str;
use crate::types::arguments::{Arguments, byte_array};
use crate::types::invoke::{assign, receiver};
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{compare, enums, fault, known, object};
use crate::value::error::{FORMAT_EXCEPTION, INVALID_OPERATION_EXCEPTION};
use crate::value::types::TypeRef;
use crate::value::{EnumValue, Env, Flow, Native, Outcome, Value};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An address of either version.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Address {
    pub ip: IpAddr,
    /// The zone of an address of version 6.
    pub scope: u32,
}

impl Address {
    fn new(ip: impl Into<IpAddr>) -> Address {
        Address { ip: ip.into(), scope: 0 }
    }

    /// Reads an address: decimal, octal or hexadecimal parts, of which the last may stand for several.
    pub fn parse(text: &str) -> Option<Address> {
        if let Some(ip) = parse_v4(text) {
            return Some(Address::new(ip));
        }
        let inside = match text.strip_prefix('[') {
            Some(rest) => {
                let (inside, rest) = rest.split_once(']')?;
                let is_port = |rest: &str| rest.strip_prefix(':').is_some_and(|port| port.parse::<u16>().is_ok());
                if !rest.is_empty() && !is_port(rest) {
                    return None;
                }
                inside
            }
            None => text,
        };
        let (ip, scope) = inside.split_once('%').unwrap_or((inside, "0"));
        let ip: Ipv6Addr = ip.split('/').next()?.parse().ok()?;
        Some(Address { ip: IpAddr::V6(ip), scope: scope.parse().unwrap_or(0) })
    }

    fn v6(&self) -> Option<Ipv6Addr> {
        match self.ip {
            IpAddr::V6(ip) => Some(ip),
            IpAddr::V4(_) => None,
        }
    }

    pub fn written(&self) -> String {
        match self.scope {
            0 => self.ip.to_string(),
            scope => format!("{}%{scope}", self.ip),
        }
    }
}

/// An address of version 4 in any of its forms; `None` for everything else.
pub fn parse_v4(text: &str) -> Option<Ipv4Addr> {
    let parts: Vec<&str> = text.split('.').collect();
    if parts.len() > 4 {
        return None;
    }
    let mut number: u64 = 0;
    for (place, part) in parts.iter().enumerate() {
        let lower = part.to_ascii_lowercase();
        let (digits, radix) = match lower.strip_prefix("0x") {
            Some(digits) => (digits, 16),
            None if lower.len() > 1 && lower.starts_with('0') => (lower.get(1..)?, 8),
            None => (lower.as_str(), 10),
        };
        if digits.is_empty() || digits.starts_with('+') {
            return None;
        }
        let part = u64::from_str_radix(digits, radix).ok()?;
        let is_last = place + 1 == parts.len();
        let width = if is_last { 8 * (4 - place as u32) } else { 8 };
        if part >= 1 << width {
            return None;
        }
        number = if is_last { number | part } else { number | part << (8 * (3 - place as u32)) };
    }
    u32::try_from(number).ok().map(Ipv4Addr::from)
}

impl Native for Address {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::IP_ADDRESS)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.written())))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.written()))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    accelerators: &["ipaddress"],
    properties: &[
        Property::new("AddressFamily", "System.Net.Sockets.AddressFamily", |_, this| {
            Ok(EnumValue::native(&enums::ADDRESS_FAMILY, if own(this)?.ip.is_ipv4() { 2 } else { 23 }))
        }),
        Property::settable("ScopeId", "long", scope_id, |_, _, _| Ok(())),
        Property::new("IsIPv6Multicast", "bool", |_, this| is(this, |ip| ip.is_multicast())),
        Property::new("IsIPv6LinkLocal", "bool", |_, this| is(this, |ip| ip.segments()[0] & 0xFFC0 == 0xFE80)),
        Property::new("IsIPv6SiteLocal", "bool", |_, this| is(this, |ip| ip.segments()[0] & 0xFFC0 == 0xFEC0)),
        Property::new("IsIPv6Teredo", "bool", |_, this| is(this, |ip| ip.segments()[..2] == [0x2001, 0])),
        Property::new("IsIPv6UniqueLocal", "bool", |_, this| is(this, |ip| ip.segments()[0] & 0xFE00 == 0xFC00)),
        Property::new("IsIPv4MappedToIPv6", "bool", |_, this| is(this, |ip| ip.to_ipv4_mapped().is_some())),
        Property::settable("Address", "long", number, |_, _, _| Err(wrong_family())),
        Property::new("IPAddressToString", "string", |_, this| Ok(Value::from(own(this)?.written()))),
    ],
    methods: &[
        Method::new("byte[] GetAddressBytes()", |_, this, _| {
            Ok(match own(this)?.ip {
                IpAddr::V4(ip) => byte_array(&ip.octets()),
                IpAddr::V6(ip) => byte_array(&ip.octets()),
            })
        }),
        Method::new("string ToString()", object::to_string),
        Method::new("bool Equals(System.Object comparand)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
        Method::new("ipaddress MapToIPv6()", |_, this, _| {
            let own = own(this)?;
            Ok(match own.ip {
                IpAddr::V4(ip) => value(Address::new(ip.to_ipv6_mapped())),
                IpAddr::V6(_) => this.clone(),
            })
        }),
        Method::new("ipaddress MapToIPv4()", |_, this, _| {
            let own = own(this)?;
            Ok(match own.ip {
                IpAddr::V4(_) => this.clone(),
                IpAddr::V6(ip) => {
                    let [.., a, b, c, d] = ip.octets();
                    value(Address::new(Ipv4Addr::new(a, b, c, d)))
                }
            })
        }),
    ],
    constructors: &[
        Method::new("ipaddress new(long newAddress)", new_of_number),
        Method::new("ipaddress new(byte[] address, long scopeid)", new_of_bytes),
        Method::new("ipaddress new(byte[] address)", new_of_bytes),
    ],
    static_properties: &[
        StaticProperty::new("Any", "ipaddress", |_| Ok(value(Address::new(Ipv4Addr::UNSPECIFIED)))),
        StaticProperty::new("Loopback", "ipaddress", |_| Ok(value(Address::new(Ipv4Addr::LOCALHOST)))),
        StaticProperty::new("Broadcast", "ipaddress", |_| Ok(value(Address::new(Ipv4Addr::BROADCAST)))),
        StaticProperty::new("None", "ipaddress", |_| Ok(value(Address::new(Ipv4Addr::BROADCAST)))),
        StaticProperty::new("IPv6Any", "ipaddress", |_| Ok(value(Address::new(Ipv6Addr::UNSPECIFIED)))),
        StaticProperty::new("IPv6Loopback", "ipaddress", |_| Ok(value(Address::new(Ipv6Addr::LOCALHOST)))),
        StaticProperty::new("IPv6None", "ipaddress", |_| Ok(value(Address::new(Ipv6Addr::UNSPECIFIED)))),
    ],
    static_methods: &[
        Method::new("bool TryParse(string ipString, [ref] ipaddress address)", try_parse),
        Method::new("ipaddress Parse(string ipString)", parse),
        Method::new("long HostToNetworkOrder(long host)", |_, _, arguments| {
            Ok(Value::Long(arguments.long(0).swap_bytes()))
        }),
        Method::new("int HostToNetworkOrder(int host)", swap_int),
        Method::new("short HostToNetworkOrder(short host)", swap_short),
        Method::new("long NetworkToHostOrder(long network)", |_, _, arguments| {
            Ok(Value::Long(arguments.long(0).swap_bytes()))
        }),
        Method::new("int NetworkToHostOrder(int network)", swap_int),
        Method::new("short NetworkToHostOrder(short network)", swap_short),
        Method::new("bool IsLoopback(ipaddress address)", is_loopback),
        Method::new("bool op_Equality(ipaddress left, ipaddress right)", |env, _, arguments| {
            Ok(Value::Bool(compare::equals(env, &arguments.value(0), &arguments.value(1))?))
        }),
    ],
    ..TypeTable::of(&known::IP_ADDRESS)
};

pub(super) fn own(this: &Value) -> Outcome<Address> {
    receiver::<Address>(this).copied()
}

/// An address as a value.
pub(super) fn value(address: Address) -> Value {
    Value::native(address)
}

/// The exception for a text that is no address.
pub(super) fn invalid() -> Flow {
    fault::raise(&FORMAT_EXCEPTION, "An invalid IP address was specified.")
}

fn wrong_family() -> Flow {
    let message = "The attempted operation is not supported for the type of object referenced.";
    fault::raise(&INVALID_OPERATION_EXCEPTION, message)
}

fn is(this: &Value, holds: fn(Ipv6Addr) -> bool) -> Outcome<Value> {
    Ok(Value::Bool(own(this)?.v6().is_some_and(holds)))
}

fn scope_id(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let own = own(this)?;
    match own.v6() {
        Some(_) => Ok(Value::Long(own.scope.into())),
        None => Err(wrong_family()),
    }
}

/// The address of version 4 as a number, its first part lowest.
fn number(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    match own(this)?.ip {
        IpAddr::V4(ip) => Ok(Value::Long(u32::from_le_bytes(ip.octets()).into())),
        IpAddr::V6(_) => Err(wrong_family()),
    }
}

fn new_of_number(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    match u32::try_from(arguments.long(0)) {
        Ok(number) => Ok(value(Address::new(Ipv4Addr::from(number.to_le_bytes())))),
        Err(_) => Err(fault::out_of_range("Specified argument was out of the range of valid values.", "newAddress")),
    }
}

fn new_of_bytes(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let bytes = arguments.bytes(0);
    if let Ok(octets) = <[u8; 16]>::try_from(bytes.as_slice()) {
        let scope = u32::try_from(arguments.long(1)).unwrap_or_default();
        return Ok(value(Address { ip: Ipv6Addr::from(octets).into(), scope }));
    }
    match <[u8; 4]>::try_from(bytes.as_slice()) {
        Ok(octets) if arguments.len() == 1 => Ok(value(Address::new(Ipv4Addr::from(octets)))),
        _ => Err(fault::argument("An invalid IP address was specified.", "address")),
    }
}

fn parse(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Address::parse(&arguments.text(0)).map(value).ok_or_else(invalid)
}

fn try_parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let address = Address::parse(&arguments.text(0));
    assign(env, arguments.get(1), address.map(value).unwrap_or_default())?;
    Ok(Value::Bool(address.is_some()))
}

fn swap_int(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int(arguments.int(0).swap_bytes()))
}

fn swap_short(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Int16(i16::try_from(arguments.int(0)).unwrap_or_default().swap_bytes()))
}

fn is_loopback(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    if arguments.is_null(0) {
        return Err(fault::argument_null("address"));
    }
    Ok(Value::Bool(match own(&arguments.value(0))?.ip {
        IpAddr::V4(ip) => ip.is_loopback(),
        IpAddr::V6(ip) => ip.is_loopback() || ip.to_ipv4_mapped().is_some_and(|ip| ip.is_loopback()),
    }))
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn shown(text: &str) -> Option<String> {
        Address::parse(text).map(|address| address.written())
    }

    #[test]
    fn parts_may_be_left_out_and_be_octal_or_hexadecimal() {
        assert_eq!(shown("1.2.3").as_deref(), Some("1.2.0.3"));
        assert_eq!(shown("010.1.1.1").as_deref(), Some("8.1.1.1"));
        assert_eq!(shown("0x10.1.1.1").as_deref(), Some("16.1.1.1"));
        assert_eq!(shown("4294967295").as_deref(), Some("255.255.255.255"));
        assert_eq!(shown("10.0.0.256"), None);
    }

    #[test]
    fn brackets_ports_and_zones_belong_to_version_6() {
        assert_eq!(shown("[::1]:80").as_deref(), Some("::1"));
        assert_eq!(shown("fe80::1%3").as_deref(), Some("fe80::1%3"));
        assert_eq!(shown("1.2.3.4:80"), None);
    }
}
