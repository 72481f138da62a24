//! `ForEach-Object`: runs script blocks, a property or a method for each object.
use crate::cmdlets::prelude::*;
use crate::engine::invoke::Dotted;

cmdlet! {
    /// Performs an operation against each item in a collection of input objects.
    ///
    /// ```powershell
    /// 1, 2, 3 | ForEach-Object { $_ * 2 }
    /// # 2
    /// # 4
    /// # 6
    /// 'pin', 'policy' | ForEach-Object Length
    /// # 3
    /// # 6
    /// ```
    pub struct ForEachObject: "ForEach-Object", alias "%", alias "foreach", default_set "ScriptBlockSet",
        module "Microsoft.PowerShell.Core", should_process;

    /// The objects to work on; normally piped in.
    param input_object: Value, pipeline, set "ScriptBlockSet", set "PropertyAndMethodSet", set "ParallelParameterSet";
    /// Runs once before the first object.
    param begin: Option<Rc<ScriptBlock>>, set "ScriptBlockSet";
    /// Runs for each object.
    param process: Vec<Option<Rc<ScriptBlock>>>, set "ScriptBlockSet", mandatory, position 0, allow_null, allow_empty_collection;
    /// Runs once after the last object.
    param end: Option<Rc<ScriptBlock>>, set "ScriptBlockSet";
    /// Further script blocks: the first that are given so are begin and end.
    param remaining_scripts: Vec<Option<Rc<ScriptBlock>>>, set "ScriptBlockSet", remaining, allow_null, allow_empty_collection;
    /// The property to read or the method to call.
    param member_name: Str, set "PropertyAndMethodSet", mandatory, position 0, not_null_or_empty;
    /// The arguments of the method.
    param argument_list: Option<Value>, set "PropertyAndMethodSet", remaining, alias "Args";
    /// Runs for each object; the objects are worked on in order.
    param parallel: Option<Rc<ScriptBlock>>, set "ParallelParameterSet", mandatory;
    /// How many may run at the same time.
    param throttle_limit: i32, set "ParallelParameterSet";
    /// How long all of it may take, in seconds.
    param timeout_seconds: i32, set "ParallelParameterSet";
    /// Returns a job; jobs are not available.
    param as_job: Switch, set "ParallelParameterSet";

    state blocks: Vec<Dotted>;
    state last: Option<Dotted>;
}

impl Cmdlet for ForEachObject {
    fn begin(&mut self, cx: &mut Cx) -> Outcome {
        let mut all: Vec<Option<Rc<ScriptBlock>>> =
            self.process.iter().chain(&self.remaining_scripts).cloned().collect();
        // Of several positional blocks the first is `begin` and the last `end`, as far as those were not given.
        let mut start = self.begin.clone();
        let mut finish = self.end.clone();
        if all.len() > 1 && start.is_none() {
            start = all.remove(0);
        }
        if all.len() > 1 && finish.is_none() && !cx.is_bound("End") {
            finish = all.pop().flatten();
        }
        if let Some(block) = start {
            let begin = cx.session.prepare_dotted(&block);
            cx.session.run_prepared(&begin, None, cx.out)?;
        }
        if let Some(block) = self.parallel.clone() {
            all = vec![Some(block)];
        }
        for block in all.into_iter().flatten() {
            let prepared = cx.session.prepare_dotted(&block);
            self.blocks.push(prepared);
        }
        self.last = finish.map(|block| cx.session.prepare_dotted(&block));
        Ok(())
    }

    fn process(&mut self, cx: &mut Cx) -> Outcome {
        if cx.parameter_set().eq_ignore_ascii_case("PropertyAndMethodSet") {
            return self.member(cx);
        }
        let item =
            if cx.is_bound("InputObject") || cx.call.expects_input { Some(self.input_object.clone()) } else { None };
        for block in &self.blocks {
            cx.session.run_prepared(block, item.clone(), cx.out)?;
        }
        Ok(())
    }

    fn end(&mut self, cx: &mut Cx) -> Outcome {
        match &self.last {
            Some(block) => cx.session.run_prepared(block, None, cx.out),
            None => Ok(()),
        }
    }
}

impl ForEachObject {
    /// The value of the member for the object, or what the method gives.
    fn member(&mut self, cx: &mut Cx) -> Outcome {
        let item = self.input_object.clone();
        if item.is_null() {
            return Ok(());
        }
        let name = self.resolve(cx, &item)?;
        if let Some(arguments) = self.argument_list.clone() {
            let arguments = enumerate::items_of(&arguments).unwrap_or_else(|| vec![arguments]);
            let result = cx.session.invoke_method(&item, &name, arguments)?;
            return cx.write_items(result);
        }
        let symbol = Symbol::new(&name);
        if let Some(value) = cx.session.find_member_value(&item, symbol)? {
            return cx.write_items(value);
        }
        let inherited = item.type_ref().is_some_and(|ty| crate::types::has_method(&ty, &name));
        if inherited || cx.session.has_method(&item, &name) {
            let result = cx.session.invoke_method(&item, &name, Vec::new())?;
            return cx.write_items(result);
        }
        let value = cx.session.member_value(&item, symbol)?;
        cx.write(value)
    }

    /// The member that a name with wildcards stands for.
    fn resolve(&self, cx: &mut Cx, item: &Value) -> Outcome<Str> {
        if !crate::text::wildcard::contains_wildcards(&self.member_name) {
            return Ok(self.member_name.clone());
        }
        let names = cx.session.property_names(item);
        let pattern = crate::text::Wildcard::new(&self.member_name, crate::syntax::ast::CaseRule::Insensitive);
        let fitting: Vec<Str> = match pattern {
            Ok(pattern) => names.into_iter().filter(|name| pattern.is_match(name)).collect(),
            Err(_) => Vec::new(),
        };
        match fitting.as_slice() {
            [only] => Ok(only.clone()),
            [] => Ok(self.member_name.clone()),
            several => {
                let text = format!(
                    "Input name \"{}\" is ambiguous. It can be resolved to multiple matched members. Possible matches \
                     include: {}.",
                    self.member_name,
                    several.iter().map(Str::as_str).collect::<Vec<_>>().join(" ")
                );
                Err(cx.stop(Fault::new("AmbiguousPropertyOrMethodName", ErrorCategory::InvalidOperation, text)))
            }
        }
    }
}
