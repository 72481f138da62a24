//! `System.Net.IPEndPoint`: an address with a port.

use super::address::{self, Address};
use crate::text::Str;
use crate::types::arguments::Arguments;
use crate::types::invoke::{assign, receiver};
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{enums, fault, known, object};
use crate::value::error::FORMAT_EXCEPTION;
use crate::value::types::TypeRef;
use crate::value::{EnumValue, Env, Native, Outcome, Value};
use std::cell::Cell;
use std::net::{IpAddr, Ipv4Addr};

/// An endpoint.
pub struct EndPoint {
    address: Cell<Address>,
    port: Cell<u16>,
}

impl EndPoint {
    fn written(&self) -> String {
        let address = self.address.get();
        match address.ip {
            IpAddr::V4(_) => format!("{}:{}", address.written(), self.port.get()),
            IpAddr::V6(_) => format!("[{}]:{}", address.written(), self.port.get()),
        }
    }

    fn parse(text: &str) -> Option<EndPoint> {
        let (address, port) = match text.rsplit_once(':') {
            Some((address, port)) if !address.contains(':') || address.ends_with(']') => (address, port.parse().ok()?),
            _ => (text, 0),
        };
        Some(EndPoint { address: Cell::new(Address::parse(address)?), port: Cell::new(port) })
    }
}

impl Native for EndPoint {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::IP_END_POINT)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.written())))
    }

    fn content_key(&self) -> Option<Str> {
        Some(Str::from(self.written()))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    accelerators: &["IPEndpoint"],
    properties: &[
        Property::new("AddressFamily", "System.Net.Sockets.AddressFamily", |_, this| {
            let is_v4 = own(this)?.address.get().ip.is_ipv4();
            Ok(EnumValue::native(&enums::ADDRESS_FAMILY, if is_v4 { 2 } else { 23 }))
        }),
        Property::settable(
            "Address",
            "ipaddress",
            |_, this| Ok(address::value(own(this)?.address.get())),
            |_, this, value| {
                own(this)?.address.set(address::own(&value)?);
                Ok(())
            },
        ),
        Property::settable(
            "Port",
            "int",
            |_, this| Ok(Value::Int(own(this)?.port.get().into())),
            |_, this, value| {
                own(this)?.port.set(port(std::slice::from_ref(&value), 0, "value")?);
                Ok(())
            },
        ),
    ],
    methods: &[
        Method::new("string ToString()", object::to_string),
        Method::new("bool Equals(System.Object comparand)", object::equals),
        Method::new("int GetHashCode()", object::get_hash_code),
    ],
    constructors: &[
        Method::new("IPEndpoint new(long address, int port)", new),
        Method::new("IPEndpoint new(ipaddress address, int port)", new),
    ],
    static_properties: &[
        StaticProperty::new("MinPort", "int", |_| Ok(Value::Int(0))),
        StaticProperty::new("MaxPort", "int", |_| Ok(Value::Int(65535))),
    ],
    static_methods: &[
        Method::new("bool TryParse(string s, [ref] IPEndpoint result)", try_parse),
        Method::new("IPEndpoint Parse(string s)", parse),
    ],
    ..TypeTable::of(&known::IP_END_POINT)
};

fn own(this: &Value) -> Outcome<&EndPoint> {
    receiver::<EndPoint>(this)
}

fn port(arguments: &[Value], place: usize, parameter: &str) -> Outcome<u16> {
    u16::try_from(arguments.int(place))
        .map_err(|_| fault::out_of_range("Specified argument was out of the range of valid values.", parameter))
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let address = match arguments.first().map(Value::base) {
        Some(Value::Long(number)) => {
            let number = u32::try_from(*number).unwrap_or_default();
            Address { ip: IpAddr::V4(Ipv4Addr::from(number.to_le_bytes())), scope: 0 }
        }
        Some(value) if !value.is_null() => address::own(value)?,
        _ => return Err(fault::argument_null("address")),
    };
    Ok(Value::native(EndPoint { address: Cell::new(address), port: Cell::new(port(arguments, 1, "port")?) }))
}

fn parse(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = arguments.needed_text(0, "s")?;
    EndPoint::parse(&text)
        .map(Value::native)
        .ok_or_else(|| fault::raise(&FORMAT_EXCEPTION, "An invalid IPEndPoint was specified."))
}

fn try_parse(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let endpoint = EndPoint::parse(&arguments.text(0));
    let is_valid = endpoint.is_some();
    assign(env, arguments.get(1), endpoint.map(Value::native).unwrap_or_default())?;
    Ok(Value::Bool(is_valid))
}
