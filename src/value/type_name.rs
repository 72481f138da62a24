//! Types' names as the language writes them: `int`, `string[]`, `System.Collections.Generic.List[int]`.

use super::TypeRef;

/// The language's name of a type, as `"$([int])"` and the definitions of members show it.
pub fn type_name(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Native(native) => accelerator(native.name).unwrap_or(native.name).to_string(),
        TypeRef::Array(array) => {
            format!("{}[{}]", type_name(&array.0), ",".repeat(array.1.saturating_sub(1) as usize))
        }
        TypeRef::Generic(generic) => {
            let name = generic.0.name.split('`').next().unwrap_or(generic.0.name);
            let arguments: Vec<String> = generic.1.iter().map(type_name).collect();
            format!("{name}[{}]", arguments.join(","))
        }
        TypeRef::Script(script) => script.name.to_string(),
    }
}

/// The short name of a .NET type that has one.
pub fn accelerator(full_name: &str) -> Option<&'static str> {
    let index = ACCELERATORS.binary_search_by(|(name, _)| (*name).cmp(full_name)).ok()?;
    ACCELERATORS.get(index).map(|(_, short)| *short)
}

/// Full names in order, with the short name that stands for each.
const ACCELERATORS: &[(&str, &str)] = &[
    ("Microsoft.Management.Infrastructure.CimClass", "cimclass"),
    ("Microsoft.Management.Infrastructure.CimConverter", "cimconverter"),
    ("Microsoft.Management.Infrastructure.CimInstance", "ciminstance"),
    ("Microsoft.Management.Infrastructure.CimSession", "CimSession"),
    ("Microsoft.Management.Infrastructure.CimType", "cimtype"),
    ("Microsoft.PowerShell.Commands.PSPropertyExpression", "pspropertyexpression"),
    ("System.Array", "array"),
    ("System.Boolean", "bool"),
    ("System.Byte", "byte"),
    ("System.Char", "char"),
    ("System.Collections.Hashtable", "hashtable"),
    ("System.Collections.Specialized.OrderedDictionary", "ordered"),
    ("System.DateTime", "datetime"),
    ("System.Decimal", "decimal"),
    ("System.Double", "double"),
    ("System.Globalization.CultureInfo", "cultureinfo"),
    ("System.Guid", "guid"),
    ("System.Int16", "short"),
    ("System.Int32", "int"),
    ("System.Int64", "long"),
    ("System.Management.Automation.AliasAttribute", "Alias"),
    ("System.Management.Automation.AllowEmptyCollectionAttribute", "AllowEmptyCollection"),
    ("System.Management.Automation.AllowEmptyStringAttribute", "AllowEmptyString"),
    ("System.Management.Automation.AllowNullAttribute", "AllowNull"),
    ("System.Management.Automation.ArgumentCompleterAttribute", "ArgumentCompleter"),
    ("System.Management.Automation.ArgumentCompletionsAttribute", "ArgumentCompletions"),
    ("System.Management.Automation.CmdletBindingAttribute", "CmdletBinding"),
    ("System.Management.Automation.DscLocalConfigurationManagerAttribute", "DscLocalConfigurationManager"),
    ("System.Management.Automation.DscPropertyAttribute", "DscProperty"),
    ("System.Management.Automation.DscResourceAttribute", "DscResource"),
    ("System.Management.Automation.ExperimentAction", "ExperimentAction"),
    ("System.Management.Automation.ExperimentalAttribute", "Experimental"),
    ("System.Management.Automation.ExperimentalFeature", "ExperimentalFeature"),
    ("System.Management.Automation.Language.NoRunspaceAffinityAttribute", "NoRunspaceAffinity"),
    ("System.Management.Automation.Language.NullString", "NullString"),
    ("System.Management.Automation.OutputTypeAttribute", "OutputType"),
    ("System.Management.Automation.PSAliasProperty", "psaliasproperty"),
    ("System.Management.Automation.PSCredential", "pscredential"),
    ("System.Management.Automation.PSDefaultValueAttribute", "PSDefaultValue"),
    ("System.Management.Automation.PSListModifier", "pslistmodifier"),
    ("System.Management.Automation.PSModuleInfo", "psmoduleinfo"),
    ("System.Management.Automation.PSNoteProperty", "psnoteproperty"),
    ("System.Management.Automation.PSObject", "psobject"),
    ("System.Management.Automation.PSPrimitiveDictionary", "psprimitivedictionary"),
    ("System.Management.Automation.PSReference", "ref"),
    ("System.Management.Automation.PSScriptMethod", "psscriptmethod"),
    ("System.Management.Automation.PSScriptProperty", "psscriptproperty"),
    ("System.Management.Automation.PSTypeNameAttribute", "PSTypeNameAttribute"),
    ("System.Management.Automation.PSVariable", "psvariable"),
    ("System.Management.Automation.PSVariableProperty", "psvariableproperty"),
    ("System.Management.Automation.ParameterAttribute", "Parameter"),
    ("System.Management.Automation.PowerShell", "powershell"),
    ("System.Management.Automation.Runspaces.InitialSessionState", "initialsessionstate"),
    ("System.Management.Automation.Runspaces.Runspace", "runspace"),
    ("System.Management.Automation.Runspaces.RunspaceFactory", "runspacefactory"),
    ("System.Management.Automation.ScriptBlock", "scriptblock"),
    ("System.Management.Automation.SemanticVersion", "semver"),
    ("System.Management.Automation.SupportsWildcardsAttribute", "SupportsWildcards"),
    ("System.Management.Automation.SwitchParameter", "switch"),
    ("System.Management.Automation.ValidateCountAttribute", "ValidateCount"),
    ("System.Management.Automation.ValidateDriveAttribute", "ValidateDrive"),
    ("System.Management.Automation.ValidateLengthAttribute", "ValidateLength"),
    ("System.Management.Automation.ValidateNotNullAttribute", "ValidateNotNull"),
    ("System.Management.Automation.ValidateNotNullOrEmptyAttribute", "ValidateNotNullOrEmpty"),
    ("System.Management.Automation.ValidateNotNullOrWhiteSpaceAttribute", "ValidateNotNullOrWhiteSpace"),
    ("System.Management.Automation.ValidatePatternAttribute", "ValidatePattern"),
    ("System.Management.Automation.ValidateRangeAttribute", "ValidateRange"),
    ("System.Management.Automation.ValidateScriptAttribute", "ValidateScript"),
    ("System.Management.Automation.ValidateSetAttribute", "ValidateSet"),
    ("System.Management.Automation.ValidateTrustedDataAttribute", "ValidateTrustedData"),
    ("System.Management.Automation.ValidateUserDriveAttribute", "ValidateUserDrive"),
    ("System.Management.Automation.WildcardPattern", "WildcardPattern"),
    ("System.Net.IPAddress", "ipaddress"),
    ("System.Net.IPEndPoint", "IPEndpoint"),
    ("System.Net.Mail.MailAddress", "mailaddress"),
    ("System.Net.NetworkInformation.PhysicalAddress", "PhysicalAddress"),
    ("System.Numerics.BigInteger", "bigint"),
    ("System.SByte", "sbyte"),
    ("System.Security.AccessControl.ObjectSecurity", "ObjectSecurity"),
    ("System.Security.Cryptography.X509Certificates.X500DistinguishedName", "X500DistinguishedName"),
    ("System.Security.Cryptography.X509Certificates.X509Certificate", "X509Certificate"),
    ("System.Security.SecureString", "securestring"),
    ("System.Single", "float"),
    ("System.String", "string"),
    ("System.Text.RegularExpressions.Regex", "regex"),
    ("System.TimeSpan", "timespan"),
    ("System.Type", "type"),
    ("System.UInt16", "ushort"),
    ("System.UInt32", "uint"),
    ("System.UInt64", "ulong"),
    ("System.Uri", "uri"),
    ("System.Version", "version"),
    ("System.Void", "void"),
    ("System.Xml.XmlDocument", "xml"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::types;

    #[test]
    fn short_names_stand_for_full_ones() {
        assert!(ACCELERATORS.is_sorted());
        assert_eq!(type_name(&TypeRef::array_of(TypeRef::Native(&types::INT32))), "int[]");
        assert_eq!(type_name(&TypeRef::Native(&types::OBJECT)), "System.Object");
    }
}
