//! `System.Console`.

use super::arguments::Arguments;
use super::encoding::{EncodingObject, Form};
use super::io::{reader, writer};
use super::table::{Method, StaticProperty, TypeTable};
use super::{enums, exceptions, fault, invoke, known};
use crate::value::error::INVALID_OPERATION_EXCEPTION;
use crate::value::{EnumValue, Env, Flow, Outcome, Value};
use std::cell::RefCell;
use std::io::IsTerminal;

/// What scripts put in place of the console's own parts.
#[derive(Default)]
struct Redirected {
    input: Option<Value>,
    output: Option<Value>,
    errors: Option<Value>,
    foreground: Option<i64>,
    background: Option<i64>,
}

thread_local! {
    static REDIRECTED: RefCell<Redirected> = RefCell::default();
}

pub(super) static TABLE: TypeTable = TypeTable {
    static_properties: &[
        StaticProperty::new("In", "System.IO.TextReader", |_| Ok(input())),
        StaticProperty::new("InputEncoding", "System.Text.Encoding", encoding).settable(ignore),
        StaticProperty::new("OutputEncoding", "System.Text.Encoding", encoding).settable(ignore),
        StaticProperty::new("KeyAvailable", "bool", |_| {
            Err(fault::invalid_operation(
                "Cannot see if a key has been pressed when either application does not have a console or when console \
                 input has been redirected from a file. Try Console.In.Peek.",
            ))
        }),
        StaticProperty::new("Out", "System.IO.TextWriter", |_| Ok(output())),
        StaticProperty::new("Error", "System.IO.TextWriter", |_| Ok(errors())),
        StaticProperty::new("IsInputRedirected", "bool", |_| Ok(Value::Bool(!std::io::stdin().is_terminal()))),
        StaticProperty::new("IsOutputRedirected", "bool", |_| Ok(Value::Bool(!std::io::stdout().is_terminal()))),
        StaticProperty::new("IsErrorRedirected", "bool", |_| Ok(Value::Bool(!std::io::stderr().is_terminal()))),
        StaticProperty::new("CursorSize", "int", |_| Ok(Value::Int(100))).settable(unsupported_set),
        StaticProperty::new("NumberLock", "bool", |_| Err(unsupported())),
        StaticProperty::new("CapsLock", "bool", |_| Err(unsupported())),
        StaticProperty::new("BackgroundColor", "System.ConsoleColor", |_| {
            Ok(color(REDIRECTED.with_borrow(|own| own.background)))
        })
        .settable(|_, value| {
            REDIRECTED.with_borrow_mut(|own| own.background = Some(std::slice::from_ref(&value).number(0)));
            Ok(())
        }),
        StaticProperty::new("ForegroundColor", "System.ConsoleColor", |_| {
            Ok(color(REDIRECTED.with_borrow(|own| own.foreground)))
        })
        .settable(|_, value| {
            REDIRECTED.with_borrow_mut(|own| own.foreground = Some(std::slice::from_ref(&value).number(0)));
            Ok(())
        }),
        StaticProperty::new("BufferWidth", "int", |_| Ok(Value::Int(size().0))).settable(unsupported_set),
        StaticProperty::new("BufferHeight", "int", |_| Ok(Value::Int(size().1))).settable(unsupported_set),
        StaticProperty::new("WindowLeft", "int", |_| Ok(Value::Int(0))).settable(unsupported_set),
        StaticProperty::new("WindowTop", "int", |_| Ok(Value::Int(0))).settable(unsupported_set),
        StaticProperty::new("WindowWidth", "int", |_| Ok(Value::Int(size().0))).settable(unsupported_set),
        StaticProperty::new("WindowHeight", "int", |_| Ok(Value::Int(size().1))).settable(unsupported_set),
        StaticProperty::new("LargestWindowWidth", "int", |_| Ok(Value::Int(size().0))),
        StaticProperty::new("LargestWindowHeight", "int", |_| Ok(Value::Int(size().1))),
        StaticProperty::new("CursorVisible", "bool", |_| Err(unsupported())).settable(ignore),
        StaticProperty::new("CursorLeft", "int", |_| Ok(Value::Int(0))).settable(ignore),
        StaticProperty::new("CursorTop", "int", |_| Ok(Value::Int(0))).settable(ignore),
        StaticProperty::new("Title", "string", |_| Err(unsupported())).settable(set_title),
        StaticProperty::new("TreatControlCAsInput", "bool", |_| Ok(Value::Bool(false))).settable(ignore),
    ],
    static_methods: &[
        Method::new("System.ConsoleKeyInfo ReadKey()", no_keys),
        Method::new("System.ConsoleKeyInfo ReadKey(bool intercept)", no_keys),
        Method::new("void ResetColor()", |_, _, _| {
            REDIRECTED.with_borrow_mut(|own| {
                own.foreground = None;
                own.background = None;
            });
            Ok(Value::Void)
        }),
        Method::new("void Beep()", |env, _, _| on_terminal(env, "\u{7}")),
        Method::new("void Clear()", |env, _, _| on_terminal(env, "\u{1B}[H\u{1B}[2J\u{1B}[3J")),
        Method::new("void SetCursorPosition(int left, int top)", |env, _, arguments| {
            let sequence = format!("\u{1B}[{};{}H", arguments.int(1) + 1, arguments.int(0) + 1);
            on_terminal(env, &sequence)
        }),
        Method::new("void SetIn(System.IO.TextReader newIn)", |_, _, arguments| {
            replace(arguments, "newIn", |own, value| own.input = value)
        }),
        Method::new("void SetOut(System.IO.TextWriter newOut)", |_, _, arguments| {
            replace(arguments, "newOut", |own, value| own.output = value)
        }),
        Method::new("void SetError(System.IO.TextWriter newError)", |_, _, arguments| {
            replace(arguments, "newError", |own, value| own.errors = value)
        }),
        Method::new("int Read()", |env, _, _| on(env, &input(), "Read", &[])),
        Method::new("string ReadLine()", |env, _, _| on(env, &input(), "ReadLine", &[])),
        Method::new("void WriteLine()", write_line),
        Method::new("void WriteLine(bool value)", write_line),
        Method::new("void WriteLine(char value)", write_line),
        Method::new("void WriteLine(char[] buffer)", write_line),
        Method::new("void WriteLine(char[] buffer, int index, int count)", write_line_part),
        Method::new("void WriteLine(decimal value)", write_line),
        Method::new("void WriteLine(double value)", write_line),
        Method::new("void WriteLine(float value)", write_line),
        Method::new("void WriteLine(int value)", write_line),
        Method::new("void WriteLine(uint value)", write_line),
        Method::new("void WriteLine(long value)", write_line),
        Method::new("void WriteLine(ulong value)", write_line),
        Method::new("void WriteLine(System.Object value)", write_line),
        Method::new("void WriteLine(string value)", write_line),
        Method::new("void WriteLine(string format, System.Object arg0)", write_line_format),
        Method::new("void WriteLine(string format, System.Object arg0, System.Object arg1)", write_line_format),
        Method::new(
            "void WriteLine(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            write_line_format,
        ),
        Method::new("void WriteLine(string format, Params System.Object[] arg)", write_line_format),
        Method::new("void Write(string format, System.Object arg0)", write_format),
        Method::new("void Write(string format, System.Object arg0, System.Object arg1)", write_format),
        Method::new(
            "void Write(string format, System.Object arg0, System.Object arg1, System.Object arg2)",
            write_format,
        ),
        Method::new("void Write(string format, Params System.Object[] arg)", write_format),
        Method::new("void Write(bool value)", write),
        Method::new("void Write(char value)", write),
        Method::new("void Write(char[] buffer)", write),
        Method::new("void Write(char[] buffer, int index, int count)", write_part),
        Method::new("void Write(double value)", write),
        Method::new("void Write(decimal value)", write),
        Method::new("void Write(float value)", write),
        Method::new("void Write(int value)", write),
        Method::new("void Write(uint value)", write),
        Method::new("void Write(long value)", write),
        Method::new("void Write(ulong value)", write),
        Method::new("void Write(System.Object value)", write),
        Method::new("void Write(string value)", write),
    ],
    ..TypeTable::of(&known::CONSOLE)
};

