//! `System.Management.Automation.ErrorRecord` with its `CategoryInfo` and `ErrorDetails`.

use super::arguments::Arguments;
use super::enums::ERROR_CATEGORY;
use super::invoke::receiver;
use super::known::{ERROR_CATEGORY_INFO, ERROR_DETAILS};
use super::table::{Method, Property, TypeTable};
use crate::text::Str;
use crate::value::types::{ERROR_RECORD, TypeRef};
use crate::value::{EnumValue, Env, ErrorCategory, ErrorRecord, Native, Outcome, Value};
use std::cell::RefCell;
use std::rc::Rc;

type Shared = Rc<ErrorRecord>;

/// `ErrorCategoryInfo`: a view of its record.
struct CategoryInfo(Shared);

impl Native for CategoryInfo {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&ERROR_CATEGORY_INFO)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(Str::from(self.0.category_message())))
    }
}

/// `ErrorDetails`.
pub struct Details {
    message: Str,
    recommended_action: RefCell<Str>,
}

impl Native for Details {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&ERROR_DETAILS)
    }

    fn text(&self, _env: &mut dyn Env) -> Outcome<Option<Str>> {
        Ok(Some(self.message.clone()))
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::new("Exception", "System.Exception", |_, this| Ok(record(this)?.exception.clone())),
        Property::new("TargetObject", "System.Object", |_, this| Ok(record(this)?.target.clone())),
        Property::new("CategoryInfo", "System.Management.Automation.ErrorCategoryInfo", category_info),
        Property::new("FullyQualifiedErrorId", "string", |_, this| Ok(Value::Str(record(this)?.full_id()))),
        Property::settable("ErrorDetails", "System.Management.Automation.ErrorDetails", details, set_details),
        Property::new("InvocationInfo", "System.Management.Automation.InvocationInfo", |_, this| {
            Ok(record(this)?.invocation.borrow().clone())
        }),
        Property::new("ScriptStackTrace", "string", |_, this| Ok(text(&record(this)?.stack_trace))),
        Property::new("PipelineIterationInfo", "System.Collections.ObjectModel.ReadOnlyCollection[int]", |_, _| {
            Ok(Value::array(Vec::new()))
        }),
    ],
    methods: &[Method::new("string ToString()", |_, this, _| Ok(Value::Str(record(this)?.message())))],
    constructors: &[Method::new(
        "System.Management.Automation.ErrorRecord new(System.Exception exception, string errorId, \
         System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)",
        new,
    )],
    ..TypeTable::of(&ERROR_RECORD)
};

pub(super) static CATEGORY: TypeTable = TypeTable {
    properties: &[
        Property::new("Category", "System.Management.Automation.ErrorCategory", |_, this| {
            Ok(EnumValue::native(&ERROR_CATEGORY, info(this)?.category as i64))
        }),
        Property::settable(
            "Activity",
            "string",
            |_, this| Ok(text(&info(this)?.activity)),
            |_, this, value| set_text(&info(this)?.activity, &value),
        ),
        Property::settable(
            "Reason",
            "string",
            |_, this| Ok(Value::Str(info(this)?.reason_text())),
            |_, this, value| set_text(&info(this)?.reason, &value),
        ),
        Property::settable(
            "TargetName",
            "string",
            |_, this| Ok(Value::Str(info(this)?.target_name_text())),
            |_, this, value| set_text(&info(this)?.target_name, &value),
        ),
        Property::settable(
            "TargetType",
            "string",
            |_, this| Ok(Value::Str(info(this)?.target_type_text())),
            |_, this, value| set_text(&info(this)?.target_type, &value),
        ),
    ],
    methods: &[
        Method::new("string GetMessage()", |_, this, _| Ok(Value::from(info(this)?.category_message()))),
        Method::new("string ToString()", |_, this, _| Ok(Value::from(info(this)?.category_message()))),
    ],
    ..TypeTable::of(&ERROR_CATEGORY_INFO)
};

pub(super) static DETAILS: TypeTable = TypeTable {
    properties: &[
        Property::new("Message", "string", |_, this| Ok(Value::Str(receiver::<Details>(this)?.message.clone()))),
        Property::settable(
            "RecommendedAction",
            "string",
            |_, this| Ok(Value::Str(receiver::<Details>(this)?.recommended_action.borrow().clone())),
            |_, this, value| {
                receiver::<Details>(this)?.recommended_action.replace(value.as_str().cloned().unwrap_or_default());
                Ok(())
            },
        ),
    ],
    constructors: &[Method::new("System.Management.Automation.ErrorDetails new(string message)", |_, _, arguments| {
        Ok(details_of(arguments.text(0), Str::default()))
    })],
    ..TypeTable::of(&ERROR_DETAILS)
};

fn record(this: &Value) -> Outcome<&Shared> {
    receiver::<Shared>(this)
}

fn info(this: &Value) -> Outcome<&Shared> {
    Ok(&receiver::<CategoryInfo>(this)?.0)
}

fn text(cell: &RefCell<Option<Str>>) -> Value {
    Value::Str(cell.borrow().clone().unwrap_or_default())
}

fn set_text(cell: &RefCell<Option<Str>>, value: &Value) -> Outcome<()> {
    cell.replace(value.as_str().cloned());
    Ok(())
}

fn category_info(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    Ok(Value::native(CategoryInfo(record(this)?.clone())))
}

fn details_of(message: Str, recommended_action: Str) -> Value {
    Value::native(Details { message, recommended_action: RefCell::new(recommended_action) })
}

fn details(_env: &mut dyn Env, this: &Value) -> Outcome<Value> {
    let record = record(this)?;
    Ok(match record.details.borrow().clone() {
        Some(message) => details_of(message, record.recommended_action.borrow().clone().unwrap_or_default()),
        None => Value::Null,
    })
}

fn set_details(_env: &mut dyn Env, this: &Value, value: Value) -> Outcome<()> {
    let record = record(this)?;
    let details = value.downcast::<Details>();
    record.details.replace(details.map(|details| details.message.clone()));
    record.recommended_action.replace(details.map(|details| details.recommended_action.borrow().clone()));
    Ok(())
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let category = match arguments.value(2).base() {
        Value::Enum(value) => usize::try_from(value.value).ok().and_then(|n| ErrorCategory::ALL.get(n).copied()),
        _ => None,
    };
    let record = ErrorRecord::new(
        arguments.value(0),
        arguments.text(1),
        category.unwrap_or(ErrorCategory::NotSpecified),
        arguments.value(3),
    );
    Ok(Value::native(Rc::new(record)))
}
