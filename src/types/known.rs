//! The identities of the .NET types that scripts name, beside those that values themselves need.
//!
//! A type stands here whether or not it has members of its own; those are in its table.

use crate::value::NativeType;
use crate::value::types::*;

// Interfaces.
pub static I_CLONEABLE: NativeType = NativeType::interface("System.ICloneable");
pub static I_CONVERTIBLE: NativeType = NativeType::interface("System.IConvertible");
pub static I_DISPOSABLE: NativeType = NativeType::interface("System.IDisposable");
pub static I_FORMAT_PROVIDER: NativeType = NativeType::interface("System.IFormatProvider");
pub static I_CUSTOM_FORMATTER: NativeType = NativeType::interface("System.ICustomFormatter");
pub static I_ASYNC_RESULT: NativeType = NativeType::interface("System.IAsyncResult");
pub static I_COMPARABLE_1: NativeType = generic_interface("System.IComparable`1", 1);
pub static I_EQUATABLE_1: NativeType = generic_interface("System.IEquatable`1", 1);
pub static I_OBSERVABLE_1: NativeType = generic_interface("System.IObservable`1", 1);
pub static I_COMPARER: NativeType = NativeType::interface("System.Collections.IComparer");
pub static I_EQUALITY_COMPARER: NativeType = NativeType::interface("System.Collections.IEqualityComparer");
pub static I_ENUMERATOR: NativeType = NativeType::interface("System.Collections.IEnumerator");
pub static I_DICTIONARY_ENUMERATOR: NativeType =
    NativeType::interface("System.Collections.IDictionaryEnumerator").implements(&[&I_ENUMERATOR]);
pub static I_ORDERED_DICTIONARY: NativeType =
    NativeType::interface("System.Collections.Specialized.IOrderedDictionary").implements(&[&I_DICTIONARY]);
pub static I_STRUCTURAL_COMPARABLE: NativeType = NativeType::interface("System.Collections.IStructuralComparable");
pub static I_STRUCTURAL_EQUATABLE: NativeType = NativeType::interface("System.Collections.IStructuralEquatable");
pub static I_ENUMERABLE_1: NativeType = generic_interface("System.Collections.Generic.IEnumerable`1", 1);
pub static I_ENUMERATOR_1: NativeType = generic_interface("System.Collections.Generic.IEnumerator`1", 1);
pub static I_COLLECTION_1: NativeType =
    generic_interface("System.Collections.Generic.ICollection`1", 1).implements(&[&I_ENUMERABLE, &I_ENUMERABLE_1]);
pub static I_LIST_1: NativeType = generic_interface("System.Collections.Generic.IList`1", 1).implements(&[
    &I_ENUMERABLE,
    &I_ENUMERABLE_1,
    &I_COLLECTION_1,
]);
pub static I_SET_1: NativeType = generic_interface("System.Collections.Generic.ISet`1", 1).implements(&[
    &I_ENUMERABLE,
    &I_ENUMERABLE_1,
    &I_COLLECTION_1,
]);
pub static I_READ_ONLY_COLLECTION_1: NativeType =
    generic_interface("System.Collections.Generic.IReadOnlyCollection`1", 1)
        .implements(&[&I_ENUMERABLE, &I_ENUMERABLE_1]);
pub static I_READ_ONLY_LIST_1: NativeType = generic_interface("System.Collections.Generic.IReadOnlyList`1", 1)
    .implements(&[&I_ENUMERABLE, &I_ENUMERABLE_1, &I_READ_ONLY_COLLECTION_1]);
pub static I_READ_ONLY_SET_1: NativeType = generic_interface("System.Collections.Generic.IReadOnlySet`1", 1)
    .implements(&[&I_ENUMERABLE, &I_ENUMERABLE_1, &I_READ_ONLY_COLLECTION_1]);
pub static I_DICTIONARY_2: NativeType =
    generic_interface("System.Collections.Generic.IDictionary`2", 2).implements(&[&I_ENUMERABLE]);
pub static I_READ_ONLY_DICTIONARY_2: NativeType =
    generic_interface("System.Collections.Generic.IReadOnlyDictionary`2", 2).implements(&[&I_ENUMERABLE]);
pub static I_COMPARER_1: NativeType = generic_interface("System.Collections.Generic.IComparer`1", 1);
pub static I_EQUALITY_COMPARER_1: NativeType = generic_interface("System.Collections.Generic.IEqualityComparer`1", 1);