fn input() -> Value {
    REDIRECTED.with_borrow_mut(|own| own.input.get_or_insert_with(reader::of_console).clone())
}

fn output() -> Value {
    REDIRECTED.with_borrow_mut(|own| own.output.get_or_insert_with(|| writer::to_console(false)).clone())
}

fn errors() -> Value {
    REDIRECTED.with_borrow_mut(|own| own.errors.get_or_insert_with(|| writer::to_console(true)).clone())
}

fn replace(arguments: &[Value], parameter: &str, put: fn(&mut Redirected, Option<Value>)) -> Outcome<Value> {
    if arguments.is_null(0) {
        return Err(fault::argument_null(parameter));
    }
    REDIRECTED.with_borrow_mut(|own| put(own, Some(arguments.value(0))));
    Ok(Value::Void)
}

fn encoding(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::native(EncodingObject { form: Form::Utf8, marks: false }))
}

/// Output and input are always UTF-8 here, and the cursor is where it is.
fn ignore(_env: &mut dyn Env, _value: Value) -> Outcome<()> {
    Ok(())
}

fn unsupported() -> Flow {
    fault::raise(&exceptions::PLATFORM_NOT_SUPPORTED_EXCEPTION, "Operation is not supported on this platform.")
}

fn unsupported_set(_env: &mut dyn Env, _value: Value) -> Outcome<()> {
    Err(unsupported())
}

