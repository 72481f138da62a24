//! `New-Object`: makes an object of a .NET type.
use crate::cmdlets::faults;
use crate::cmdlets::prelude::*;
use crate::value::error::METHOD_EXCEPTION;
use crate::value::{ErrorRecord, Exception, Member, PsObject, types};

cmdlet! {
    /// Creates an instance of a .NET object.
    ///
    /// ```powershell
    /// New-Object -TypeName string -ArgumentList 'x', 3
    /// # xxx
    /// New-Object psobject -Property @{ Pin = '4711' } | ForEach-Object Pin
    /// # 4711
    /// ```
    pub struct NewObject: "New-Object", default_set "Net";

    /// The full name of the type.
    param type_name: Str, set "Net", mandatory, position 0;
    /// The arguments of the constructor.
    param argument_list: Vec<Value>, alias "Args", set "Net", position 1;
    /// Accepted; there are no COM objects.
    param strict: Switch, set "Com";
    /// Values of properties, and arguments of methods.
    param property: Option<Rc<Table>>;
}

impl Cmdlet for NewObject {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let Some(ty) = cx.session.find_type(&self.type_name) else {
            let text = format!(
                "Cannot find type [{}]: verify that the assembly containing this type is loaded.",
                self.type_name
            );
            let fault = faults::ps_argument("TypeNotFound", ErrorCategory::InvalidType, &text, "");
            return Err(cx.stop(fault));
        };
        let object = match cx.session.construct(&ty, &self.argument_list) {
            Some(Ok(object)) => object,
            Some(Err(flow)) => return Err(self.failed(cx, flow)),
            None => return Err(self.no_constructor(cx)),
        };
        let object = match &self.property {
            Some(properties) => set_properties(cx, object, properties)?,
            None => object,
        };
        cx.write(object)
    }
}

impl NewObject {
    fn no_constructor(&self, cx: &mut Cx) -> Flow {
        let text =
            format!("A constructor was not found. Cannot find an appropriate constructor for type {}.", self.type_name);
        cx.stop(faults::ps_argument("CannotFindAppropriateCtor", ErrorCategory::ObjectNotFound, &text, ""))
    }

    /// What a constructor threw, or that none takes the arguments.
    fn failed(&self, cx: &mut Cx, flow: Flow) -> Flow {
        let Flow::Error(record) = &flow else { return flow };
        if record.id == "MethodCountCouldNotFindBest" && self.argument_list.is_empty() {
            return self.no_constructor(cx);
        }
        let is_method = record.exception.downcast::<Exception>().is_some_and(|own| own.ty.is(&METHOD_EXCEPTION));
        if !is_method {
            return flow;
        }
        let exception = match record.id == "MethodCountCouldNotFindBest" {
            true => {
                let count = self.argument_list.len();
                let name = self.type_name.rsplit('.').next().unwrap_or(&self.type_name);
                let text = format!("Cannot find an overload for \"{name}\" and the argument count: \"{count}\".");
                Value::native(Exception::new(&METHOD_EXCEPTION, text))
            }
            false => record.exception.clone(),
        };
        let category = ErrorCategory::InvalidOperation;
        let record = ErrorRecord::new(exception, "ConstructorInvokedThrowException", category, Value::Null);
        let record = Rc::new(record);
        cx.session.sign(&record, cx.call);
        Flow::Error(record)
    }
}

/// Sets properties of a new object; a name of a method calls it. Custom objects get notes.
fn set_properties(cx: &mut Cx, object: Value, properties: &Rc<Table>) -> Outcome<Value> {
    let is_custom = matches!(&object, Value::Object(custom) if custom.base().is_none());
    for (key, value) in properties.pairs() {
        let name = convert::to_text(cx.session, &key)?;
        let symbol = Symbol::new(&name);
        if is_custom {
            let carrier = match &object {
                Value::Object(custom) => custom,
                _ => continue,
            };
            carrier.extra.change(|parts| parts.members.set(name, Member::Note(value)));
            continue;
        }
        if cx.session.has_property(&object, symbol) {
            if let Err(flow) = cx.session.set_property(&object, symbol, value) {
                let Flow::Error(_) = flow else { return Err(flow) };
                let text = "The value supplied is not valid, or the property is read-only. Change the value, and then \
                            try again.";
                let fault = Fault::new("SetValueException", ErrorCategory::InvalidData, text).of(&types::EXCEPTION);
                return Err(cx.stop(fault));
            }
            continue;
        }
        if cx.session.has_method(&object, &name) {
            let arguments = enumerate::items_of(&value).unwrap_or_else(|| vec![value]);
            cx.session.call_method(&object, &name, &arguments)?;
            continue;
        }
        let text = format!("The member \"{name}\" was not found for the specified .NET object.");
        let id = "InvalidOperationException";
        return Err(cx.stop(faults::invalid_operation(id, ErrorCategory::InvalidOperation, text)));
    }
    Ok(match object {
        Value::Object(_) => object,
        other if other.extra().is_some() => other,
        scalar => Value::Object(Rc::new(PsObject::wrapping(scalar))),
    })
}
