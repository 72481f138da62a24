//! `ConvertTo-Html`: objects as a table or a list in HTML.
use super::csv::write::columns_of;
use crate::cmdlets::management::paths;
use crate::cmdlets::prelude::*;
use std::fmt::Write;

cmdlet! {
    /// Converts .NET objects into HTML that can be displayed in a Web browser.
    ///
    /// ```powershell
    /// [pscustomobject]@{ Pin = 123456 } | ConvertTo-Html -Fragment | Select-Object -Last 2
    /// # <tr><td>123456</td></tr>
    /// # </table>
    /// ```
    pub struct ConvertToHtml: "ConvertTo-Html", default_set "Page";

    /// The objects.
    param input_object: Value, pipeline;
    /// The properties: names with wildcards, or tables with a label and an expression.
    param property: Vec<Value>, position 0;
    /// What stands after `<body>`.
    param body: Vec<Str>, set "Page", position 3;
    /// What stands in `<head>` in place of the title.
    param head: Vec<Str>, set "Page", position 1;
    /// The title of the page.
    param title: Option<Str>, set "Page", position 2;
    /// `Table` or `List`.
    param r#as: Value, name "As", choices &["Table", "List"];
    /// The address of a style sheet.
    param css_uri: Value, alias "cu", alias "uri", set "Page";
    /// Leaves out all but the table.
    param fragment: Switch, set "Fragment";
    /// What stands behind the table.
    param post_content: Vec<Str>;
    /// What stands before the table.
    param pre_content: Vec<Str>;
    /// Entries of `<meta>`.
    param meta: Option<Rc<Table>>, set "Page";
    /// The encoding that the page names.
    param charset: Option<Str>, set "Page";
    /// Writes the strict document type.
    param transitional: Switch, set "Page";

    state has_rows: bool;
}

/// A column: what it is called and where its value comes from.
struct Column {
    label: Str,
    source: Source,
    attributes: String,
}

enum Source {
    Property(Str),
    Block(Value),
}

impl Cmdlet for ConvertToHtml {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        if !*self.fragment {
            let doctype = match *self.transitional {
                true => {
                    "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\"  \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">"
                }
                false => {
                    "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\"  \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">"
                }
            };
            let mut lines = vec![
                doctype.to_string(),
                "<html xmlns=\"http://www.w3.org/1999/xhtml\">".to_string(),
                "<head>".to_string(),
            ];
            if let Some(charset) = &self.charset {
                lines.push(format!("<meta charset=\"{charset}\">"));
            }
            if let Some(meta) = &self.meta {
                for (name, content) in meta.pairs() {
                    let name = convert::to_text(cx.session, &name)?;
                    let content = convert::to_text(cx.session, &content)?;
                    lines.push(match &*name.to_ascii_lowercase() {
                        "content-type" | "default-style" | "x-ua-compatible" => {
                            format!("<meta http-equiv=\"{name}\" content=\"{content}\">")
                        }
                        _ => format!("<meta name=\"{name}\" content=\"{content}\">"),
                    });
                }
            }
            match self.head.is_empty() {
                true => lines.push(format!("<title>{}</title>", self.title.as_deref().unwrap_or("HTML TABLE"))),
                false => lines.extend(self.head.iter().map(Str::to_string)),
            }
            if !self.css_uri.is_null() {
                let address = convert::to_text(cx.session, &self.css_uri)?;
                lines.push(format!("<link rel=\"stylesheet\" type=\"text/css\" href=\"{address}\" />"));
            }
            lines.push("</head><body>".to_string());
            lines.extend(self.body.iter().map(Str::to_string));
            write_all(cx, lines)?;
        }
        write_all(cx, self.pre_content.iter().map(Str::to_string).collect())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if self.input_object.is_null() {
            return Ok(());
        }
        let object = self.input_object.clone();
        let columns = self.columns(cx, &object)?;
        let is_list = convert::to_text(cx.session, &self.r#as)?.eq_ignore_ascii_case("List");
        let is_first = !std::mem::replace(&mut self.has_rows, true);
        let mut lines = Vec::new();
        if is_first {
            lines.push("<table>".to_string());
        }
        if is_list {
            if !is_first {
                lines.push("<tr><td><hr></td></tr>".to_string());
            }
            for column in &columns {
                let text = encoded(&value_text(cx, &object, column)?);
                lines.push(format!("<tr><td>{}:</td><td>{text}</td></tr>", column.label));
            }
            return write_all(cx, lines);
        }
        if is_first {
            let mut groups = String::from("<colgroup>");
            let mut heads = String::from("<tr>");
            for column in &columns {
                let _ = write!(groups, "<col{}/>", column.attributes);
                let _ = write!(heads, "<th>{}</th>", encoded(&column.label));
            }
            lines.push(format!("{groups}</colgroup>"));
            lines.push(format!("{heads}</tr>"));
        }
        let mut row = String::from("<tr>");
        for column in &columns {
            let text = value_text(cx, &object, column)?;
            let _ = write!(row, "<td>{}</td>", encoded(&text));
        }
        lines.push(format!("{row}</tr>"));
        write_all(cx, lines)
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        let mut lines = Vec::new();
        if self.has_rows {
            lines.push("</table>".to_string());
        }
        lines.extend(self.post_content.iter().map(Str::to_string));
        if !*self.fragment {
            lines.push("</body></html>".to_string());
        }
        write_all(cx, lines)
    }
}

