//! `System.Random`: .NET's sequence for a seed, the shell's own randomness without one.

use super::arguments::{Arguments, byte_array};
use super::invoke::receiver;
use super::table::{Method, StaticProperty, TypeTable};
use super::{fault, known};
use crate::value::types::TypeRef;
use crate::value::{Array, Env, Native, Outcome, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// A source of random numbers.
pub struct Random {
    seeded: Option<RefCell<Subtractive>>,
}

/// Knuth's subtractive generator with the constants of .NET.
pub struct Subtractive {
    seeds: [i32; 56],
    next: usize,
    other: usize,
}

impl Subtractive {
    /// The generator of a seed.
    pub fn new(seed: i32) -> Subtractive {
        let mut seeds = [0_i32; 56];
        let mut first = 161_803_398 - if seed == i32::MIN { i32::MAX } else { seed.abs() };
        let mut second = 1_i32;
        seeds[55] = first;
        let mut place = 0;
        for _ in 1..55 {
            place += 21;
            if place >= 55 {
                place -= 55;
            }
            seeds[place] = second;
            second = first.wrapping_sub(second);
            if second < 0 {
                second += i32::MAX;
            }
            first = seeds[place];
        }
        for _ in 1..5 {
            for at in 1..56 {
                let mut behind = at + 30;
                if behind >= 55 {
                    behind -= 55;
                }
                seeds[at] = seeds[at].wrapping_sub(seeds[1 + behind]);
                if seeds[at] < 0 {
                    seeds[at] = seeds[at].wrapping_add(i32::MAX);
                }
            }
        }
        Subtractive { seeds, next: 0, other: 21 }
    }

    /// The next number from 0 to below `i32::MAX`.
    pub fn sample(&mut self) -> i32 {
        self.next = if self.next + 1 >= 56 { 1 } else { self.next + 1 };
        self.other = if self.other + 1 >= 56 { 1 } else { self.other + 1 };
        let mut number = self.seeds[self.next].wrapping_sub(self.seeds[self.other]);
        if number == i32::MAX {
            number -= 1;
        }
        if number < 0 {
            number += i32::MAX;
        }
        self.seeds[self.next] = number;
        number
    }

    /// The next number from 0 to below 1.
    pub fn sample_double(&mut self) -> f64 {
        f64::from(self.sample()) * (1.0 / f64::from(i32::MAX))
    }

    /// The next number of a range that is wider than an `int`.
    fn sample_wide(&mut self) -> f64 {
        let number = self.sample();
        let signed = if self.sample() % 2 == 0 { -number } else { number };
        (f64::from(signed) + f64::from(i32::MAX - 1)) / (2.0 * f64::from(i32::MAX.cast_unsigned()) - 1.0)
    }

    /// The next number from a lower limit to below an upper one.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        let range = i64::from(high) - i64::from(low);
        let offset = if range <= i64::from(i32::MAX) {
            self.sample_double() * range as f64
        } else {
            self.sample_wide() * range as f64
        };
        (offset as i64 + i64::from(low)) as i32
    }
}

impl Native for Random {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::RANDOM)
    }
}

pub(super) static TABLE: TypeTable = TypeTable {
    methods: &[
        Method::new("int Next()", next),
        Method::new("int Next(int maxValue)", next),
        Method::new("int Next(int minValue, int maxValue)", next),
        Method::new("long NextInt64()", next_int64),
        Method::new("long NextInt64(long maxValue)", next_int64),
        Method::new("long NextInt64(long minValue, long maxValue)", next_int64),
        Method::new("float NextSingle()", next_single),
        Method::new("double NextDouble()", next_double),
        Method::new("void NextBytes(byte[] buffer)", next_bytes),
        Method::new("T[] GetItems[T](T[] choices, int length)", get_items),
        Method::new("void Shuffle[T](T[] values)", shuffle),
        Method::new("string GetHexString(int stringLength, bool lowercase = False)", get_hex_string),
    ],
    constructors: &[Method::new("System.Random new()", new), Method::new("System.Random new(int Seed)", new)],
    static_properties: &[StaticProperty::new("Shared", "System.Random", shared)],
    ..TypeTable::of(&known::RANDOM)
};

