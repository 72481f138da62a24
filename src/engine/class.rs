//! Classes, interfaces and enums that scripts define.
//!
//! A definition makes a [`ScriptType`] at once, so that its members may name it; its body (methods as templates,
//! properties with their initial values) is filled in behind it. Methods run as script blocks with `$this`, their
//! result being what `return` gave and nothing else.

use super::Session;
use super::binder::Argument;
use super::block::{ScriptBlock, Template};
use super::code::Code;
use super::invoke::Invocation;
use super::module::Module;
use super::pipeline::Discard;
use crate::syntax::ast::{self, TypeKind};
use crate::text::symbol::same_name;
use crate::text::{Str, Symbol};
use crate::types;
use crate::value::number::widens;
use crate::value::types::{ScriptKind, is_value_type};
use crate::value::{
    EnumValue, Env, ErrorCategory, Exception, Fault, Instance, NativeObject, Outcome, ScriptType, TypeRef, Value,
    convert, error,
};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// What a class consists of.
pub struct ClassBody {
    pub properties: Vec<ClassProperty>,
    pub methods: Vec<ClassMethod>,
    pub module: Rc<Module>,
}

pub struct ClassProperty {
    pub name: Str,
    pub symbol: Symbol,
    pub ty: Option<TypeRef>,
    pub is_static: bool,
    pub is_hidden: bool,
    /// The initial value, as a block that returns it.
    initial: Option<Rc<ast::Expr>>,
    pub checks: Vec<super::signature::Check>,
}

pub struct ClassMethod {
    pub name: Str,
    pub is_static: bool,
    pub is_hidden: bool,
    pub is_constructor: bool,
    pub parameters: Vec<(Str, TypeRef)>,
    /// How many parameters have to be given; the others have defaults.
    pub required: usize,
    /// `None` for `void` and for constructors.
    pub returns: Option<TypeRef>,
    pub template: Rc<Template>,
    /// The arguments for the base class's constructor, where the constructor names them.
    pub base_arguments: bool,
}

/// The body of a class whose definition is complete.
pub fn body(class: &ScriptType) -> Option<&ClassBody> {
    class.body.get().and_then(|body| body.downcast_ref())
}

fn base_class(class: &ScriptType) -> Option<Rc<ScriptType>> {
    match class.base.get() {
        Some(TypeRef::Script(base)) => Some(base.clone()),
        _ => None,
    }
}

/// A class and those that it derives from, itself first.
fn lineage(class: &Rc<ScriptType>) -> Vec<Rc<ScriptType>> {
    let mut classes = vec![class.clone()];
    while let Some(base) = classes.last().and_then(|class| base_class(class)) {
        classes.push(base);
    }
    classes
}

impl Session {
    /// Runs the definition of a type: from now on its name stands for it.
    pub(crate) fn define_type(&mut self, definition: &Rc<ast::TypeDefinition>) -> Outcome {
        let name = Str::from(&*definition.name);
        let kind = match definition.kind {
            TypeKind::Class => ScriptKind::Class,
            TypeKind::Interface => ScriptKind::Interface,
            TypeKind::Enum => return self.define_enum(definition, name),
        };
        let class = Rc::new(ScriptType::new(name.clone(), kind));
        let ty = TypeRef::Script(class.clone());
        self.types.push((Symbol::new(&name), ty));
        self.bump_epoch();
        self.fill_class(definition, &class)
    }