fn write_all(cx: &mut Cx, lines: Vec<String>) -> Outcome {
    lines.into_iter().try_for_each(|line| cx.write(Value::from(line)))
}

impl ConvertToHtml {
    fn columns(&self, cx: &mut Cx, object: &Value) -> Outcome<Vec<Column>> {
        let listed = columns_of(cx.session, object)?;
        let plain =
            |name: Str| Column { label: name.clone(), source: Source::Property(name), attributes: String::new() };
        if self.property.is_empty() {
            return Ok(listed.into_iter().map(plain).collect());
        }
        let mut columns = Vec::new();
        for key in &self.property {
            match key.base() {
                Value::Table(table) => {
                    let mut column = plain(Str::default());
                    for (name, value) in table.pairs() {
                        let name = convert::to_text(cx.session, &name)?.to_ascii_lowercase();
                        match name.chars().next() {
                            Some('l' | 'n') => column.label = convert::to_text(cx.session, &value)?,
                            Some('e') => column.source = source_of(cx, value)?,
                            Some('a' | 'w') => {
                                let name = if name.starts_with('a') { "align" } else { "width" };
                                let text = convert::to_text(cx.session, &value)?;
                                let _ = write!(column.attributes, " {name}=\"{text}\"");
                            }
                            _ => {}
                        }
                    }
                    if column.label.is_empty() {
                        column.label = match &column.source {
                            Source::Property(name) => name.clone(),
                            Source::Block(block) => convert::to_text(cx.session, block)?,
                        };
                    }
                    columns.push(column);
                }
                Value::Str(name) if crate::text::wildcard::contains_wildcards(name) => {
                    columns.extend(listed.iter().filter(|each| paths::fits(name, each)).cloned().map(plain));
                }
                Value::Str(name) => {
                    let spelt = listed.iter().find(|each| each.eq_ignore_ascii_case(name)).unwrap_or(name);
                    columns.push(plain(spelt.clone()));
                }
                other => {
                    let label = convert::to_text(cx.session, other)?;
                    let source = source_of(cx, other.clone())?;
                    columns.push(Column { label, source, attributes: String::new() });
                }
            }
        }
        Ok(columns)
    }
}

fn source_of(cx: &mut Cx, value: Value) -> Outcome<Source> {
    match value.base() {
        Value::Str(name) => Ok(Source::Property(name.clone())),
        Value::Native(_) => Ok(Source::Block(value)),
        other => convert::to_text(cx.session, other).map(Source::Property),
    }
}

fn value_text(cx: &mut Cx, object: &Value, column: &Column) -> Outcome<Str> {
    let value = match &column.source {
        Source::Property(name) => match object.base() {
            Value::Table(table) => table.get_text(name).unwrap_or_default(),
            _ => cx.session.get_property(object, Symbol::new(name)).unwrap_or_default(),
        },
        // A block that fails gives an empty cell.
        Source::Block(block) => match cx.session.evaluate(block, object) {
            Ok(value) => value,
            Err(Flow::Error(_)) => Value::Null,
            Err(flow) => return Err(flow),
        },
    };
    match value.base() {
        Value::Array(array) => Ok(Str::from(array.type_ref().full_name())),
        _ if value.is_null() => Ok(Str::default()),
        _ => convert::object_text(cx.session, &value),
    }
}

/// The text with what HTML gives a meaning written as entities, as `WebUtility.HtmlEncode` does.
fn encoded(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\u{a0}'..='\u{ff}' | '\u{10000}'.. => {
                let _ = write!(html, "&#{};", u32::from(c));
            }
            c => html.push(c),
        }
    }
    html
}