fn own(this: &Value) -> Outcome<&Random> {
    receiver::<Random>(this)
}

/// A fraction from 0 to below 1 with 53 random bits.
fn fraction(env: &mut dyn Env) -> f64 {
    (env.random() >> 11) as f64 / (1_u64 << 53) as f64
}

/// A number from a lower limit to below an upper one.
fn between(env: &mut dyn Env, low: i64, high: i64) -> i64 {
    let range = high.wrapping_sub(low).cast_unsigned();
    let scaled = (u128::from(env.random()) * u128::from(range)) >> 64;
    low.wrapping_add(scaled as i64)
}

fn next(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let random = own(this)?;
    let (low, high) = match arguments.len() {
        0 => (0, i32::MAX),
        1 => (0, arguments.int(0)),
        _ => (arguments.int(0), arguments.int(1)),
    };
    if arguments.len() == 1 && high < 0 {
        return Err(fault::out_of_range_value(
            &format!("maxValue ('{high}') must be a non-negative value."),
            "maxValue",
            &high.to_string(),
        ));
    }
    if low > high {
        return Err(fault::out_of_range("'minValue' cannot be greater than maxValue.", "minValue"));
    }
    Ok(Value::Int(match &random.seeded {
        Some(generator) if arguments.is_empty() => generator.borrow_mut().sample(),
        Some(generator) => generator.borrow_mut().between(low, high),
        None => between(env, low.into(), high.into()) as i32,
    }))
}

fn next_int64(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let random = own(this)?;
    let (low, high) = match arguments.len() {
        0 => (0, i64::MAX),
        1 => (0, arguments.long(0)),
        _ => (arguments.long(0), arguments.long(1)),
    };
    if low > high {
        return Err(fault::out_of_range("'minValue' cannot be greater than maxValue.", "minValue"));
    }
    Ok(Value::Long(match &random.seeded {
        Some(generator) => {
            let mut generator = generator.borrow_mut();
            let part = |generator: &mut Subtractive| u64::from(generator.sample().cast_unsigned() >> 8 & 0x3F_FFFF);
            let bits = part(&mut generator) | part(&mut generator) << 22 | part(&mut generator) << 44;
            let range = u128::from(high.wrapping_sub(low).cast_unsigned());
            low.wrapping_add(((u128::from(bits) * range) >> 64) as i64)
        }
        None => between(env, low, high),
    }))
}

fn double(env: &mut dyn Env, random: &Random) -> f64 {
    match &random.seeded {
        Some(generator) => generator.borrow_mut().sample_double(),
        None => fraction(env),
    }
}

fn next_single(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Single(double(env, own(this)?) as f32))
}

fn next_double(env: &mut dyn Env, this: &Value, _arguments: &[Value]) -> Outcome<Value> {
    Ok(Value::Double(double(env, own(this)?)))
}

fn byte(env: &mut dyn Env, random: &Random) -> u8 {
    match &random.seeded {
        Some(generator) => generator.borrow_mut().sample() as u8,
        None => env.random() as u8,
    }
}

fn next_bytes(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let random = own(this)?;
    let Some(Value::Array(buffer)) = arguments.first() else { return Err(fault::argument_null("buffer")) };
    let bytes: Vec<Value> = (0..buffer.len()).map(|_| Value::Byte(byte(env, random))).collect();
    buffer.items.replace(bytes);
    Ok(Value::Void)
}

/// An index below a limit.
fn index(env: &mut dyn Env, random: &Random, limit: usize) -> usize {
    let limit = i32::try_from(limit).unwrap_or(i32::MAX);
    let index = match &random.seeded {
        Some(generator) => generator.borrow_mut().between(0, limit),
        None => between(env, 0, limit.into()) as i32,
    };
    usize::try_from(index).unwrap_or_default()
}

fn get_items(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let random = own(this)?;
    let Some(Value::Array(choices)) = arguments.first() else { return Err(fault::argument_null("choices")) };
    if choices.is_empty() {
        return Err(fault::argument("Span may not be empty.", "choices"));
    }
    let count = usize::try_from(arguments.int(1)).map_err(|_| fault::negative("length", arguments.long(1)))?;
    let items = (0..count).map(|_| choices.get(index(env, random, choices.len())).unwrap_or_default()).collect();
    Ok(Value::Array(Rc::new(Array::typed(choices.element.clone(), items))))
}