    fn define_enum(&mut self, definition: &ast::TypeDefinition, name: Str) -> Outcome {
        let flags = definition.attributes.iter().any(|attribute| {
            let text = super::resolve::type_text(&attribute.name);
            same_name(text.rsplit('.').next().unwrap_or(&text), "Flags")
                || same_name(text.rsplit('.').next().unwrap_or(&text), "FlagsAttribute")
        });
        let underlying = match definition.base_types.first() {
            Some(base) => self.resolve_type_name(&base.name)?.native(),
            None => &crate::value::types::INT32,
        };
        let kind = ScriptKind::Enum { members: RefCell::default(), flags, underlying };
        let ty = Rc::new(ScriptType::new(name.clone(), kind));
        self.types.push((Symbol::new(&name), TypeRef::Script(ty.clone())));
        let mut next = 0_i64;
        for member in &definition.members {
            let ast::Member::Property(property) = member else { continue };
            if let Some(initial) = &property.initial {
                let value = self.eval_apart(initial)?;
                next = convert::to_long(self, &value)?;
            }
            if let ScriptKind::Enum { members, .. } = &ty.kind {
                members.borrow_mut().push((Str::from(&*property.name), next));
            }
            next = next.wrapping_add(1);
        }
        Ok(())
    }

    /// Evaluates an expression of a definition by itself, in the current scope.
    pub(crate) fn eval_apart(&mut self, tree: &ast::Expr) -> Outcome<Value> {
        let source = self.frame().unit.source.clone();
        let (code, names) = super::lower::expression(self, &source, tree);
        self.eval_code_apart(&code, names)
    }

    /// Evaluates code with names of its own, dotted into the current scope.
    pub(crate) fn eval_code_apart(&mut self, code: &Code, names: super::code::SlotTable) -> Outcome<Value> {
        let source = self.frame().unit.source.clone();
        let mut unit = super::lower::empty(&source);
        unit.names = names;
        let module = self.frame().module.clone();
        let parent = super::frame::Link::Frame(self.current);
        let mark = self.push_frame(super::frame::NewFrame {
            unit: Rc::new(unit),
            kind: super::frame::FrameKind::Dotted,
            parent,
            module,
            call: None,
            block: None,
        });
        self.link_dotted(mark);
        let before = self.enter(mark);
        let value = self.eval(code);
        self.leave(before);
        self.pop_frames(mark);
        value
    }

    fn fill_class(&mut self, definition: &Rc<ast::TypeDefinition>, class: &Rc<ScriptType>) -> Outcome {
        for (i, base) in definition.base_types.iter().enumerate() {
            let ty = self.resolve_type_name(&base.name)?;
            let is_interface = matches!(ty.native().kind, crate::value::types::NativeKind::Interface)
                || matches!(&ty, TypeRef::Script(script) if matches!(script.kind, ScriptKind::Interface));
            if i == 0 && !is_interface {
                class.base.get_or_init(|| ty);
            } else {
                class.interfaces.borrow_mut().push(ty);
            }
        }
        class.base.get_or_init(|| TypeRef::Native(&crate::value::types::OBJECT));
        let module = self.frame().module.clone();
        let mut body = ClassBody { properties: Vec::new(), methods: Vec::new(), module };
        for member in &definition.members {
            match member {
                ast::Member::Property(property) => body.properties.push(self.class_property(property)?),
                ast::Member::Function(method) => body.methods.push(self.class_method(method, class)?),
            }
        }
        let statics: Vec<(Symbol, Option<TypeRef>, Option<Rc<ast::Expr>>)> = body
            .properties
            .iter()
            .filter(|property| property.is_static)
            .map(|property| (property.symbol, property.ty.clone(), property.initial.clone()))
            .collect();
        class.body.get_or_init(|| Rc::new(body));
        for (symbol, ty, _) in &statics {
            class.statics.borrow_mut().push((*symbol, initial_value(ty.as_ref())));
        }
        for (symbol, ty, initial) in statics {
            if let Some(initial) = initial {
                let value = self.eval_apart(&initial)?;
                let value = match &ty {
                    Some(ty) => convert::convert(self, &value, ty)?,
                    None => value,
                };
                set_entry(&class.statics, symbol, value);
            }
        }
        if let Some(body) = body_of(class)
            && let Some(method) = body.methods.iter().find(|method| method.is_constructor && method.is_static)
        {
            self.run_method(&body.module, method, None, &[])?;
        }
        Ok(())
    }

