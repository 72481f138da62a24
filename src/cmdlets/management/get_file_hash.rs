//! `Get-FileHash`: the digests of files.
use super::paths::{self, given};
use crate::cmdlets::facts::{self, Facts};
use crate::cmdlets::prelude::*;
use crate::provider;
use crate::types::TypeTable;
use crate::types::table::Property;
use crate::value::NativeType;
use crate::value::types::OBJECT;
use sha2::Digest;
use std::fmt::Write;

static FILE_HASH: NativeType = NativeType::class("Microsoft.PowerShell.Commands.FileHashInfo", &OBJECT);
static TABLES: &[&TypeTable] = &[&TABLE];
static TABLE: TypeTable = TypeTable {
    properties: &[
        Property::settable("Algorithm", "string", |_, this| facts::get(this, 0), |_, this, v| facts::set(this, 0, v)),
        Property::settable("Hash", "string", |_, this| facts::get(this, 1), |_, this, v| facts::set(this, 1, v)),
        Property::settable("Path", "string", |_, this| facts::get(this, 2), |_, this, v| facts::set(this, 2, v)),
    ],
    ..TypeTable::of(&FILE_HASH)
};

cmdlet! {
    /// Computes the hash value for a file by using a specified hash algorithm.
    ///
    /// ```powershell
    /// Set-Content pins.txt 'abc' -NoNewline
    /// (Get-FileHash pins.txt -Algorithm MD5).Hash
    /// # 900150983CD24FB0D6963F7D28E17F72
    /// ```
    pub struct GetFileHash: "Get-FileHash", default_set "Path", module "Microsoft.PowerShell.Utility", types TABLES;

    /// The files, wildcards allowed.
    param path: Vec<Str>, set "Path", mandatory, position 0;
    /// The files, their names taken as they are.
    param literal_path: Vec<Str>, alias "PSPath", alias "LP", set "LiteralPath", mandatory, by_name;
    /// Bytes to read instead of a file.
    param input_stream: Value, set "Stream", mandatory, position 0;
    /// Which digest.
    param algorithm: Value, position 1, choices &["SHA1", "SHA256", "SHA384", "SHA512", "MD5"];
}

fn digest(algorithm: &str, bytes: &[u8]) -> String {
    let digest: Vec<u8> = match algorithm {
        "SHA1" => sha1::Sha1::digest(bytes).to_vec(),
        "SHA384" => sha2::Sha384::digest(bytes).to_vec(),
        "SHA512" => sha2::Sha512::digest(bytes).to_vec(),
        "MD5" => md5::Md5::digest(bytes).to_vec(),
        _ => sha2::Sha256::digest(bytes).to_vec(),
    };
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02X}");
        text
    })
}

impl Cmdlet for GetFileHash {
    fn process(&mut self, cx: &mut Cx) -> Outcome {
        let algorithm = match self.algorithm.is_null() {
            true => "SHA256".to_string(),
            false => convert::to_text(cx.session, &self.algorithm)?.to_ascii_uppercase(),
        };
        if !self.input_stream.is_null() {
            let bytes = cx.session.call_method(&self.input_stream, "ToArray", &[])?;
            let bytes: Vec<u8> = enumerate::items_of(&bytes)
                .unwrap_or_default()
                .iter()
                .map(|byte| if let Value::Byte(byte) = byte { *byte } else { 0 })
                .collect();
            let values = vec![Value::from(algorithm.clone()), Value::from(digest(&algorithm, &bytes)), Value::Null];
            return cx.write(Facts::value(&FILE_HASH, values));
        }
        let (names, literal) = given(&self.path, &self.literal_path);
        for name in names {
            let places = match provider::existing(cx.session, name, literal) {
                Ok(places) => places,
                Err(Flow::Error(_)) => {
                    let path = cx.session.full_path(name);
                    let text = format!("Cannot find path '{path}' because it does not exist.");
                    cx.error(crate::cmdlets::faults::item_not_found("FileNotFound", text, &path))?;
                    continue;
                }
                Err(flow) => return Err(flow),
            };
            for place in paths::sifted(places, &[], &[]) {
                if place.is_container() {
                    continue;
                }
                match std::fs::read(&*place.path) {
                    Ok(bytes) => {
                        let values = vec![
                            Value::from(algorithm.clone()),
                            Value::from(digest(&algorithm, &bytes)),
                            Value::Str(place.path),
                        ];
                        cx.write(Facts::value(&FILE_HASH, values))?;
                    }
                    Err(failure) => {
                        let text = format!("The file '{}' cannot be read: {failure}", place.path);
                        cx.error(
                            Fault::new("FileReadError", ErrorCategory::ReadError, text)
                                .of(crate::types::io::fault::exception(&failure, &place.path).0)
                                .target(Value::Str(place.path)),
                        )?;
                    }
                }
            }
        }
        Ok(())
    }
}