// Delegates.
pub static DELEGATE: NativeType = NativeType::class("System.Delegate", &OBJECT).implements(&[&I_CLONEABLE]);
pub static MULTICAST_DELEGATE: NativeType = NativeType::class("System.MulticastDelegate", &DELEGATE);
pub static ACTION: NativeType = NativeType::class("System.Action", &MULTICAST_DELEGATE);
pub static ACTION_1: NativeType = generic_delegate("System.Action`1", 1);
pub static ACTION_2: NativeType = generic_delegate("System.Action`2", 2);
pub static ACTION_3: NativeType = generic_delegate("System.Action`3", 3);
pub static ACTION_4: NativeType = generic_delegate("System.Action`4", 4);
pub static FUNC_1: NativeType = generic_delegate("System.Func`1", 1);
pub static FUNC_2: NativeType = generic_delegate("System.Func`2", 2);
pub static FUNC_3: NativeType = generic_delegate("System.Func`3", 3);
pub static FUNC_4: NativeType = generic_delegate("System.Func`4", 4);
pub static FUNC_5: NativeType = generic_delegate("System.Func`5", 5);
pub static PREDICATE_1: NativeType = generic_delegate("System.Predicate`1", 1);
pub static COMPARISON_1: NativeType = generic_delegate("System.Comparison`1", 1);
pub static CONVERTER_2: NativeType = generic_delegate("System.Converter`2", 2);
pub static EVENT_HANDLER: NativeType = NativeType::class("System.EventHandler", &MULTICAST_DELEGATE);
pub static EVENT_HANDLER_1: NativeType = generic_delegate("System.EventHandler`1", 1);
pub static MATCH_EVALUATOR: NativeType =
    NativeType::class("System.Text.RegularExpressions.MatchEvaluator", &MULTICAST_DELEGATE);
pub static THREAD_START: NativeType = NativeType::class("System.Threading.ThreadStart", &MULTICAST_DELEGATE);

// Attributes.
pub static ATTRIBUTE: NativeType = NativeType::class("System.Attribute", &OBJECT);
pub static FLAGS_ATTRIBUTE: NativeType = NativeType::class("System.FlagsAttribute", &ATTRIBUTE);
pub static OBSOLETE_ATTRIBUTE: NativeType = NativeType::class("System.ObsoleteAttribute", &ATTRIBUTE);
pub static ATTRIBUTE_USAGE_ATTRIBUTE: NativeType = NativeType::class("System.AttributeUsageAttribute", &ATTRIBUTE);
pub static SERIALIZABLE_ATTRIBUTE: NativeType = NativeType::class("System.SerializableAttribute", &ATTRIBUTE);
pub static DESCRIPTION_ATTRIBUTE: NativeType =
    NativeType::class("System.ComponentModel.DescriptionAttribute", &ATTRIBUTE);

// The wider world.
pub static ACTIVATOR: NativeType = NativeType::statics("System.Activator");
pub static APP_DOMAIN: NativeType = NativeType::class("System.AppDomain", &OBJECT);
pub static BIT_CONVERTER: NativeType = NativeType::statics("System.BitConverter");
pub static BUFFER: NativeType = NativeType::statics("System.Buffer");
pub static CONSOLE: NativeType = NativeType::statics("System.Console");
pub static CONVERT: NativeType = NativeType::statics("System.Convert");
pub static DATE_ONLY: NativeType =
    NativeType::structure("System.DateOnly").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static DATE_TIME: NativeType =
    NativeType::structure("System.DateTime").implements(&[&I_COMPARABLE, &I_CONVERTIBLE, &I_FORMATTABLE]);
pub static DATE_TIME_OFFSET: NativeType =
    NativeType::structure("System.DateTimeOffset").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static DB_NULL: NativeType = NativeType::class("System.DBNull", &OBJECT).implements(&[&I_CONVERTIBLE]);
pub static ENVIRONMENT: NativeType = NativeType::statics("System.Environment");
pub static GC: NativeType = NativeType::statics("System.GC");
pub static GUID: NativeType = NativeType::structure("System.Guid").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static HALF: NativeType = NativeType::structure("System.Half").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static INDEX: NativeType = NativeType::structure("System.Index");
pub static INT_PTR: NativeType = NativeType::structure("System.IntPtr").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static MATH: NativeType = NativeType::statics("System.Math");
pub static OPERATING_SYSTEM: NativeType = NativeType::class("System.OperatingSystem", &OBJECT);
pub static RANDOM: NativeType = NativeType::class("System.Random", &OBJECT);
pub static STRING_COMPARER: NativeType = NativeType::class("System.StringComparer", &OBJECT).implements(&[
    &I_COMPARER,
    &I_COMPARER_1,
    &I_EQUALITY_COMPARER,
    &I_EQUALITY_COMPARER_1,
]);
pub static TIME_ONLY: NativeType =
    NativeType::structure("System.TimeOnly").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static TIME_SPAN: NativeType =
    NativeType::structure("System.TimeSpan").implements(&[&I_COMPARABLE, &I_FORMATTABLE]);