    fn class_property(&mut self, property: &ast::PropertyMember) -> Outcome<ClassProperty> {
        let ty = match &property.kind {
            Some(constraint) => Some(self.resolve_type_name(&constraint.name)?),
            None => None,
        };
        let mut checks = Vec::new();
        for attribute in &property.attributes {
            let source = self.frame().unit.source.clone();
            let code = super::lower::attribute(self, &source, attribute);
            checks.extend(self.attribute_check(&code)?);
        }
        if let Some(ty) = &ty {
            checks.push(super::signature::Check::Convert(ty.clone()));
        }
        let name = Str::from(&*property.name);
        Ok(ClassProperty {
            symbol: Symbol::new(&name),
            name,
            ty,
            is_static: property.is_static,
            is_hidden: property.is_hidden,
            initial: property.initial.clone(),
            checks,
        })
    }

    fn class_method(&mut self, method: &Rc<ast::FunctionMember>, class: &Rc<ScriptType>) -> Outcome<ClassMethod> {
        let function = &method.function;
        let mut parameters = Vec::new();
        let mut required = 0;
        for parameter in function.parameters.iter().flatten() {
            let constraint = parameter.attributes.iter().rev().find_map(|attribute| match attribute {
                ast::AttributeBase::Type(constraint) => Some(&constraint.name),
                ast::AttributeBase::Attribute(_) => None,
            });
            let ty = match constraint {
                Some(name) => self.resolve_type_name(name)?,
                None => TypeRef::Native(&crate::value::types::OBJECT),
            };
            if parameter.default.is_none() {
                required = parameters.len() + 1;
            }
            parameters.push((Str::from(&*parameter.name.path), ty));
        }
        let returns = match &method.return_type {
            Some(constraint) => {
                let ty = self.resolve_type_name(&constraint.name)?;
                (!ty.is_native(&crate::value::types::VOID)).then_some(ty)
            }
            None => None,
        };
        let base_arguments = function.body.end.as_ref().and_then(|end| end.statements.first()).is_some_and(calls_base);
        let template = Template {
            tree: function.body.clone(),
            parameters: Some(function.clone()),
            name: Some(Str::from(&*function.name)),
            unit: OnceCell::new(),
            class: Some(Rc::downgrade(class)),
        };
        Ok(ClassMethod {
            name: Str::from(&*function.name),
            is_static: method.is_static,
            is_hidden: method.is_hidden,
            is_constructor: method.is_constructor,
            parameters,
            required,
            returns,
            template: Rc::new(template),
            base_arguments,
        })
    }

    /// Runs a method; what `return` gave, converted to the declared type.
    fn run_method(
        &mut self,
        module: &Rc<Module>,
        method: &ClassMethod,
        this: Option<&Value>,
        arguments: &[Value],
    ) -> Outcome<Value> {
        let block = Rc::new(ScriptBlock {
            template: method.template.clone(),
            module: Some(module.clone()),
            debugger_hidden: Default::default(),
        });
        let how = Invocation {
            arguments: arguments.iter().cloned().map(Argument::positional).collect(),
            this: this.cloned(),
            ..Invocation::default()
        };
        let outer = self.returned.take();
        self.try_depth += 1;
        let result = self.call_block(&block, how, &mut Discard);
        self.try_depth -= 1;
        let value = std::mem::replace(&mut self.returned, outer);
        result?;
        match &method.returns {
            Some(ty) => convert::convert(self, &value.unwrap_or_default(), ty),
            None => Ok(Value::Void),
        }
    }

    /// The arguments of `: base(…)`, for the instance that is being made.
    pub(crate) fn call_base_constructor(&mut self, arguments: Vec<Value>) -> Outcome {
        let this = self.lookup(Symbol::new("this")).unwrap_or_default();
        let class = self.frame().block.as_ref().and_then(|block| block.template.class.as_ref()?.upgrade());
        let (Value::Instance(instance), Some(class)) = (&this, class) else { return Ok(()) };
        match class.base.get() {
            Some(TypeRef::Script(base)) => run_constructor(self, base, instance, &arguments),
            Some(native) => make_native(self, native, instance, &arguments),
            None => Ok(()),
        }
    }
}

