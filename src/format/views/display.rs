//! Which properties stand for an object of a type that has no view of its own.

use crate::text::Str;

/// `DefaultDisplayPropertySet` by type.
const PROPERTIES: &[(&str, &[&str])] = &[
    ("System.Diagnostics.Process", &["Id", "Handles", "CPU", "SI", "Name"]),
    ("System.IO.FileInfo", &["LastWriteTime", "Length", "Name"]),
    (
        "System.Management.Automation.PSModuleInfo",
        &[
            "Name",
            "Path",
            "Description",
            "Guid",
            "Version",
            "ModuleBase",
            "ModuleType",
            "PrivateData",
            "AccessMode",
            "ExportedAliases",
            "ExportedCmdlets",
            "ExportedFunctions",
            "ExportedVariables",
            "NestedModules",
        ],
    ),
];

/// `DefaultDisplayProperty` by type.
const NAMES: &[(&str, &str)] = &[("System.IO.DirectoryInfo", "Name"), ("System.Net.IPAddress", "IPAddressToString")];

/// The properties that are shown of an object of these types; empty for all.
pub fn default_properties(type_names: &[Str]) -> &'static [&'static str] {
    type_names
        .iter()
        .find_map(|name| PROPERTIES.iter().find(|(ty, _)| *ty == name.as_str()))
        .map_or(&[], |(_, properties)| properties)
}

/// The property that stands for the whole object in a wide layout.
pub fn default_name(type_names: &[Str]) -> Option<&'static str> {
    type_names.iter().find_map(|name| NAMES.iter().find(|(ty, _)| *ty == name.as_str())).map(|(_, name)| *name)
}