pub static TIME_ZONE_INFO: NativeType = NativeType::class("System.TimeZoneInfo", &OBJECT);
pub static TIME_PROVIDER: NativeType = NativeType::class("System.TimeProvider", &OBJECT);
pub static URI: NativeType = NativeType::class("System.Uri", &OBJECT).implements(&[&I_FORMATTABLE]);
pub static URI_BUILDER: NativeType = NativeType::class("System.UriBuilder", &OBJECT);
pub static VERSION: NativeType =
    NativeType::class("System.Version", &OBJECT).implements(&[&I_CLONEABLE, &I_COMPARABLE, &I_FORMATTABLE]);
pub static TUPLE: NativeType = NativeType::statics("System.Tuple");
pub static TUPLE_1: NativeType = NativeType::generic("System.Tuple`1", 1).implements(&[&I_COMPARABLE]);
pub static TUPLE_2: NativeType = NativeType::generic("System.Tuple`2", 2).implements(&[&I_COMPARABLE]);
pub static TUPLE_3: NativeType = NativeType::generic("System.Tuple`3", 3).implements(&[&I_COMPARABLE]);
pub static TUPLE_4: NativeType = NativeType::generic("System.Tuple`4", 4).implements(&[&I_COMPARABLE]);
pub static TUPLE_5: NativeType = NativeType::generic("System.Tuple`5", 5).implements(&[&I_COMPARABLE]);
pub static TUPLE_6: NativeType = NativeType::generic("System.Tuple`6", 6).implements(&[&I_COMPARABLE]);
pub static TUPLE_7: NativeType = NativeType::generic("System.Tuple`7", 7).implements(&[&I_COMPARABLE]);
pub static VALUE_TUPLE: NativeType = NativeType::structure("System.ValueTuple").implements(&[&I_COMPARABLE]);
pub static VALUE_TUPLE_1: NativeType = generic_structure("System.ValueTuple`1", 1).implements(&[&I_COMPARABLE]);
pub static VALUE_TUPLE_2: NativeType = generic_structure("System.ValueTuple`2", 2).implements(&[&I_COMPARABLE]);
pub static VALUE_TUPLE_3: NativeType = generic_structure("System.ValueTuple`3", 3).implements(&[&I_COMPARABLE]);
pub static VALUE_TUPLE_4: NativeType = generic_structure("System.ValueTuple`4", 4).implements(&[&I_COMPARABLE]);
pub static VALUE_TUPLE_5: NativeType = generic_structure("System.ValueTuple`5", 5).implements(&[&I_COMPARABLE]);
pub static VALUE_TUPLE_6: NativeType = generic_structure("System.ValueTuple`6", 6).implements(&[&I_COMPARABLE]);
pub static VALUE_TUPLE_7: NativeType = generic_structure("System.ValueTuple`7", 7).implements(&[&I_COMPARABLE]);

// Collections.
pub static ARRAY_LIST: NativeType =
    NativeType::class("System.Collections.ArrayList", &OBJECT).implements(&[&I_LIST, &I_CLONEABLE]);
pub static BIT_ARRAY: NativeType =
    NativeType::class("System.Collections.BitArray", &OBJECT).implements(&[&I_COLLECTION]);
pub static COMPARER: NativeType = NativeType::class("System.Collections.Comparer", &OBJECT).implements(&[&I_COMPARER]);
pub static CASE_INSENSITIVE_COMPARER: NativeType =
    NativeType::class("System.Collections.CaseInsensitiveComparer", &OBJECT).implements(&[&I_COMPARER]);
pub static QUEUE: NativeType =
    NativeType::class("System.Collections.Queue", &OBJECT).implements(&[&I_COLLECTION, &I_CLONEABLE]);
pub static STACK: NativeType =
    NativeType::class("System.Collections.Stack", &OBJECT).implements(&[&I_COLLECTION, &I_CLONEABLE]);
pub static SORTED_LIST: NativeType =
    NativeType::class("System.Collections.SortedList", &OBJECT).implements(&[&I_DICTIONARY, &I_CLONEABLE]);
pub static STRING_COLLECTION: NativeType =
    NativeType::class("System.Collections.Specialized.StringCollection", &OBJECT).implements(&[&I_LIST]);
pub static NAME_VALUE_COLLECTION: NativeType =
    NativeType::class("System.Collections.Specialized.NameValueCollection", &OBJECT).implements(&[&I_COLLECTION]);