fn calls_base(statement: &ast::Statement) -> bool {
    let expression = match &statement.kind {
        ast::StatementKind::CommandExpression(only) => &only.expression,
        ast::StatementKind::Pipeline(pipeline) => match pipeline.elements.as_slice() {
            [ast::PipelineElement::Expression(only)] => &only.expression,
            _ => return false,
        },
        _ => return false,
    };
    matches!(expression.kind, ast::ExprKind::BaseConstructor { .. })
}

fn body_of(class: &Rc<ScriptType>) -> Option<Rc<ClassBody>> {
    class.body.get().cloned().and_then(|body| body.downcast().ok())
}

fn set_entry(entries: &RefCell<Vec<(Symbol, Value)>>, name: Symbol, value: Value) {
    if let Some(entry) = entries.borrow_mut().iter_mut().find(|(known, _)| *known == name) {
        entry.1 = value;
    }
}

/// The value of a property before anything is assigned to it.
pub fn initial_value(ty: Option<&TypeRef>) -> Value {
    use crate::value::types as t;
    let Some(ty) = ty else { return Value::Null };
    if ty.is_enum() {
        return Value::Enum(Rc::new(EnumValue { ty: ty.clone(), value: 0 }));
    }
    if !is_value_type(ty) {
        return Value::Null;
    }
    let native = ty.native();
    let zero: [(&t::NativeType, Value); 16] = [
        (&t::BOOLEAN, Value::Bool(false)),
        (&t::SWITCH_PARAMETER, Value::Bool(false)),
        (&t::CHAR, Value::Char(0)),
        (&t::SBYTE, Value::SByte(0)),
        (&t::BYTE, Value::Byte(0)),
        (&t::INT16, Value::Int16(0)),
        (&t::UINT16, Value::UInt16(0)),
        (&t::INT32, Value::Int(0)),
        (&t::UINT32, Value::UInt32(0)),
        (&t::INT64, Value::Long(0)),
        (&t::UINT64, Value::UInt64(0)),
        (&t::SINGLE, Value::Single(0.0)),
        (&t::DOUBLE, Value::Double(0.0)),
        (&t::DECIMAL, Value::Decimal(Rc::default())),
        (&t::BIG_INTEGER, Value::BigInt(Rc::default())),
        (&t::VOID, Value::Null),
    ];
    match zero.into_iter().find(|(known, _)| std::ptr::eq(*known, native)) {
        Some((_, value)) => value,
        None => types::default_of(ty),
    }
}

/// The best overload: of those that take so many arguments, the first whose parameter types the arguments have, else
/// the first that they can be converted to.
fn overload<'a>(
    env: &mut Session,
    methods: impl Iterator<Item = &'a ClassMethod>,
    arguments: &[Value],
) -> Option<(&'a ClassMethod, Vec<Value>)> {
    let fitting: Vec<&ClassMethod> = methods
        .filter(|method| arguments.len() <= method.parameters.len() && arguments.len() >= method.required)
        .collect();
    let exact = fitting.iter().find(|method| {
        arguments.iter().zip(&method.parameters).all(|(argument, (_, ty))| match argument.type_ref() {
            Some(own) => own == *ty,
            None => !is_value_type(ty),
        })
    });
    let assignable = || {
        fitting.iter().find(|method| {
            arguments.iter().zip(&method.parameters).all(|(argument, (_, ty))| match argument.type_ref() {
                Some(own) => own.is(ty) && !ty.is_native(&crate::value::types::OBJECT),
                None => !is_value_type(ty),
            })
        })
    };
    if let Some(method) = exact.or_else(assignable) {
        return Some((method, arguments.to_vec()));
    }
    for method in fitting {
        let mut converted = Vec::with_capacity(arguments.len());
        for (argument, (_, ty)) in arguments.iter().zip(&method.parameters) {
            match convert::convert(env, argument, ty) {
                Ok(value) => converted.push(value),
                Err(_) => break,
            }
        }
        if converted.len() == arguments.len() {
            return Some((method, converted));
        }
    }
    None
}