/// Without a colour of its own the terminal's stands, which nobody knows.
fn color(color: Option<i64>) -> Value {
    EnumValue::native(&enums::CONSOLE_COLOR, color.unwrap_or(-1))
}

/// The width and height in characters; 80 and -1 without a terminal.
fn size() -> (i32, i32) {
    match terminal_size::terminal_size() {
        Some((width, height)) => (width.0.into(), height.0.into()),
        None => (80, -1),
    }
}

/// Sends a control sequence, which makes sense on a terminal alone.
fn on_terminal(env: &mut dyn Env, sequence: &str) -> Outcome<Value> {
    if std::io::stdout().is_terminal() {
        env.write_console(sequence, false);
    }
    Ok(Value::Void)
}

fn set_title(env: &mut dyn Env, value: Value) -> Outcome<()> {
    let title = std::slice::from_ref(&value).text(0);
    on_terminal(env, &format!("\u{1B}]0;{title}\u{7}")).map(|_| ())
}

fn no_keys(_env: &mut dyn Env, _this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Err(fault::raise(
        &INVALID_OPERATION_EXCEPTION,
        "Cannot read keys when either application does not have a console or when console input has been redirected. \
         Try Console.Read.",
    ))
}

/// Calls a method of a reader or writer.
fn on(env: &mut dyn Env, target: &Value, name: &str, arguments: &[Value]) -> Outcome<Value> {
    invoke::call_method(env, target, name, arguments).unwrap_or_else(|| Err(fault::null_reference()))
}

fn put(env: &mut dyn Env, text: String) -> Outcome<Value> {
    on(env, &output(), "Write", &[Value::from(text)])?;
    Ok(Value::Void)
}

fn write(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = writer::text_of(env, &arguments.value(0))?;
    put(env, text)
}

fn write_line(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = if arguments.is_empty() { String::new() } else { writer::text_of(env, &arguments.value(0))? };
    put(env, text + "\n")
}

fn write_format(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = writer::formatted(env, arguments)?;
    put(env, text)
}

fn write_line_format(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let text = writer::formatted(env, arguments)?;
    put(env, text + "\n")
}

/// The part of a `char[]` that an index and a count give.
fn part(arguments: &[Value]) -> String {
    let start = usize::try_from(arguments.int(1)).unwrap_or_default();
    let count = usize::try_from(arguments.int(2)).unwrap_or_default();
    let items = arguments.items(0);
    let units: Vec<u16> = items.iter().skip(start).take(count).map(|item| std::slice::from_ref(item).unit(0)).collect();
    String::from_utf16_lossy(&units)
}

fn write_part(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    put(env, part(arguments))
}

fn write_line_part(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    put(env, part(arguments) + "\n")
}