pub static CHAR_ENUMERATOR: NativeType =
    NativeType::class("System.CharEnumerator", &OBJECT).implements(&[&I_ENUMERATOR, &I_CLONEABLE]);
pub static LIST_1: NativeType = NativeType::generic("System.Collections.Generic.List`1", 1).implements(LISTS);
pub static COLLECTION_1: NativeType =
    NativeType::generic("System.Collections.ObjectModel.Collection`1", 1).implements(LISTS);
pub static READ_ONLY_COLLECTION_1: NativeType =
    NativeType::generic("System.Collections.ObjectModel.ReadOnlyCollection`1", 1).implements(LISTS);
pub static OBSERVABLE_COLLECTION_1: NativeType = NativeType {
    base: Some(&COLLECTION_1),
    ..NativeType::generic("System.Collections.ObjectModel.ObservableCollection`1", 1).implements(LISTS)
};
pub static LINKED_LIST_1: NativeType =
    NativeType::generic("System.Collections.Generic.LinkedList`1", 1).implements(COLLECTIONS);
pub static LINKED_LIST_NODE_1: NativeType = NativeType::generic("System.Collections.Generic.LinkedListNode`1", 1);
pub static QUEUE_1: NativeType = NativeType::generic("System.Collections.Generic.Queue`1", 1).implements(COLLECTIONS);
pub static STACK_1: NativeType = NativeType::generic("System.Collections.Generic.Stack`1", 1).implements(COLLECTIONS);
pub static PRIORITY_QUEUE_2: NativeType = NativeType::generic("System.Collections.Generic.PriorityQueue`2", 2);
pub static HASH_SET_1: NativeType = NativeType::generic("System.Collections.Generic.HashSet`1", 1).implements(SETS);
pub static SORTED_SET_1: NativeType = NativeType::generic("System.Collections.Generic.SortedSet`1", 1).implements(SETS);
pub static DICTIONARY_2: NativeType =
    NativeType::generic("System.Collections.Generic.Dictionary`2", 2).implements(DICTIONARIES);
pub static SORTED_DICTIONARY_2: NativeType =
    NativeType::generic("System.Collections.Generic.SortedDictionary`2", 2).implements(DICTIONARIES);
pub static SORTED_LIST_2: NativeType =
    NativeType::generic("System.Collections.Generic.SortedList`2", 2).implements(DICTIONARIES);
pub static CONCURRENT_DICTIONARY_2: NativeType =
    NativeType::generic("System.Collections.Concurrent.ConcurrentDictionary`2", 2).implements(DICTIONARIES);
pub static CONCURRENT_QUEUE_1: NativeType =
    NativeType::generic("System.Collections.Concurrent.ConcurrentQueue`1", 1).implements(COLLECTIONS);
pub static CONCURRENT_STACK_1: NativeType =
    NativeType::generic("System.Collections.Concurrent.ConcurrentStack`1", 1).implements(COLLECTIONS);
pub static CONCURRENT_BAG_1: NativeType =
    NativeType::generic("System.Collections.Concurrent.ConcurrentBag`1", 1).implements(COLLECTIONS);
pub static KEY_VALUE_PAIR_2: NativeType = generic_structure("System.Collections.Generic.KeyValuePair`2", 2);
pub static COMPARER_1: NativeType =
    NativeType::generic("System.Collections.Generic.Comparer`1", 1).implements(&[&I_COMPARER, &I_COMPARER_1]);
pub static EQUALITY_COMPARER_1: NativeType = NativeType::generic("System.Collections.Generic.EqualityComparer`1", 1)
    .implements(&[&I_EQUALITY_COMPARER, &I_EQUALITY_COMPARER_1]);

static COLLECTIONS: &[&NativeType] = &[&I_COLLECTION, &I_ENUMERABLE_1, &I_READ_ONLY_COLLECTION_1];
static LISTS: &[&NativeType] = &[&I_LIST, &I_LIST_1, &I_READ_ONLY_LIST_1];
static SETS: &[&NativeType] = &[&I_SET_1, &I_READ_ONLY_SET_1];
static DICTIONARIES: &[&NativeType] = &[&I_DICTIONARY, &I_DICTIONARY_2, &I_READ_ONLY_DICTIONARY_2];

