//! What a script may refer to beyond its own text.

/// What there is of types, modules and assemblies. Names that are missing are faults of the script: types inside of
/// classes, modules and assemblies in using statements.
pub trait Known {
    /// Whether there is a type of this name, be it a full name, one below `System`, or a short one such as `int`. The
    /// name of a generic type ends in a backtick and the number of its arguments.
    fn has_type(&self, name: &str) -> bool;

    /// Whether a module can be found by this name or path.
    fn has_module(&self, name: &str) -> bool;

    /// Whether an assembly can be loaded from this path.
    fn has_assembly(&self, path: &str) -> bool;
}

/// Everything that a script names: for those who only want the tree.
#[derive(Clone, Copy, Debug)]
pub struct Everything;

impl Known for Everything {
    fn has_type(&self, _: &str) -> bool {
        true
    }

    fn has_module(&self, _: &str) -> bool {
        true
    }

    fn has_assembly(&self, _: &str) -> bool {
        true
    }
}
