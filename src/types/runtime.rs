//! What scripts ask of the runtime: `GC`, `Thread`, `Activator`, `RuntimeInformation`, `Nullable`, and the values that
//! stand for nothing.

use super::arguments::Arguments;
use super::invoke::{receiver, type_of_call};
use super::table::{Method, Property, StaticProperty, TypeTable};
use super::{culture, enums, exceptions, fault, known, signature};
use crate::text::Str;
use crate::value::types::{NULLABLE, NativeType, STRING, TypeRef};
use crate::value::{EnumValue, Env, Native, Outcome, Value};
use std::rc::Rc;

pub(super) static TABLES: &[&TypeTable] =
    &[&ACTIVATOR, &AUTOMATION_NULL, &GC, &NULL_STRING, &NULLABLES, &OS_PLATFORM, &RUNTIME_INFORMATION, &THREAD];

static GC: TypeTable = TypeTable {
    static_properties: &[StaticProperty::new("MaxGeneration", "int", |_| Ok(Value::Int(2)))],
    static_methods: &[
        Method::new("int GetGeneration(System.Object obj)", |_, _, _| Ok(Value::Int(0))),
        Method::new("void Collect(int generation)", nothing),
        Method::new("void Collect()", nothing),
        Method::new("void Collect(int generation, System.GCCollectionMode mode)", nothing),
        Method::new("void Collect(int generation, System.GCCollectionMode mode, bool blocking)", nothing),
        Method::new(
            "void Collect(int generation, System.GCCollectionMode mode, bool blocking, bool compacting)",
            nothing,
        ),
        Method::new("int CollectionCount(int generation)", |_, _, _| Ok(Value::Int(0))),
        Method::new("void KeepAlive(System.Object obj)", nothing),
        Method::new("void WaitForPendingFinalizers()", nothing),
        Method::new("void SuppressFinalize(System.Object obj)", nothing),
        Method::new("void ReRegisterForFinalize(System.Object obj)", nothing),
        Method::new("long GetTotalMemory(bool forceFullCollection)", total_memory),
        Method::new("long GetAllocatedBytesForCurrentThread()", total_memory),
        Method::new("long GetTotalAllocatedBytes(bool precise = False)", total_memory),
    ],
    ..TypeTable::of(&known::GC)
};

/// Memory is given back as soon as nothing refers to it.
fn nothing(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Void)
}

/// The memory of the process.
fn total_memory(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let resident = pages.split(' ').nth(1).and_then(|pages| pages.parse::<i64>().ok()).unwrap_or_default();
    Ok(Value::Long(resident * 4096))
}

/// The one thread that scripts run on.
struct Thread;

impl Native for Thread {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::THREAD)
    }
}

