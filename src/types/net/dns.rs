//! `System.Net.Dns`.

use super::address::{self, Address};
use crate::types::arguments::{Arguments, typed_array};
use crate::types::environment;
use crate::types::table::{Method, TypeTable};
use crate::types::{fault, known};
use crate::value::error::INVALID_OPERATION_EXCEPTION;
use crate::value::{Env, Outcome, Value};
use std::net::ToSocketAddrs;

pub(super) static TABLE: TypeTable = TypeTable {
    static_methods: &[
        Method::new("string GetHostName()", |_, _, _| Ok(Value::from(environment::machine_name()))),
        Method::new("ipaddress[] GetHostAddresses(string hostNameOrAddress)", get_host_addresses),
    ],
    ..TypeTable::of(&known::DNS)
};

fn get_host_addresses(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let name = arguments.needed_text(0, "hostNameOrAddress")?;
    if let Some(address) = Address::parse(&name) {
        return Ok(typed_array(&known::IP_ADDRESS, vec![address::value(address)]));
    }
    let Ok(found) = (&*name, 0_u16).to_socket_addrs() else {
        return Err(fault::raise(&INVALID_OPERATION_EXCEPTION, "Name or service not known"));
    };
    let mut addresses: Vec<Address> = Vec::new();
    for socket in found {
        let address = Address { ip: socket.ip(), scope: 0 };
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    Ok(typed_array(&known::IP_ADDRESS, addresses.into_iter().map(address::value).collect()))
}