/// Makes an instance by a constructor that takes a value of the argument's type without conversion; `None` where the
/// class has none.
pub fn construct_from(env: &mut Session, class: &Rc<ScriptType>, argument: &Value) -> Option<Outcome<Value>> {
    let from = argument.type_ref()?;
    let suits = |method: &&ClassMethod| {
        let [(_, wanted)] = method.parameters.as_slice() else { return false };
        method.is_constructor && !method.is_static && (from.is(wanted) || widens(from.native(), wanted.native()))
    };
    body_of(class)?.methods.iter().find(suits)?;
    Some(construct(env, class, std::slice::from_ref(argument)))
}

/// Makes an instance of a class.
pub fn construct(env: &mut Session, class: &Rc<ScriptType>, arguments: &[Value]) -> Outcome<Value> {
    let instance = Rc::new(Instance::new(class.clone()));
    for ancestor in lineage(class).iter().rev() {
        let Some(body) = body_of(ancestor) else { continue };
        for property in body.properties.iter().filter(|property| !property.is_static) {
            let value = initial_value(property.ty.as_ref());
            instance.fields.borrow_mut().push((property.symbol, value));
        }
    }
    let this = Value::Instance(instance.clone());
    for ancestor in lineage(class).iter().rev() {
        let Some(body) = body_of(ancestor) else { continue };
        for property in body.properties.iter().filter(|property| !property.is_static) {
            if let Some(initial) = &property.initial {
                let source = body_source(&body, env);
                let (code, names) = super::lower::expression(env, &source, initial);
                let outer = env.frame_mut().this.replace(this.clone());
                let value = env.eval_code_apart(&code, names);
                env.frame_mut().this = outer;
                let value = value?;
                let value = match &property.ty {
                    Some(ty) => convert::convert(env, &value, ty)?,
                    None => value,
                };
                instance.set_field(property.symbol, value);
            }
        }
    }
    run_constructor(env, class, &instance, arguments)?;
    Ok(this)
}

fn body_source(body: &ClassBody, env: &Session) -> Rc<crate::syntax::Source> {
    match body.methods.first() {
        Some(method) => method.template.tree.source.clone(),
        None => env.frame().unit.source.clone(),
    }
}

fn run_constructor(env: &mut Session, class: &Rc<ScriptType>, instance: &Rc<Instance>, arguments: &[Value]) -> Outcome {
    let body = body_of(class);
    let constructors =
        || body.iter().flat_map(|body| body.methods.iter()).filter(|method| method.is_constructor && !method.is_static);
    if constructors().next().is_none() {
        if !arguments.is_empty() {
            return Err(no_constructor(arguments.len()));
        }
        return run_base(env, class, instance);
    }
    let Some((method, converted)) = overload(env, constructors(), arguments) else {
        return Err(no_constructor(arguments.len()));
    };
    if !method.base_arguments {
        run_base(env, class, instance)?;
    }
    let this = Value::Instance(instance.clone());
    let module = body.as_ref().map(|body| body.module.clone()).unwrap_or_else(|| env.global.clone());
    env.run_method(&module, method, Some(&this), &converted)?;
    Ok(())
}

fn run_base(env: &mut Session, class: &Rc<ScriptType>, instance: &Rc<Instance>) -> Outcome {
    match class.base.get() {
        Some(TypeRef::Script(base)) => run_constructor(env, base, instance, &[]),
        Some(native) => make_native(env, native, instance, &[]),
        None => Ok(()),
    }
}

