//! Host names in ASCII (RFC 3492).

/// A host name whose labels with other letters are written as `xn--…`.
pub(super) fn to_ascii(host: &str) -> String {
    let labels: Vec<String> = host
        .split('.')
        .map(|label| if label.is_ascii() { label.to_string() } else { format!("xn--{}", encode(label)) })
        .collect();
    labels.join(".")
}

fn encode(label: &str) -> String {
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = out.len() as u32;
    if basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, basic);
    let total = label.chars().count() as u32;
    while handled < total {
        let Some(next) = label.chars().map(u32::from).filter(|c| *c >= n).min() else { break };
        delta = delta.saturating_add((next - n).saturating_mul(handled + 1));
        n = next;
        for c in label.chars().map(u32::from) {
            if c < n {
                delta = delta.saturating_add(1);
            }
            if c != n {
                continue;
            }
            push_number(&mut out, delta, bias);
            bias = adapt(delta, handled + 1, handled == basic);
            delta = 0;
            handled += 1;
        }
        delta = delta.saturating_add(1);
        n += 1;
    }
    out
}

fn push_number(out: &mut String, mut number: u32, bias: u32) {
    let digit = |value: u32| char::from(if value < 26 { b'a' + value as u8 } else { b'0' + (value - 26) as u8 });
    let mut k = 36;
    loop {
        let threshold = k.clamp(bias + 1, bias + 26) - bias;
        if number < threshold {
            break;
        }
        out.push(digit(threshold + (number - threshold) % (36 - threshold)));
        number = (number - threshold) / (36 - threshold);
        k += 36;
    }
    out.push(digit(number));
}

fn adapt(delta: u32, points: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    #[test]
    fn labels_with_other_letters_are_encoded() {
        assert_eq!(super::to_ascii("bücher.de"), "xn--bcher-kva.de");
        assert_eq!(super::to_ascii("münchen-ost"), "xn--mnchen-ost-9db");
    }
}