// Text, culture and patterns.
pub static STRING_BUILDER: NativeType = NativeType::class("System.Text.StringBuilder", &OBJECT);
pub static ENCODING: NativeType = NativeType::class("System.Text.Encoding", &OBJECT).implements(&[&I_CLONEABLE]);
pub static ASCII_ENCODING: NativeType = NativeType::class("System.Text.ASCIIEncoding", &ENCODING);
pub static UTF8_ENCODING: NativeType = NativeType::class("System.Text.UTF8Encoding", &ENCODING);
pub static UNICODE_ENCODING: NativeType = NativeType::class("System.Text.UnicodeEncoding", &ENCODING);
pub static UTF32_ENCODING: NativeType = NativeType::class("System.Text.UTF32Encoding", &ENCODING);
pub static LATIN1_ENCODING: NativeType = NativeType::class("System.Text.Latin1Encoding", &ENCODING);
pub static RUNE: NativeType = NativeType::structure("System.Text.Rune").implements(&[&I_COMPARABLE]);
pub static REGEX: NativeType = NativeType::class("System.Text.RegularExpressions.Regex", &OBJECT);
pub static CAPTURE: NativeType = NativeType::class("System.Text.RegularExpressions.Capture", &OBJECT);
pub static GROUP: NativeType = NativeType::class("System.Text.RegularExpressions.Group", &CAPTURE);
pub static MATCH: NativeType = NativeType::class("System.Text.RegularExpressions.Match", &GROUP);
pub static CAPTURE_COLLECTION: NativeType =
    NativeType::class("System.Text.RegularExpressions.CaptureCollection", &OBJECT).implements(&[&I_LIST]);
pub static GROUP_COLLECTION: NativeType =
    NativeType::class("System.Text.RegularExpressions.GroupCollection", &OBJECT).implements(&[&I_LIST]);
pub static MATCH_COLLECTION: NativeType =
    NativeType::class("System.Text.RegularExpressions.MatchCollection", &OBJECT).implements(&[&I_LIST]);
pub static CULTURE_INFO: NativeType =
    NativeType::class("System.Globalization.CultureInfo", &OBJECT).implements(&[&I_CLONEABLE, &I_FORMAT_PROVIDER]);
pub static NUMBER_FORMAT_INFO: NativeType =
    NativeType::class("System.Globalization.NumberFormatInfo", &OBJECT).implements(&[&I_CLONEABLE, &I_FORMAT_PROVIDER]);
pub static DATE_TIME_FORMAT_INFO: NativeType = NativeType::class("System.Globalization.DateTimeFormatInfo", &OBJECT)
    .implements(&[&I_CLONEABLE, &I_FORMAT_PROVIDER]);
pub static TEXT_INFO: NativeType = NativeType::class("System.Globalization.TextInfo", &OBJECT);
pub static COMPARE_INFO: NativeType = NativeType::class("System.Globalization.CompareInfo", &OBJECT);
pub static CALENDAR: NativeType = NativeType::class("System.Globalization.Calendar", &OBJECT);
pub static GREGORIAN_CALENDAR: NativeType = NativeType::class("System.Globalization.GregorianCalendar", &CALENDAR);
pub static CHAR_UNICODE_INFO: NativeType = NativeType::statics("System.Globalization.CharUnicodeInfo");

// Files and streams.
pub static PATH: NativeType = NativeType::statics("System.IO.Path");
pub static FILE: NativeType = NativeType::statics("System.IO.File");
pub static DIRECTORY: NativeType = NativeType::statics("System.IO.Directory");
pub static FILE_SYSTEM_INFO: NativeType = NativeType::class("System.IO.FileSystemInfo", &OBJECT);
pub static FILE_INFO: NativeType = NativeType::class("System.IO.FileInfo", &FILE_SYSTEM_INFO);
pub static DIRECTORY_INFO: NativeType = NativeType::class("System.IO.DirectoryInfo", &FILE_SYSTEM_INFO);
pub static DRIVE_INFO: NativeType = NativeType::class("System.IO.DriveInfo", &OBJECT);
pub static STREAM: NativeType = NativeType::class("System.IO.Stream", &OBJECT).implements(&[&I_DISPOSABLE]);
pub static FILE_STREAM: NativeType = NativeType::class("System.IO.FileStream", &STREAM);
pub static MEMORY_STREAM: NativeType = NativeType::class("System.IO.MemoryStream", &STREAM);
pub static TEXT_READER: NativeType = NativeType::class("System.IO.TextReader", &OBJECT).implements(&[&I_DISPOSABLE]);
pub static TEXT_WRITER: NativeType = NativeType::class("System.IO.TextWriter", &OBJECT).implements(&[&I_DISPOSABLE]);
pub static STREAM_READER: NativeType = NativeType::class("System.IO.StreamReader", &TEXT_READER);
pub static STREAM_WRITER: NativeType = NativeType::class("System.IO.StreamWriter", &TEXT_WRITER);
pub static STRING_READER: NativeType = NativeType::class("System.IO.StringReader", &TEXT_READER);
pub static STRING_WRITER: NativeType = NativeType::class("System.IO.StringWriter", &TEXT_WRITER);