fn make_native(env: &mut Session, base: &TypeRef, instance: &Rc<Instance>, arguments: &[Value]) -> Outcome {
    if base.is_native(&crate::value::types::OBJECT) {
        return Ok(());
    }
    if let Value::Native(native) = types::construct(env, base, arguments)? {
        let native: Rc<NativeObject> = native;
        let bare = match native.downcast::<Exception>() {
            Some(exception) if arguments.is_empty() => {
                Some(Exception::new(exception.ty, format!("Exception of type '{}' was thrown.", instance.ty.name)))
            }
            _ => None,
        };
        instance.set_native_base(bare.map_or(native, |exception| Rc::new(NativeObject::new(exception))));
    }
    Ok(())
}

fn no_constructor(count: usize) -> crate::value::Flow {
    let text = format!("Cannot find an overload for \"new\" and the argument count: \"{count}\".");
    Fault::new("MethodCountCouldNotFindBest", ErrorCategory::NotSpecified, text).of(&error::METHOD_EXCEPTION).into()
}

/// The declaration of an instance property.
fn property(class: &Rc<ScriptType>, name: Symbol, is_static: bool) -> Option<(Rc<ClassBody>, usize)> {
    lineage(class).into_iter().find_map(|ancestor| {
        let body = body_of(&ancestor)?;
        let index = body.properties.iter().position(|p| p.symbol == name && p.is_static == is_static)?;
        Some((body, index))
    })
}

/// The value of an instance property.
pub fn get_field(instance: &Rc<Instance>, name: Symbol) -> Option<Value> {
    instance.field(name)
}

/// Sets an instance property, converted and checked; false where there is none.
pub fn set_field(env: &mut Session, instance: &Rc<Instance>, name: Symbol, value: &Value) -> Outcome<bool> {
    if let Some((body, index)) = property(&instance.ty, name, false)
        && let Some(property) = body.properties.get(index)
    {
        let checked = super::binder::check::apply(
            env,
            &property.checks,
            value.clone(),
            &property.name,
            super::binder::check::CheckContext::Property,
        )?;
        return Ok(instance.set_field(name, checked));
    }
    Ok(false)
}

/// The names of the instance properties that are not hidden, base classes last.
pub fn visible_fields(instance: &Rc<Instance>) -> Vec<Str> {
    let mut names: Vec<Str> = Vec::new();
    for ancestor in lineage(&instance.ty) {
        let Some(body) = body_of(&ancestor) else { continue };
        for property in body.properties.iter().filter(|property| !property.is_static && !property.is_hidden) {
            if !names.iter().any(|name| same_name(name, &property.name)) {
                names.push(property.name.clone());
            }
        }
    }
    names
}

/// Calls a method; `None` where the class has none of that name.
pub fn call_method(
    env: &mut Session,
    instance: &Rc<Instance>,
    name: &str,
    arguments: &[Value],
) -> Option<Outcome<Value>> {
    call_method_of(env, instance, &instance.ty.clone(), name, arguments)
}

/// Calls a method as a class has or inherits it.
pub fn call_method_of(
    env: &mut Session,
    instance: &Rc<Instance>,
    class: &Rc<ScriptType>,
    name: &str,
    arguments: &[Value],
) -> Option<Outcome<Value>> {
    let this = Value::Instance(instance.clone());
    dispatch(env, class, name, arguments, Some(&this))
}

/// Calls a static method; `None` where the class has none of that name.
pub fn call_static(
    env: &mut Session,
    class: &Rc<ScriptType>,
    name: &str,
    arguments: &[Value],
) -> Option<Outcome<Value>> {
    dispatch(env, class, name, arguments, None)
}