static THREAD: TypeTable = TypeTable {
    properties: &[
        Property::new("ManagedThreadId", "int", |_, _| Ok(Value::Int(1))),
        Property::new("IsAlive", "bool", |_, _| Ok(Value::Bool(true))),
        Property::new("IsBackground", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("IsThreadPoolThread", "bool", |_, _| Ok(Value::Bool(false))),
        Property::new("Priority", "System.Threading.ThreadPriority", |_, _| {
            Ok(EnumValue::native(&enums::THREAD_PRIORITY, 2))
        }),
        Property::new("ThreadState", "System.Threading.ThreadState", |_, _| {
            Ok(EnumValue::native(&enums::THREAD_STATE, 0))
        }),
        Property::settable("CurrentCulture", "cultureinfo", current_culture, |_, _, _| Ok(())),
        Property::settable("CurrentUICulture", "cultureinfo", current_culture, |_, _, _| Ok(())),
        Property::new("Name", "string", |_, _| Ok(Value::from("Pipeline Execution Thread"))),
        Property::new("ApartmentState", "System.Threading.ApartmentState", |_, _| {
            Ok(EnumValue::native(&enums::APARTMENT_STATE, 2))
        }),
    ],
    methods: &[Method::new("System.Threading.ApartmentState GetApartmentState()", |_, _, _| {
        Ok(EnumValue::native(&enums::APARTMENT_STATE, 2))
    })],
    static_properties: &[StaticProperty::new("CurrentThread", "System.Threading.Thread", |_| {
        Ok(Value::native(Thread))
    })],
    static_methods: &[
        Method::new("bool Yield()", |_, _, _| Ok(Value::Bool(false))),
        Method::new("void SpinWait(int iterations)", nothing),
        Method::new("void MemoryBarrier()", nothing),
        Method::new("void Sleep(int millisecondsTimeout)", sleep),
        Method::new("void Sleep(timespan timeout)", sleep),
    ],
    ..TypeTable::of(&known::THREAD)
};

fn current_culture(env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    receiver::<Thread>(this)?;
    Ok(Value::native(culture::CultureInfo(crate::value::convert::current_culture(env))))
}

fn sleep(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let first = arguments.value(0);
    let milliseconds = match first.downcast::<crate::text::date::TimeSpan>() {
        Some(span) => span.ticks / 10_000,
        None => arguments.long(0),
    };
    let Ok(milliseconds) = u64::try_from(milliseconds) else {
        return Err(fault::out_of_range_value(
            &format!("millisecondsTimeout ('{milliseconds}') must be greater than or equal to '-1'."),
            "millisecondsTimeout",
            &milliseconds.to_string(),
        ));
    };
    env.sleep(milliseconds);
    Ok(Value::Void)
}

static ACTIVATOR: TypeTable = TypeTable {
    static_methods: &[
        Method::new("System.Object CreateInstance(type type, Params System.Object[] args)", create_instance),
        Method::new("System.Object CreateInstance(type type)", create_instance),
        Method::new("System.Object CreateInstance(type type, bool nonPublic)", |env, this, arguments| {
            create_instance(env, this, arguments.get(..1).unwrap_or(arguments))
        }),
        Method::new("T CreateInstance[T]()", |env, this, _| {
            match signature::arguments_of(&type_of_call(this)).into_iter().next() {
                Some(ty) => make(env, &ty, &[]),
                None => Err(fault::no_overload("CreateInstance", 0)),
            }
        }),
    ],
    ..TypeTable::of(&known::ACTIVATOR)
};

fn create_instance(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let Some(Value::Type(ty)) = arguments.first().map(Value::base) else { return Err(fault::argument_null("type")) };
    make(env, ty, &arguments.items(1))
}

fn make(env: &mut dyn Env, ty: &TypeRef, arguments: &[Value]) -> Outcome<Value> {
    if ty.is_native(&STRING) && arguments.is_empty() {
        return Err(fault::raise(
            &exceptions::MISSING_METHOD_EXCEPTION,
            "Cannot dynamically create an instance of type 'System.String'. Reason: Uninitialized Strings cannot be \
             created.",
        ));
    }
    if arguments.is_empty() && crate::value::types::is_value_type(ty) {
        return Ok(super::default_of(ty));
    }
    match env.construct(ty, arguments) {
        Some(made) => made,
        None => Err(fault::raise(
            &exceptions::MISSING_METHOD_EXCEPTION,
            match arguments.is_empty() {
                true => format!(
                    "Cannot dynamically create an instance of type '{}'. Reason: No parameterless constructor defined.",
                    ty.full_name()
                ),
                false => format!("Constructor on type '{}' not found.", ty.full_name()),
            },
        )),
    }
}

static OS_PLATFORM_TYPE: NativeType = NativeType::structure("System.Runtime.InteropServices.OSPlatform");

/// A platform by its name.
struct Platform(Str);

impl Native for Platform {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&OS_PLATFORM_TYPE)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.0.clone()))
    }

    fn content_key(&self) -> Option<Str> {
        Some(self.0.clone())
    }
}

