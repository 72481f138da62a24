//! `PSCredential` and `NetworkCredential`: a name with a secret.

use super::secure_string::SecureString;
use crate::text::{Str, Symbol};
use crate::types::arguments::Arguments;
use crate::types::invoke::receiver;
use crate::types::table::{Method, Property, StaticProperty, TypeTable};
use crate::types::{exceptions, fault, known};
use crate::value::types::TypeRef;
use crate::value::{Env, Native, Outcome, Value};
use std::cell::RefCell;

/// A credential of the shell.
pub struct Credential {
    user_name: Str,
    /// A secret, or null in the empty credential.
    password: Value,
}

impl Credential {
    /// A credential as a value; the password is a secret.
    pub fn value(user_name: Str, password: Value) -> Value {
        Value::native(Credential { user_name, password })
    }

    pub fn user_name(&self) -> &Str {
        &self.user_name
    }

    /// The secret; `None` in the empty credential.
    pub fn password(&self) -> Option<&SecureString> {
        self.password.downcast()
    }
}

impl Native for Credential {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::PS_CREDENTIAL)
    }
}

/// A credential of the net, whose password can be read.
pub struct NetworkCredential {
    user_name: RefCell<Str>,
    /// A secret.
    password: RefCell<Value>,
    domain: RefCell<Str>,
}

impl Native for NetworkCredential {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::NETWORK_CREDENTIAL)
    }
}

pub(super) static TABLES: &[&TypeTable] = &[&TABLE, &NETWORK];

static TABLE: TypeTable = TypeTable {
    accelerators: &["pscredential"],
    properties: &[
        Property::new("UserName", "string", |_, this| Ok(Value::Str(own(this)?.user_name.clone()))),
        Property::new("Password", "securestring", |_, this| Ok(own(this)?.password.clone())),
    ],
    methods: &[Method::new("System.Net.NetworkCredential GetNetworkCredential()", get_network_credential)],
    constructors: &[
        Method::new("pscredential new(string userName, securestring password)", new),
        Method::new("pscredential new(psobject pso)", new_of_object),
    ],
    static_properties: &[StaticProperty::new("Empty", "pscredential", |_| {
        Ok(Credential::value(Str::default(), Value::Null))
    })],
    ..TypeTable::of(&known::PS_CREDENTIAL)
};

static NETWORK: TypeTable = TypeTable {
    properties: &[
        Property::settable(
            "UserName",
            "string",
            |_, this| Ok(Value::Str(network(this)?.user_name.borrow().clone())),
            |_, this, value| {
                network(this)?.user_name.replace(std::slice::from_ref(&value).text(0));
                Ok(())
            },
        ),
        Property::settable("Password", "string", plain_password, |_, this, value| {
            network(this)?.password.replace(SecureString::value(&std::slice::from_ref(&value).text(0)));
            Ok(())
        }),
        Property::settable(
            "SecurePassword",
            "securestring",
            |_, this| Ok(network(this)?.password.borrow().clone()),
            |_, this, value| {
                network(this)?.password.replace(value);
                Ok(())
            },
        ),
        Property::settable(
            "Domain",
            "string",
            |_, this| Ok(Value::Str(network(this)?.domain.borrow().clone())),
            |_, this, value| {
                network(this)?.domain.replace(std::slice::from_ref(&value).text(0));
                Ok(())
            },
        ),
    ],
    methods: &[
        Method::new("System.Net.NetworkCredential GetCredential(uri uri, string authenticationType)", |_, this, _| {
            Ok(this.clone())
        }),
        Method::new(
            "System.Net.NetworkCredential GetCredential(string host, int port, string authenticationType)",
            |_, this, _| Ok(this.clone()),
        ),
    ],
    constructors: &[
        Method::new("System.Net.NetworkCredential new()", new_network),
        Method::new("System.Net.NetworkCredential new(string userName, string password)", new_network),
        Method::new("System.Net.NetworkCredential new(string userName, string password, string domain)", new_network),
        Method::new("System.Net.NetworkCredential new(string userName, securestring password)", new_network),
        Method::new(
            "System.Net.NetworkCredential new(string userName, securestring password, string domain)",
            new_network,
        ),
    ],
    ..TypeTable::of(&known::NETWORK_CREDENTIAL)
};

fn own(this: &Value) -> Outcome<&Credential> {
    receiver::<Credential>(this)
}

fn network(this: &Value) -> Outcome<&NetworkCredential> {
    receiver::<NetworkCredential>(this)
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let user_name = arguments.text(0);
    if user_name.is_empty() {
        return Err(fault::raise(
            &exceptions::PS_ARGUMENT_EXCEPTION,
            "Cannot process argument because the value of argument \"userName\" is not valid. Change the value of the \
             \"userName\" argument and run the operation again.",
        ));
    }
    if arguments.is_null(1) {
        return Err(fault::raise(
            &exceptions::PS_ARGUMENT_NULL_EXCEPTION,
            "Cannot process argument because the value of argument \"password\" is null. Change the value of argument \
             \"password\" to a non-null value.",
        ));
    }
    Ok(Credential::value(user_name, arguments.value(1)))
}

/// Takes the properties of any object.
fn new_of_object(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let object = arguments.value(0);
    let user_name = env.get_property(&object, Symbol::new("UserName"))?;
    let password = env.get_property(&object, Symbol::new("Password"))?;
    let password = if password.downcast::<SecureString>().is_some() { password } else { Value::Null };
    Ok(Credential::value(std::slice::from_ref(&user_name).text(0), password))
}

/// A domain may stand in front of the name with a backslash, or behind it with an at sign.
fn get_network_credential(_env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let own = own(this)?;
    if own.password.is_null() {
        return Ok(Value::Null);
    }
    let name = own.user_name.trim_start_matches('\\');
    let (user, domain) = match (name.split_once('\\'), name.rsplit_once('@')) {
        (Some((domain, user)), _) => (user, domain),
        (None, Some((user, domain))) => (user, domain),
        (None, None) => (name, ""),
    };
    Ok(Value::native(NetworkCredential {
        user_name: RefCell::new(Str::from(user)),
        password: RefCell::new(own.password.clone()),
        domain: RefCell::new(Str::from(domain)),
    }))
}

fn plain_password(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let password = network(this)?.password.borrow();
    let plain = password.downcast::<SecureString>().map(SecureString::reveal);
    Ok(Value::from(plain.as_ref().map_or("", |plain| plain.as_str())))
}

fn new_network(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let password = match arguments.get(1).map(Value::base) {
        Some(Value::Str(text)) => SecureString::value(text),
        Some(secret) if !secret.is_null() => secret.clone(),
        _ => SecureString::value(""),
    };
    Ok(Value::native(NetworkCredential {
        user_name: RefCell::new(arguments.text(0)),
        password: RefCell::new(password),
        domain: RefCell::new(arguments.text(2)),
    }))
}