// The net.
pub static IP_ADDRESS: NativeType = NativeType::class("System.Net.IPAddress", &OBJECT);
pub static IP_END_POINT: NativeType = NativeType::class("System.Net.IPEndPoint", &OBJECT);
pub static IP_NETWORK: NativeType = NativeType::structure("System.Net.IPNetwork");
pub static NETWORK_CREDENTIAL: NativeType = NativeType::class("System.Net.NetworkCredential", &OBJECT);
pub static WEB_UTILITY: NativeType = NativeType::statics("System.Net.WebUtility");
pub static MAIL_ADDRESS: NativeType = NativeType::class("System.Net.Mail.MailAddress", &OBJECT);
pub static PHYSICAL_ADDRESS: NativeType = NativeType::class("System.Net.NetworkInformation.PhysicalAddress", &OBJECT);
pub static DNS: NativeType = NativeType::statics("System.Net.Dns");

// The rest of the framework.
pub static STOPWATCH: NativeType = NativeType::class("System.Diagnostics.Stopwatch", &OBJECT);
pub static PROCESS: NativeType = NativeType::class("System.Diagnostics.Process", &OBJECT);
pub static SECURE_STRING: NativeType =
    NativeType::class("System.Security.SecureString", &OBJECT).implements(&[&I_DISPOSABLE]);
pub static HASH_ALGORITHM: NativeType =
    NativeType::class("System.Security.Cryptography.HashAlgorithm", &OBJECT).implements(&[&I_DISPOSABLE]);
pub static MD5: NativeType = NativeType::class("System.Security.Cryptography.MD5", &HASH_ALGORITHM);
pub static SHA1: NativeType = NativeType::class("System.Security.Cryptography.SHA1", &HASH_ALGORITHM);
pub static SHA256: NativeType = NativeType::class("System.Security.Cryptography.SHA256", &HASH_ALGORITHM);
pub static SHA384: NativeType = NativeType::class("System.Security.Cryptography.SHA384", &HASH_ALGORITHM);
pub static SHA512: NativeType = NativeType::class("System.Security.Cryptography.SHA512", &HASH_ALGORITHM);
pub static RANDOM_NUMBER_GENERATOR: NativeType =
    NativeType::class("System.Security.Cryptography.RandomNumberGenerator", &OBJECT).implements(&[&I_DISPOSABLE]);
pub static THREAD: NativeType = NativeType::class("System.Threading.Thread", &OBJECT);
pub static CANCELLATION_TOKEN: NativeType = NativeType::structure("System.Threading.CancellationToken");
pub static ASSEMBLY: NativeType = NativeType::class("System.Reflection.Assembly", &OBJECT);
pub static MEMBER_INFO: NativeType = NativeType::class("System.Reflection.MemberInfo", &OBJECT);
pub static METHOD_INFO: NativeType = NativeType::class("System.Reflection.MethodInfo", &MEMBER_INFO);
pub static PROPERTY_INFO: NativeType = NativeType::class("System.Reflection.PropertyInfo", &MEMBER_INFO);
pub static MARSHAL: NativeType = NativeType::statics("System.Runtime.InteropServices.Marshal");
pub static RUNTIME_INFORMATION: NativeType = NativeType::statics("System.Runtime.InteropServices.RuntimeInformation");
pub static X500_DISTINGUISHED_NAME: NativeType =
    NativeType::class("System.Security.Cryptography.X509Certificates.X500DistinguishedName", &OBJECT);
pub static X509_CERTIFICATE: NativeType =
    NativeType::class("System.Security.Cryptography.X509Certificates.X509Certificate", &OBJECT);
pub static OBJECT_SECURITY: NativeType = NativeType::class("System.Security.AccessControl.ObjectSecurity", &OBJECT);

// PowerShell's own.
pub static AUTOMATION_NULL: NativeType = NativeType::statics("System.Management.Automation.Internal.AutomationNull");
pub static NULL_STRING: NativeType = NativeType::class("System.Management.Automation.Language.NullString", &OBJECT);
pub static ERROR_DETAILS: NativeType = NativeType::class("System.Management.Automation.ErrorDetails", &OBJECT);
pub static ERROR_CATEGORY_INFO: NativeType =
    NativeType::class("System.Management.Automation.ErrorCategoryInfo", &OBJECT);
pub static PS_CREDENTIAL: NativeType = NativeType::class("System.Management.Automation.PSCredential", &OBJECT);
pub static PS_REFERENCE: NativeType = NativeType::class("System.Management.Automation.PSReference", &OBJECT);
pub static SEMANTIC_VERSION: NativeType =
    NativeType::class("System.Management.Automation.SemanticVersion", &OBJECT).implements(&[&I_COMPARABLE]);