fn platform(name: &str) -> Outcome<Value> {
    Ok(Value::native(Platform(Str::from(name))))
}

static OS_PLATFORM: TypeTable = TypeTable {
    static_properties: &[
        StaticProperty::new("FreeBSD", "System.Runtime.InteropServices.OSPlatform", |_| platform("FREEBSD")),
        StaticProperty::new("Linux", "System.Runtime.InteropServices.OSPlatform", |_| platform("LINUX")),
        StaticProperty::new("OSX", "System.Runtime.InteropServices.OSPlatform", |_| platform("OSX")),
        StaticProperty::new("Windows", "System.Runtime.InteropServices.OSPlatform", |_| platform("WINDOWS")),
    ],
    static_methods: &[Method::new(
        "System.Runtime.InteropServices.OSPlatform Create(string osPlatform)",
        |_, _, arguments| platform(&arguments.needed_text(0, "osPlatform")?),
    )],
    ..TypeTable::of(&OS_PLATFORM_TYPE)
};

static RUNTIME_INFORMATION: TypeTable = TypeTable {
    static_properties: &[
        StaticProperty::new("FrameworkDescription", "string", |_| Ok(Value::from(".NET 10.0.12"))),
        StaticProperty::new("OSArchitecture", "System.Runtime.InteropServices.Architecture", |_| Ok(architecture())),
        StaticProperty::new("OSDescription", "string", |_| Ok(Value::from(super::environment::os_description()))),
        StaticProperty::new("ProcessArchitecture", "System.Runtime.InteropServices.Architecture", |_| {
            Ok(architecture())
        }),
        StaticProperty::new("RuntimeIdentifier", "string", |_| {
            Ok(Value::from(if cfg!(target_arch = "aarch64") { "linux-arm64" } else { "linux-x64" }))
        }),
    ],
    static_methods: &[Method::new(
        "bool IsOSPlatform(System.Runtime.InteropServices.OSPlatform osPlatform)",
        |_, _, arguments| {
            let given = arguments.value(0);
            Ok(Value::Bool(given.downcast::<Platform>().is_some_and(|own| own.0.eq_ignore_ascii_case("Linux"))))
        },
    )],
    ..TypeTable::of(&known::RUNTIME_INFORMATION)
};

fn architecture() -> Value {
    EnumValue::native(&enums::ARCHITECTURE, if cfg!(target_arch = "aarch64") { 3 } else { 1 })
}

static NULLABLE_STATICS: NativeType = NativeType::statics("System.Nullable");

static NULLABLES: TypeTable = TypeTable {
    static_methods: &[Method::new("type GetUnderlyingType(type nullableType)", |_, _, arguments| {
        Ok(match arguments.first().map(Value::base) {
            Some(Value::Type(ty)) => match &**ty {
                TypeRef::Generic(generic) if *generic.0 == NULLABLE => {
                    generic.1.first().cloned().map_or(Value::Null, |inner| Value::Type(Rc::new(inner)))
                }
                _ => Value::Null,
            },
            _ => return Err(fault::argument_null("nullableType")),
        })
    })],
    ..TypeTable::of(&NULLABLE_STATICS)
};

static AUTOMATION_NULL: TypeTable = TypeTable {
    static_properties: &[StaticProperty::new("Value", "psobject", |_| Ok(Value::Void))],
    ..TypeTable::of(&known::AUTOMATION_NULL)
};

/// What a text parameter of a method takes for null.
pub struct NullString;

impl Native for NullString {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::NULL_STRING)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::default()))
    }
}

static NULL_STRING: TypeTable = TypeTable {
    accelerators: &["NullString"],
    methods: &[Method::new("string ToString()", |_, _, _| Ok(Value::Null))],
    static_properties: &[StaticProperty::new("Value", "NullString", |_| Ok(Value::native(NullString)))],
    ..TypeTable::of(&known::NULL_STRING)
};