fn shuffle(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let random = own(this)?;
    let Some(Value::Array(values)) = arguments.first() else { return Err(fault::argument_null("values")) };
    let length = values.len();
    for place in 0..length.saturating_sub(1) {
        let other = place + index(env, random, length - place);
        values.items.borrow_mut().swap(place, other);
    }
    Ok(Value::Void)
}

fn get_hex_string(env: &mut dyn Env, this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let random = own(this)?;
    let length = usize::try_from(arguments.int(0)).map_err(|_| fault::negative("stringLength", arguments.long(0)))?;
    let digits = if arguments.bool(1) { b"0123456789abcdef" } else { b"0123456789ABCDEF" };
    let text: String = (0..length).map(|_| char::from(digits[index(env, random, 16)])).collect();
    Ok(Value::from(text))
}

fn new(_env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let seeded = (!arguments.is_empty()).then(|| RefCell::new(Subtractive::new(arguments.int(0))));
    Ok(Value::native(Random { seeded }))
}

fn shared(_env: &mut dyn Env) -> Outcome<Value> {
    Ok(Value::native(Random { seeded: None }))
}

/// `RandomNumberGenerator`, whose numbers are the shell's own.
pub struct Generator;

impl Native for Generator {
    fn type_ref(&self) -> TypeRef {
        TypeRef::Native(&known::RANDOM_NUMBER_GENERATOR)
    }
}

pub(super) static GENERATOR: TypeTable = TypeTable {
    methods: &[
        Method::new("void Dispose()", |_, _, _| Ok(Value::Void)),
        Method::new("void GetBytes(byte[] data)", fill),
        Method::new("void GetNonZeroBytes(byte[] data)", fill_non_zero),
    ],
    static_methods: &[
        Method::new("System.Security.Cryptography.RandomNumberGenerator Create()", |_, _, _| {
            Ok(Value::native(Generator))
        }),
        Method::new("byte[] GetBytes(int count)", bytes),
        Method::new("int GetInt32(int toExclusive)", int32),
        Method::new("int GetInt32(int fromInclusive, int toExclusive)", int32),
        Method::new("string GetHexString(int stringLength, bool lowercase = False)", |env, _, arguments| {
            get_hex_string(env, &Value::native(Random { seeded: None }), arguments)
        }),
    ],
    ..TypeTable::of(&known::RANDOM_NUMBER_GENERATOR)
};

fn fill(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    next_bytes(env, &Value::native(Random { seeded: None }), arguments)
}

fn fill_non_zero(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let Some(Value::Array(buffer)) = arguments.first() else { return Err(fault::argument_null("data")) };
    let bytes = (0..buffer.len()).map(|_| Value::Byte(between(env, 1, 256) as u8)).collect();
    buffer.items.replace(bytes);
    Ok(Value::Void)
}

fn bytes(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let count = usize::try_from(arguments.int(0)).map_err(|_| fault::negative("count", arguments.long(0)))?;
    let bytes: Vec<u8> = (0..count).map(|_| env.random() as u8).collect();
    Ok(byte_array(&bytes))
}

fn int32(env: &mut dyn Env, _this: &Value, arguments: &[Value]) -> Outcome<Value> {
    let (low, high) = match arguments.len() {
        1 => (0, arguments.long(0)),
        _ => (arguments.long(0), arguments.long(1)),
    };
    if low >= high {
        return Err(fault::argument(
            "Range of random number does not contain at least one possibility.",
            "toExclusive",
        ));
    }
    Ok(Value::Int(between(env, low, high) as i32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_sequence_of_dotnet() {
        let mut generator = Subtractive::new(42);
        let numbers: Vec<i32> = (0..3).map(|_| generator.sample()).collect();
        assert_eq!(numbers, [1_434_747_710, 302_596_119, 269_548_474]);
        assert_eq!(Subtractive::new(42).between(1, 100), 67);
    }
}
