//! The `cmdlet!` declaration.

/// Declares a cmdlet: its struct, its defaults, the setting of its parameters, and its `META`.
///
/// ```text
/// cmdlet! {
///     /// Help text, with examples in code blocks.
///     pub struct GetUnique: "Get-Unique", alias "gu", default_set "AsString";
///
///     /// The help of the parameter.
///     param input_object: Value, pipeline;
///     param as_string: Switch, set "AsString";
///
///     state last: Option<Value>;
/// }
/// ```
///
/// Attributes of the header are the functions of [`header`](super::header), those of parameters the functions of
/// [`attribute`](super::attribute). The parameter's name is the field's in Pascal case, unless `name "…"` says
/// otherwise. `mandatory`, `position`, `pipeline`, `by_name` and `remaining` that follow a `set "…"` hold in that set.
#[macro_export]
macro_rules! cmdlet {
    (
        $(#[doc = $doc:expr])*
        pub struct $struct:ident: $name:literal $(, $header:ident $($header_value:expr)?)*;
        $(
            $(#[doc = $param_doc:expr])*
            param $param:ident: $ty:ty $(, $attribute:ident $($attribute_value:expr)?)*;
        )*
        $(state $state:ident: $state_ty:ty;)*
    ) => {
        $(#[doc = $doc])*
        #[derive(Default)]
        pub struct $struct {
            $($(#[doc = $param_doc])* pub $param: $ty,)*
            $($state: $state_ty,)*
        }

        impl $struct {
            pub const META: $crate::engine::cmdlet::CmdletMeta = $crate::engine::cmdlet::CmdletMeta {
                name: $name,
                doc: &[$($doc),*],
                attributes: &[$($crate::engine::cmdlet::header::$header($($header_value)?)),*],
                params: &[$($crate::engine::cmdlet::ParamMeta {
                    field: stringify!($param),
                    ty: <$ty as $crate::engine::cmdlet::ParamValue>::type_ref,
                    doc: &[$($param_doc),*],
                    attributes: &[$($crate::engine::cmdlet::attribute::$attribute($($attribute_value)?)),*],
                }),*],
                new: || Box::new($struct::default()),
            };
        }

        impl $crate::engine::cmdlet::Bound for $struct {
            fn set(&mut self, index: usize, value: Option<$crate::value::Value>) {
                type Setter = fn(&mut $struct, Option<$crate::value::Value>);
                const SETTERS: &[Setter] = &[
                    $(|this, value| this.$param = $crate::engine::cmdlet::ParamValue::from_bound(value)),*
                ];
                if let Some(setter) = SETTERS.get(index) {
                    setter(self, value);
                }
            }
        }
    };
}