fn dispatch(
    env: &mut Session,
    class: &Rc<ScriptType>,
    name: &str,
    arguments: &[Value],
    this: Option<&Value>,
) -> Option<Outcome<Value>> {
    let mut is_known = false;
    let mut failure = None;
    for ancestor in lineage(class) {
        let Some(body) = body_of(&ancestor) else { continue };
        let named = body.methods.iter().filter(|method| {
            !method.is_constructor && method.is_static == this.is_none() && same_name(&method.name, name)
        });
        is_known |= named.clone().next().is_some();
        if let Some((method, converted)) = overload(env, named.clone(), arguments) {
            return Some(env.run_method(&body.module, method, this, &converted));
        }
        let mut fitting = named.filter(|m| arguments.len() <= m.parameters.len() && arguments.len() >= m.required);
        if let (Some(only), None) = (fitting.next(), fitting.next()) {
            failure = failure.or_else(|| argument_failure(env, only, arguments));
        }
    }
    if let Some(failure) = failure {
        return Some(Err(failure));
    }
    is_known.then(|| {
        let text = format!("Cannot find an overload for \"{name}\" and the argument count: \"{}\".", arguments.len());
        Err(Fault::new("MethodCountCouldNotFindBest", ErrorCategory::NotSpecified, text)
            .of(&error::METHOD_EXCEPTION)
            .into())
    })
}

/// Why the arguments of the only overload of their number cannot be converted.
fn argument_failure(env: &mut Session, method: &ClassMethod, arguments: &[Value]) -> Option<crate::value::Flow> {
    for (argument, (name, ty)) in arguments.iter().zip(&method.parameters) {
        if let Err(crate::value::Flow::Error(record)) = convert::convert(env, argument, ty) {
            let value = convert::to_text(env, argument).unwrap_or_default();
            let text = format!(
                "Cannot convert argument \"{name}\", with value: \"{value}\", for \"{}\" to type \"{}\": \"{}\"",
                method.name,
                ty.full_name(),
                record.exception_message()
            );
            let fault = Fault::new("MethodArgumentConversionInvalidCastArgument", ErrorCategory::NotSpecified, text)
                .of(&error::METHOD_EXCEPTION)
                .inner(record.exception.clone());
            return Some(fault.into());
        }
    }
    None
}

/// Whether the class has or inherits an instance method of this name.
pub fn has_method(instance: &Rc<Instance>, name: &str) -> bool {
    lineage(&instance.ty).iter().filter_map(body_of).any(|body| {
        body.methods.iter().any(|method| !method.is_constructor && !method.is_static && same_name(&method.name, name))
    })
}

/// The value of a static property.
pub fn get_static(_env: &mut Session, class: &Rc<ScriptType>, name: Symbol) -> Outcome<Option<Value>> {
    for ancestor in lineage(class) {
        let found = ancestor.statics.borrow().iter().find(|(known, _)| *known == name).map(|(_, v)| v.clone());
        if found.is_some() {
            return Ok(found);
        }
    }
    if let ScriptKind::Enum { members, .. } = &class.kind {
        let text = name.name();
        let member = members.borrow().iter().find(|(known, _)| same_name(known, &text)).map(|(_, value)| *value);
        return Ok(member.map(|value| Value::Enum(Rc::new(EnumValue { ty: TypeRef::Script(class.clone()), value }))));
    }
    Ok(None)
}

/// Sets a static property; false where there is none.
pub fn set_static(env: &mut Session, class: &Rc<ScriptType>, name: Symbol, value: &Value) -> Outcome<bool> {
    for ancestor in lineage(class) {
        let is_here = ancestor.statics.borrow().iter().any(|(known, _)| *known == name);
        if !is_here {
            continue;
        }
        let ty = body_of(&ancestor).and_then(|body| {
            body.properties.iter().find(|p| p.is_static && p.symbol == name).and_then(|p| p.ty.clone())
        });
        let value = match ty {
            Some(ty) => convert::convert(env, value, &ty)?,
            None => value.clone(),
        };
        set_entry(&ancestor.statics, name, value);
        return Ok(true);
    }
    Ok(false)
}

/// Whether a type derives from a class whose name is given, for attributes that scripts define.
pub fn derives_from(env: &mut Session, ty: &TypeRef, name: &str) -> bool {
    env.find_type(name).is_some_and(|wanted| ty.is(&wanted))
}