pub static WILDCARD_PATTERN: NativeType = NativeType::class("System.Management.Automation.WildcardPattern", &OBJECT);
pub static PS_TYPE_NAME: NativeType = NativeType::class("System.Management.Automation.PSTypeName", &OBJECT);

/// A value that no argument can become; parameters of types that the shell does not have are of it.
pub(super) static UNUSABLE: NativeType = NativeType::class("?", &OBJECT);

/// All types of this file and those of the layer below.
pub(super) static TYPES: &[&[&NativeType]] =
    &[super::security::TYPES, super::attributes::ALL, super::exceptions::ALL, super::enums::ALL, OWN];

const fn generic_interface(name: &'static str, parameters: usize) -> NativeType {
    NativeType { name, base: None, interfaces: &[], kind: NativeKind::Generic(parameters) }
}

const fn generic_delegate(name: &'static str, parameters: usize) -> NativeType {
    NativeType { name, base: Some(&MULTICAST_DELEGATE), interfaces: &[], kind: NativeKind::Generic(parameters) }
}

const fn generic_structure(name: &'static str, parameters: usize) -> NativeType {
    NativeType { name, base: Some(&VALUE_TYPE), interfaces: &[], kind: NativeKind::Generic(parameters) }
}

static OWN: &[&NativeType] = &[
    &I_CLONEABLE,
    &I_CONVERTIBLE,
    &I_DISPOSABLE,
    &I_FORMAT_PROVIDER,
    &I_CUSTOM_FORMATTER,
    &I_ASYNC_RESULT,
    &I_COMPARABLE_1,
    &I_EQUATABLE_1,
    &I_OBSERVABLE_1,
    &I_COMPARER,
    &I_EQUALITY_COMPARER,
    &I_ENUMERATOR,
    &I_DICTIONARY_ENUMERATOR,
    &I_ORDERED_DICTIONARY,
    &I_STRUCTURAL_COMPARABLE,
    &I_STRUCTURAL_EQUATABLE,
    &I_ENUMERABLE_1,
    &I_ENUMERATOR_1,
    &I_COLLECTION_1,
    &I_LIST_1,
    &I_SET_1,
    &I_READ_ONLY_COLLECTION_1,
    &I_READ_ONLY_LIST_1,
    &I_READ_ONLY_SET_1,
    &I_DICTIONARY_2,
    &I_READ_ONLY_DICTIONARY_2,
    &I_COMPARER_1,
    &I_EQUALITY_COMPARER_1,
    &DELEGATE,
    &MULTICAST_DELEGATE,
    &ACTION,
    &ACTION_1,
    &ACTION_2,
    &ACTION_3,
    &ACTION_4,
    &FUNC_1,
    &FUNC_2,
    &FUNC_3,
    &FUNC_4,
    &FUNC_5,
    &PREDICATE_1,
    &COMPARISON_1,
    &CONVERTER_2,
    &EVENT_HANDLER,
    &EVENT_HANDLER_1,
    &MATCH_EVALUATOR,
    &THREAD_START,
    &ATTRIBUTE,
    &FLAGS_ATTRIBUTE,
    &OBSOLETE_ATTRIBUTE,
    &ATTRIBUTE_USAGE_ATTRIBUTE,
    &SERIALIZABLE_ATTRIBUTE,
    &DESCRIPTION_ATTRIBUTE,
    &ACTIVATOR,
    &APP_DOMAIN,
    &BIT_CONVERTER,
    &BUFFER,
    &CONSOLE,
    &CONVERT,
    &DATE_ONLY,
    &DATE_TIME,
    &DATE_TIME_OFFSET,
    &DB_NULL,
    &ENVIRONMENT,
    &GC,
    &GUID,
    &HALF,
    &INDEX,
    &INT_PTR,
    &MATH,
    &OPERATING_SYSTEM,
    &RANDOM,
    &STRING_COMPARER,
    &TIME_ONLY,
    &TIME_SPAN,
    &TIME_ZONE_INFO,
    &TIME_PROVIDER,
    &URI,
    &URI_BUILDER,
    &VERSION,
    &TUPLE,
    &TUPLE_1,
    &TUPLE_2,
    &TUPLE_3,
    &TUPLE_4,
    &TUPLE_5,
    &TUPLE_6,
    &TUPLE_7,
    &VALUE_TUPLE,
    &VALUE_TUPLE_1,
    &VALUE_TUPLE_2,
    &VALUE_TUPLE_3,
    &VALUE_TUPLE_4,
    &VALUE_TUPLE_5,
    &VALUE_TUPLE_6,
    &VALUE_TUPLE_7,
    &ARRAY_LIST,
    &BIT_ARRAY,
    &COMPARER,
    &CASE_INSENSITIVE_COMPARER,
    &QUEUE,
    &STACK,
    &SORTED_LIST,
    &STRING_COLLECTION,
    &NAME_VALUE_COLLECTION,
    &CHAR_ENUMERATOR,
    &LIST_1,
    &COLLECTION_1,
    &READ_ONLY_COLLECTION_1,
    &OBSERVABLE_COLLECTION_1,
    &LINKED_LIST_1,
    &LINKED_LIST_NODE_1,
    &QUEUE_1,
    &STACK_1,
    &PRIORITY_QUEUE_2,
    &HASH_SET_1,
    &SORTED_SET_1,
    &DICTIONARY_2,
    &SORTED_DICTIONARY_2,
    &SORTED_LIST_2,
    &CONCURRENT_DICTIONARY_2,
    &CONCURRENT_QUEUE_1,
    &CONCURRENT_STACK_1,
    &CONCURRENT_BAG_1,
    &KEY_VALUE_PAIR_2,
    &COMPARER_1,
    &EQUALITY_COMPARER_1,
    &STRING_BUILDER,
    &ENCODING,
    &ASCII_ENCODING,
    &UTF8_ENCODING,
    &UNICODE_ENCODING,
    &UTF32_ENCODING,
    &LATIN1_ENCODING,
    &RUNE,
    &REGEX,
    &CAPTURE,
    &GROUP,
    &MATCH,
    &CAPTURE_COLLECTION,
    &GROUP_COLLECTION,
    &MATCH_COLLECTION,
    &CULTURE_INFO,
    &NUMBER_FORMAT_INFO,
    &DATE_TIME_FORMAT_INFO,
    &TEXT_INFO,
    &COMPARE_INFO,
    &CALENDAR,
    &GREGORIAN_CALENDAR,
    &CHAR_UNICODE_INFO,
    &PATH,
    &FILE,
    &DIRECTORY,
    &FILE_SYSTEM_INFO,
    &FILE_INFO,
    &DIRECTORY_INFO,
    &DRIVE_INFO,
    &STREAM,
    &FILE_STREAM,
    &MEMORY_STREAM,
    &TEXT_READER,
    &TEXT_WRITER,
    &STREAM_READER,
    &STREAM_WRITER,
    &STRING_READER,
    &STRING_WRITER,
    &IP_ADDRESS,
    &IP_END_POINT,
    &NETWORK_CREDENTIAL,
    &WEB_UTILITY,
    &MAIL_ADDRESS,
    &PHYSICAL_ADDRESS,
    &DNS,
    &STOPWATCH,
    &PROCESS,
    &SECURE_STRING,
    &HASH_ALGORITHM,
    &MD5,
    &SHA1,
    &SHA256,
    &SHA384,
    &SHA512,
    &RANDOM_NUMBER_GENERATOR,
    &THREAD,
    &CANCELLATION_TOKEN,
    &ASSEMBLY,
    &MEMBER_INFO,
    &METHOD_INFO,
    &PROPERTY_INFO,
    &MARSHAL,
    &RUNTIME_INFORMATION,
    &X500_DISTINGUISHED_NAME,
    &X509_CERTIFICATE,
    &OBJECT_SECURITY,
    &AUTOMATION_NULL,
    &NULL_STRING,
    &ERROR_DETAILS,
    &ERROR_CATEGORY_INFO,
    &PS_CREDENTIAL,
    &PS_REFERENCE,
    &SEMANTIC_VERSION,
    &WILDCARD_PATTERN,
    &PS_TYPE_NAME,
    &OBJECT,
    &VALUE_TYPE,
    &ENUM,
    &I_COMPARABLE,
    &I_FORMATTABLE,
    &I_ENUMERABLE,
    &I_COLLECTION,
    &I_LIST,
    &I_DICTIONARY,
    &BOOLEAN,
    &CHAR,
    &SBYTE,
    &BYTE,
    &INT16,
    &UINT16,
    &INT32,
    &UINT32,
    &INT64,
    &UINT64,
    &SINGLE,
    &DOUBLE,
    &DECIMAL,
    &BIG_INTEGER,
    &STRING,
    &ARRAY,
    &HASHTABLE,
    &ORDERED_DICTIONARY,
    &DICTIONARY_ENTRY,
    &TYPE,
    &RUNTIME_TYPE,
    &PS_OBJECT,
    &PS_CUSTOM_OBJECT,
    &SWITCH_PARAMETER,
    &SCRIPT_BLOCK,
    &VOID,
    &NULLABLE,
    &EXCEPTION,
    &ERROR_RECORD,
];
