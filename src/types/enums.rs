//! The enums of .NET and of PowerShell that scripts name.

use crate::value::NativeType;

pub static DAY_OF_WEEK: NativeType = NativeType::enumeration("System.DayOfWeek", &[("Sunday", 0), ("Monday", 1), ("Tuesday", 2), ("Wednesday", 3), ("Thursday", 4), ("Friday", 5), ("Saturday", 6)]);
pub static STRING_COMPARISON: NativeType = NativeType::enumeration("System.StringComparison", &[("CurrentCulture", 0), ("CurrentCultureIgnoreCase", 1), ("InvariantCulture", 2), ("InvariantCultureIgnoreCase", 3), ("Ordinal", 4), ("OrdinalIgnoreCase", 5)]);
pub static STRING_SPLIT_OPTIONS: NativeType = NativeType::flags("System.StringSplitOptions", &[("None", 0), ("RemoveEmptyEntries", 1), ("TrimEntries", 2)]);
pub static DATE_TIME_KIND: NativeType = NativeType::enumeration("System.DateTimeKind", &[("Unspecified", 0), ("Utc", 1), ("Local", 2)]);
pub static MIDPOINT_ROUNDING: NativeType = NativeType::enumeration("System.MidpointRounding", &[("ToEven", 0), ("AwayFromZero", 1), ("ToZero", 2), ("ToNegativeInfinity", 3), ("ToPositiveInfinity", 4)]);
pub static CONSOLE_COLOR: NativeType = NativeType::enumeration("System.ConsoleColor", &[("Black", 0), ("DarkBlue", 1), ("DarkGreen", 2), ("DarkCyan", 3), ("DarkRed", 4), ("DarkMagenta", 5), ("DarkYellow", 6), ("Gray", 7), ("DarkGray", 8), ("Blue", 9), ("Green", 10), ("Cyan", 11), ("Red", 12), ("Magenta", 13), ("Yellow", 14), ("White", 15)]);
pub static TYPE_CODE: NativeType = NativeType::enumeration("System.TypeCode", &[("Empty", 0), ("Object", 1), ("DBNull", 2), ("Boolean", 3), ("Char", 4), ("SByte", 5), ("Byte", 6), ("Int16", 7), ("UInt16", 8), ("Int32", 9), ("UInt32", 10), ("Int64", 11), ("UInt64", 12), ("Single", 13), ("Double", 14), ("Decimal", 15), ("DateTime", 16), ("String", 18)]);
pub static PLATFORM_ID: NativeType = NativeType::enumeration("System.PlatformID", &[("Win32S", 0), ("Win32Windows", 1), ("Win32NT", 2), ("WinCE", 3), ("Unix", 4), ("Xbox", 5), ("MacOSX", 6), ("Other", 7)]);
pub static BASE64_FORMATTING_OPTIONS: NativeType = NativeType::flags("System.Base64FormattingOptions", &[("None", 0), ("InsertLineBreaks", 1)]);
pub static URI_KIND: NativeType = NativeType::enumeration("System.UriKind", &[("RelativeOrAbsolute", 0), ("Absolute", 1), ("Relative", 2)]);
pub static URI_FORMAT: NativeType = NativeType::enumeration("System.UriFormat", &[("UriEscaped", 1), ("Unescaped", 2), ("SafeUnescaped", 3)]);
pub static URI_COMPONENTS: NativeType = NativeType::flags("System.UriComponents", &[("Scheme", 1), ("UserInfo", 2), ("Host", 4), ("Port", 8), ("SchemeAndServer", 13), ("Path", 16), ("Query", 32), ("PathAndQuery", 48), ("HttpRequestUrl", 61), ("Fragment", 64), ("AbsoluteUri", 127), ("StrongPort", 128), ("HostAndPort", 132), ("StrongAuthority", 134), ("NormalizedHost", 256), ("KeepDelimiter", 1073741824), ("SerializationInfoString", -2147483648)]);
pub static URI_PARTIAL: NativeType = NativeType::enumeration("System.UriPartial", &[("Scheme", 0), ("Authority", 1), ("Path", 2), ("Query", 3)]);
pub static URI_HOST_NAME_TYPE: NativeType = NativeType::enumeration("System.UriHostNameType", &[("Unknown", 0), ("Basic", 1), ("Dns", 2), ("IPv4", 3), ("IPv6", 4)]);
pub static GC_COLLECTION_MODE: NativeType = NativeType::enumeration("System.GCCollectionMode", &[("Default", 0), ("Forced", 1), ("Optimized", 2), ("Aggressive", 3)]);
pub static ENVIRONMENT_VARIABLE_TARGET: NativeType = NativeType::enumeration("System.EnvironmentVariableTarget", &[("Process", 0), ("User", 1), ("Machine", 2)]);
pub static ATTRIBUTE_TARGETS: NativeType = NativeType::flags("System.AttributeTargets", &[("Assembly", 1), ("Module", 2), ("Class", 4), ("Struct", 8), ("Enum", 16), ("Constructor", 32), ("Method", 64), ("Property", 128), ("Field", 256), ("Event", 512), ("Interface", 1024), ("Parameter", 2048), ("Delegate", 4096), ("ReturnValue", 8192), ("GenericParameter", 16384), ("All", 32767)]);
pub static CONSOLE_KEY: NativeType = NativeType::enumeration("System.ConsoleKey", &[("None", 0), ("Backspace", 8), ("Tab", 9), ("Clear", 12), ("Enter", 13), ("Pause", 19), ("Escape", 27), ("Spacebar", 32), ("PageUp", 33), ("PageDown", 34), ("End", 35), ("Home", 36), ("LeftArrow", 37), ("UpArrow", 38), ("RightArrow", 39), ("DownArrow", 40), ("Select", 41), ("Print", 42), ("Execute", 43), ("PrintScreen", 44), ("Insert", 45), ("Delete", 46), ("Help", 47), ("D0", 48), ("D1", 49), ("D2", 50), ("D3", 51), ("D4", 52), ("D5", 53), ("D6", 54), ("D7", 55), ("D8", 56), ("D9", 57), ("A", 65), ("B", 66), ("C", 67), ("D", 68), ("E", 69), ("F", 70), ("G", 71), ("H", 72), ("I", 73), ("J", 74), ("K", 75), ("L", 76), ("M", 77), ("N", 78), ("O", 79), ("P", 80), ("Q", 81), ("R", 82), ("S", 83), ("T", 84), ("U", 85), ("V", 86), ("W", 87), ("X", 88), ("Y", 89), ("Z", 90), ("LeftWindows", 91), ("RightWindows", 92), ("Applications", 93), ("Sleep", 95), ("NumPad0", 96), ("NumPad1", 97), ("NumPad2", 98), ("NumPad3", 99), ("NumPad4", 100), ("NumPad5", 101), ("NumPad6", 102), ("NumPad7", 103), ("NumPad8", 104), ("NumPad9", 105), ("Multiply", 106), ("Add", 107), ("Separator", 108), ("Subtract", 109), ("Decimal", 110), ("Divide", 111), ("F1", 112), ("F2", 113), ("F3", 114), ("F4", 115), ("F5", 116), ("F6", 117), ("F7", 118), ("F8", 119), ("F9", 120), ("F10", 121), ("F11", 122), ("F12", 123), ("F13", 124), ("F14", 125), ("F15", 126), ("F16", 127), ("F17", 128), ("F18", 129), ("F19", 130), ("F20", 131), ("F21", 132), ("F22", 133), ("F23", 134), ("F24", 135), ("BrowserBack", 166), ("BrowserForward", 167), ("BrowserRefresh", 168), ("BrowserStop", 169), ("BrowserSearch", 170), ("BrowserFavorites", 171), ("BrowserHome", 172), ("VolumeMute", 173), ("VolumeDown", 174), ("VolumeUp", 175), ("MediaNext", 176), ("MediaPrevious", 177), ("MediaStop", 178), ("MediaPlay", 179), ("LaunchMail", 180), ("LaunchMediaSelect", 181), ("LaunchApp1", 182), ("LaunchApp2", 183), ("Oem1", 186), ("OemPlus", 187), ("OemComma", 188), ("OemMinus", 189), ("OemPeriod", 190), ("Oem2", 191), ("Oem3", 192), ("Oem4", 219), ("Oem5", 220), ("Oem6", 221), ("Oem7", 222), ("Oem8", 223), ("Oem102", 226), ("Process", 229), ("Packet", 231), ("Attention", 246), ("CrSel", 247), ("ExSel", 248), ("EraseEndOfFile", 249), ("Play", 250), ("Zoom", 251), ("NoName", 252), ("Pa1", 253), ("OemClear", 254)]);
pub static CONSOLE_MODIFIERS: NativeType = NativeType::flags("System.ConsoleModifiers", &[("None", 0), ("Alt", 1), ("Shift", 2), ("Control", 4)]);
pub static LOADER_OPTIMIZATION: NativeType = NativeType::enumeration("System.LoaderOptimization", &[("NotSpecified", 0), ("SingleDomain", 1), ("MultiDomain", 2), ("DomainMask", 3), ("MultiDomainHost", 3), ("DisallowBindings", 4)]);
pub static SPECIAL_FOLDER: NativeType = NativeType::enumeration("System.Environment+SpecialFolder", &[("Desktop", 0), ("Programs", 2), ("MyDocuments", 5), ("Personal", 5), ("Favorites", 6), ("Startup", 7), ("Recent", 8), ("SendTo", 9), ("StartMenu", 11), ("MyMusic", 13), ("MyVideos", 14), ("DesktopDirectory", 16), ("MyComputer", 17), ("NetworkShortcuts", 19), ("Fonts", 20), ("Templates", 21), ("CommonStartMenu", 22), ("CommonPrograms", 23), ("CommonStartup", 24), ("CommonDesktopDirectory", 25), ("ApplicationData", 26), ("PrinterShortcuts", 27), ("LocalApplicationData", 28), ("InternetCache", 32), ("Cookies", 33), ("History", 34), ("CommonApplicationData", 35), ("Windows", 36), ("System", 37), ("ProgramFiles", 38), ("MyPictures", 39), ("UserProfile", 40), ("SystemX86", 41), ("ProgramFilesX86", 42), ("CommonProgramFiles", 43), ("CommonProgramFilesX86", 44), ("CommonTemplates", 45), ("CommonDocuments", 46), ("CommonAdminTools", 47), ("AdminTools", 48), ("CommonMusic", 53), ("CommonPictures", 54), ("CommonVideos", 55), ("Resources", 56), ("LocalizedResources", 57), ("CommonOemLinks", 58), ("CDBurning", 59)]);
pub static SPECIAL_FOLDER_OPTION: NativeType = NativeType::enumeration("System.Environment+SpecialFolderOption", &[("None", 0), ("DoNotVerify", 16384), ("Create", 32768)]);
pub static FILE_ATTRIBUTES: NativeType = NativeType::flags("System.IO.FileAttributes", &[("None", 0), ("ReadOnly", 1), ("Hidden", 2), ("System", 4), ("Directory", 16), ("Archive", 32), ("Device", 64), ("Normal", 128), ("Temporary", 256), ("SparseFile", 512), ("ReparsePoint", 1024), ("Compressed", 2048), ("Offline", 4096), ("NotContentIndexed", 8192), ("Encrypted", 16384), ("IntegrityStream", 32768), ("NoScrubData", 131072)]);
pub static FILE_MODE: NativeType = NativeType::enumeration("System.IO.FileMode", &[("CreateNew", 1), ("Create", 2), ("Open", 3), ("OpenOrCreate", 4), ("Truncate", 5), ("Append", 6)]);
pub static FILE_ACCESS: NativeType = NativeType::flags("System.IO.FileAccess", &[("Read", 1), ("Write", 2), ("ReadWrite", 3)]);
pub static FILE_SHARE: NativeType = NativeType::flags("System.IO.FileShare", &[("None", 0), ("Read", 1), ("Write", 2), ("ReadWrite", 3), ("Delete", 4), ("Inheritable", 16)]);
pub static FILE_OPTIONS: NativeType = NativeType::flags("System.IO.FileOptions", &[("None", 0), ("Encrypted", 16384), ("DeleteOnClose", 67108864), ("SequentialScan", 134217728), ("RandomAccess", 268435456), ("Asynchronous", 1073741824), ("WriteThrough", -2147483648)]);
pub static SEARCH_OPTION: NativeType = NativeType::enumeration("System.IO.SearchOption", &[("TopDirectoryOnly", 0), ("AllDirectories", 1)]);
pub static SEEK_ORIGIN: NativeType = NativeType::enumeration("System.IO.SeekOrigin", &[("Begin", 0), ("Current", 1), ("End", 2)]);
pub static DRIVE_TYPE: NativeType = NativeType::enumeration("System.IO.DriveType", &[("Unknown", 0), ("NoRootDirectory", 1), ("Removable", 2), ("Fixed", 3), ("Network", 4), ("CDRom", 5), ("Ram", 6)]);
pub static UNIX_FILE_MODE: NativeType = NativeType::flags("System.IO.UnixFileMode", &[("None", 0), ("OtherExecute", 1), ("OtherWrite", 2), ("OtherRead", 4), ("GroupExecute", 8), ("GroupWrite", 16), ("GroupRead", 32), ("UserExecute", 64), ("UserWrite", 128), ("UserRead", 256), ("StickyBit", 512), ("SetGroup", 1024), ("SetUser", 2048)]);
pub static MATCH_TYPE: NativeType = NativeType::enumeration("System.IO.MatchType", &[("Simple", 0), ("Win32", 1)]);
pub static MATCH_CASING: NativeType = NativeType::enumeration("System.IO.MatchCasing", &[("PlatformDefault", 0), ("CaseSensitive", 1), ("CaseInsensitive", 2)]);
pub static HANDLE_INHERITABILITY: NativeType = NativeType::enumeration("System.IO.HandleInheritability", &[("None", 0), ("Inheritable", 1)]);
pub static NORMALIZATION_FORM: NativeType = NativeType::enumeration("System.Text.NormalizationForm", &[("FormC", 1), ("FormD", 2), ("FormKC", 5), ("FormKD", 6)]);
pub static REGEX_OPTIONS: NativeType = NativeType::flags("System.Text.RegularExpressions.RegexOptions", &[("None", 0), ("IgnoreCase", 1), ("Multiline", 2), ("ExplicitCapture", 4), ("Compiled", 8), ("Singleline", 16), ("IgnorePatternWhitespace", 32), ("RightToLeft", 64), ("ECMAScript", 256), ("CultureInvariant", 512), ("NonBacktracking", 1024)]);
pub static NUMBER_STYLES: NativeType = NativeType::flags("System.Globalization.NumberStyles", &[("None", 0), ("AllowLeadingWhite", 1), ("AllowTrailingWhite", 2), ("AllowLeadingSign", 4), ("Integer", 7), ("AllowTrailingSign", 8), ("AllowParentheses", 16), ("AllowDecimalPoint", 32), ("AllowThousands", 64), ("Number", 111), ("AllowExponent", 128), ("Float", 167), ("AllowCurrencySymbol", 256), ("Currency", 383), ("Any", 511), ("AllowHexSpecifier", 512), ("HexNumber", 515), ("AllowBinarySpecifier", 1024), ("BinaryNumber", 1027)]);
pub static DATE_TIME_STYLES: NativeType = NativeType::flags("System.Globalization.DateTimeStyles", &[("None", 0), ("AllowLeadingWhite", 1), ("AllowTrailingWhite", 2), ("AllowInnerWhite", 4), ("AllowWhiteSpaces", 7), ("NoCurrentDateDefault", 8), ("AdjustToUniversal", 16), ("AssumeLocal", 32), ("AssumeUniversal", 64), ("RoundtripKind", 128)]);
pub static TIME_SPAN_STYLES: NativeType = NativeType::flags("System.Globalization.TimeSpanStyles", &[("None", 0), ("AssumeNegative", 1)]);
pub static CULTURE_TYPES: NativeType = NativeType::flags("System.Globalization.CultureTypes", &[("NeutralCultures", 1), ("SpecificCultures", 2), ("InstalledWin32Cultures", 4), ("AllCultures", 7), ("UserCustomCulture", 8), ("ReplacementCultures", 16), ("WindowsOnlyCultures", 32), ("FrameworkCultures", 64)]);
pub static COMPARE_OPTIONS: NativeType = NativeType::flags("System.Globalization.CompareOptions", &[("None", 0), ("IgnoreCase", 1), ("IgnoreNonSpace", 2), ("IgnoreSymbols", 4), ("IgnoreKanaType", 8), ("IgnoreWidth", 16), ("NumericOrdering", 32), ("OrdinalIgnoreCase", 268435456), ("StringSort", 536870912), ("Ordinal", 1073741824)]);
pub static UNICODE_CATEGORY: NativeType = NativeType::enumeration("System.Globalization.UnicodeCategory", &[("UppercaseLetter", 0), ("LowercaseLetter", 1), ("TitlecaseLetter", 2), ("ModifierLetter", 3), ("OtherLetter", 4), ("NonSpacingMark", 5), ("SpacingCombiningMark", 6), ("EnclosingMark", 7), ("DecimalDigitNumber", 8), ("LetterNumber", 9), ("OtherNumber", 10), ("SpaceSeparator", 11), ("LineSeparator", 12), ("ParagraphSeparator", 13), ("Control", 14), ("Format", 15), ("Surrogate", 16), ("PrivateUse", 17), ("ConnectorPunctuation", 18), ("DashPunctuation", 19), ("OpenPunctuation", 20), ("ClosePunctuation", 21), ("InitialQuotePunctuation", 22), ("FinalQuotePunctuation", 23), ("OtherPunctuation", 24), ("MathSymbol", 25), ("CurrencySymbol", 26), ("ModifierSymbol", 27), ("OtherSymbol", 28), ("OtherNotAssigned", 29)]);
pub static CALENDAR_WEEK_RULE: NativeType = NativeType::enumeration("System.Globalization.CalendarWeekRule", &[("FirstDay", 0), ("FirstFullWeek", 1), ("FirstFourDayWeek", 2)]);
pub static DIGIT_SHAPES: NativeType = NativeType::enumeration("System.Globalization.DigitShapes", &[("Context", 0), ("None", 1), ("NativeNational", 2)]);
pub static CALENDAR_ALGORITHM_TYPE: NativeType = NativeType::enumeration("System.Globalization.CalendarAlgorithmType", &[("Unknown", 0), ("SolarCalendar", 1), ("LunarCalendar", 2), ("LunisolarCalendar", 3)]);
pub static GREGORIAN_CALENDAR_TYPES: NativeType = NativeType::enumeration("System.Globalization.GregorianCalendarTypes", &[("Localized", 1), ("USEnglish", 2), ("MiddleEastFrench", 9), ("Arabic", 10), ("TransliteratedEnglish", 11), ("TransliteratedFrench", 12)]);
pub static HTTP_STATUS_CODE: NativeType = NativeType::enumeration("System.Net.HttpStatusCode", &[("Continue", 100), ("SwitchingProtocols", 101), ("Processing", 102), ("EarlyHints", 103), ("OK", 200), ("Created", 201), ("Accepted", 202), ("NonAuthoritativeInformation", 203), ("NoContent", 204), ("ResetContent", 205), ("PartialContent", 206), ("MultiStatus", 207), ("AlreadyReported", 208), ("IMUsed", 226), ("MultipleChoices", 300), ("Ambiguous", 300), ("MovedPermanently", 301), ("Moved", 301), ("Found", 302), ("Redirect", 302), ("SeeOther", 303), ("RedirectMethod", 303), ("NotModified", 304), ("UseProxy", 305), ("Unused", 306), ("TemporaryRedirect", 307), ("RedirectKeepVerb", 307), ("PermanentRedirect", 308), ("BadRequest", 400), ("Unauthorized", 401), ("PaymentRequired", 402), ("Forbidden", 403), ("NotFound", 404), ("MethodNotAllowed", 405), ("NotAcceptable", 406), ("ProxyAuthenticationRequired", 407), ("RequestTimeout", 408), ("Conflict", 409), ("Gone", 410), ("LengthRequired", 411), ("PreconditionFailed", 412), ("RequestEntityTooLarge", 413), ("RequestUriTooLong", 414), ("UnsupportedMediaType", 415), ("RequestedRangeNotSatisfiable", 416), ("ExpectationFailed", 417), ("MisdirectedRequest", 421), ("UnprocessableEntity", 422), ("UnprocessableContent", 422), ("Locked", 423), ("FailedDependency", 424), ("UpgradeRequired", 426), ("PreconditionRequired", 428), ("TooManyRequests", 429), ("RequestHeaderFieldsTooLarge", 431), ("UnavailableForLegalReasons", 451), ("InternalServerError", 500), ("NotImplemented", 501), ("BadGateway", 502), ("ServiceUnavailable", 503), ("GatewayTimeout", 504), ("HttpVersionNotSupported", 505), ("VariantAlsoNegotiates", 506), ("InsufficientStorage", 507), ("LoopDetected", 508), ("NotExtended", 510), ("NetworkAuthenticationRequired", 511)]);
pub static SECURITY_PROTOCOL_TYPE: NativeType = NativeType::flags("System.Net.SecurityProtocolType", &[("SystemDefault", 0), ("Ssl3", 48), ("Tls", 192), ("Tls11", 768), ("Tls12", 3072), ("Tls13", 12288)]);
pub static ADDRESS_FAMILY: NativeType = NativeType::enumeration("System.Net.Sockets.AddressFamily", &[("Unspecified", 0), ("Unix", 1), ("InterNetwork", 2), ("ImpLink", 3), ("Pup", 4), ("Chaos", 5), ("NS", 6), ("Ipx", 6), ("Iso", 7), ("Osi", 7), ("Ecma", 8), ("DataKit", 9), ("Ccitt", 10), ("Sna", 11), ("DecNet", 12), ("DataLink", 13), ("Lat", 14), ("HyperChannel", 15), ("AppleTalk", 16), ("NetBios", 17), ("VoiceView", 18), ("FireFox", 19), ("Banyan", 21), ("Atm", 22), ("InterNetworkV6", 23), ("Cluster", 24), ("Ieee12844", 25), ("Irda", 26), ("NetworkDesigners", 28), ("Max", 29), ("Packet", 65536), ("ControllerAreaNetwork", 65537), ("Unknown", -1)]);
pub static PROTOCOL_TYPE: NativeType = NativeType::enumeration("System.Net.Sockets.ProtocolType", &[("IP", 0), ("IPv6HopByHopOptions", 0), ("Unspecified", 0), ("Icmp", 1), ("Igmp", 2), ("Ggp", 3), ("IPv4", 4), ("Tcp", 6), ("Pup", 12), ("Udp", 17), ("Idp", 22), ("IPv6", 41), ("IPv6RoutingHeader", 43), ("IPv6FragmentHeader", 44), ("IPSecEncapsulatingSecurityPayload", 50), ("IPSecAuthenticationHeader", 51), ("IcmpV6", 58), ("IPv6NoNextHeader", 59), ("IPv6DestinationOptions", 60), ("ND", 77), ("Raw", 255), ("Ipx", 1000), ("Spx", 1256), ("SpxII", 1257), ("Unknown", -1)]);
pub static SOCKET_TYPE: NativeType = NativeType::enumeration("System.Net.Sockets.SocketType", &[("Stream", 1), ("Dgram", 2), ("Raw", 3), ("Rdm", 4), ("Seqpacket", 5), ("Unknown", -1)]);
pub static IP_STATUS: NativeType = NativeType::enumeration("System.Net.NetworkInformation.IPStatus", &[("Success", 0), ("DestinationNetworkUnreachable", 11002), ("DestinationHostUnreachable", 11003), ("DestinationProtocolUnreachable", 11004), ("DestinationProhibited", 11004), ("DestinationPortUnreachable", 11005), ("NoResources", 11006), ("BadOption", 11007), ("HardwareError", 11008), ("PacketTooBig", 11009), ("TimedOut", 11010), ("BadRoute", 11012), ("TtlExpired", 11013), ("TtlReassemblyTimeExceeded", 11014), ("ParameterProblem", 11015), ("SourceQuench", 11016), ("BadDestination", 11018), ("DestinationUnreachable", 11040), ("TimeExceeded", 11041), ("BadHeader", 11042), ("UnrecognizedNextHeader", 11043), ("IcmpError", 11044), ("DestinationScopeMismatch", 11045), ("Unknown", -1)]);
pub static BINDING_FLAGS: NativeType = NativeType::flags("System.Reflection.BindingFlags", &[("Default", 0), ("IgnoreCase", 1), ("DeclaredOnly", 2), ("Instance", 4), ("Static", 8), ("Public", 16), ("NonPublic", 32), ("FlattenHierarchy", 64), ("InvokeMethod", 256), ("CreateInstance", 512), ("GetField", 1024), ("SetField", 2048), ("GetProperty", 4096), ("SetProperty", 8192), ("PutDispProperty", 16384), ("PutRefDispProperty", 32768), ("ExactBinding", 65536), ("SuppressChangeType", 131072), ("OptionalParamBinding", 262144), ("IgnoreReturn", 16777216), ("DoNotWrapExceptions", 33554432)]);
pub static MEMBER_TYPES: NativeType = NativeType::flags("System.Reflection.MemberTypes", &[("Constructor", 1), ("Event", 2), ("Field", 4), ("Method", 8), ("Property", 16), ("TypeInfo", 32), ("Custom", 64), ("NestedType", 128), ("All", 191)]);
pub static METHOD_ATTRIBUTES: NativeType = NativeType::flags("System.Reflection.MethodAttributes", &[("PrivateScope", 0), ("ReuseSlot", 0), ("Private", 1), ("FamANDAssem", 2), ("Assembly", 3), ("Family", 4), ("FamORAssem", 5), ("Public", 6), ("MemberAccessMask", 7), ("UnmanagedExport", 8), ("Static", 16), ("Final", 32), ("Virtual", 64), ("HideBySig", 128), ("NewSlot", 256), ("VtableLayoutMask", 256), ("CheckAccessOnOverride", 512), ("Abstract", 1024), ("SpecialName", 2048), ("RTSpecialName", 4096), ("PinvokeImpl", 8192), ("HasSecurity", 16384), ("RequireSecObject", 32768), ("ReservedMask", 53248)]);
pub static FIELD_ATTRIBUTES: NativeType = NativeType::flags("System.Reflection.FieldAttributes", &[("PrivateScope", 0), ("Private", 1), ("FamANDAssem", 2), ("Assembly", 3), ("Family", 4), ("FamORAssem", 5), ("Public", 6), ("FieldAccessMask", 7), ("Static", 16), ("InitOnly", 32), ("Literal", 64), ("NotSerialized", 128), ("HasFieldRVA", 256), ("SpecialName", 512), ("RTSpecialName", 1024), ("HasFieldMarshal", 4096), ("PinvokeImpl", 8192), ("HasDefault", 32768), ("ReservedMask", 38144)]);
pub static TYPE_ATTRIBUTES: NativeType = NativeType::flags("System.Reflection.TypeAttributes", &[("NotPublic", 0), ("AutoLayout", 0), ("AnsiClass", 0), ("Class", 0), ("Public", 1), ("NestedPublic", 2), ("NestedPrivate", 3), ("NestedFamily", 4), ("NestedAssembly", 5), ("NestedFamANDAssem", 6), ("VisibilityMask", 7), ("NestedFamORAssem", 7), ("SequentialLayout", 8), ("ExplicitLayout", 16), ("LayoutMask", 24), ("Interface", 32), ("ClassSemanticsMask", 32), ("Abstract", 128), ("Sealed", 256), ("SpecialName", 1024), ("RTSpecialName", 2048), ("Import", 4096), ("Serializable", 8192), ("WindowsRuntime", 16384), ("UnicodeClass", 65536), ("AutoClass", 131072), ("StringFormatMask", 196608), ("CustomFormatClass", 196608), ("HasSecurity", 262144), ("ReservedMask", 264192), ("BeforeFieldInit", 1048576), ("CustomFormatMask", 12582912)]);
pub static LIST_SORT_DIRECTION: NativeType = NativeType::enumeration("System.ComponentModel.ListSortDirection", &[("Ascending", 0), ("Descending", 1)]);
pub static PROCESS_WINDOW_STYLE: NativeType = NativeType::enumeration("System.Diagnostics.ProcessWindowStyle", &[("Normal", 0), ("Hidden", 1), ("Minimized", 2), ("Maximized", 3)]);
pub static PROCESS_PRIORITY_CLASS: NativeType = NativeType::enumeration("System.Diagnostics.ProcessPriorityClass", &[("Normal", 32), ("Idle", 64), ("High", 128), ("RealTime", 256), ("BelowNormal", 16384), ("AboveNormal", 32768)]);
pub static DEBUGGER_BROWSABLE_STATE: NativeType = NativeType::enumeration("System.Diagnostics.DebuggerBrowsableState", &[("Never", 0), ("Collapsed", 2), ("RootHidden", 3)]);
pub static THREAD_STATE: NativeType = NativeType::flags("System.Threading.ThreadState", &[("Running", 0), ("StopRequested", 1), ("SuspendRequested", 2), ("Background", 4), ("Unstarted", 8), ("Stopped", 16), ("WaitSleepJoin", 32), ("Suspended", 64), ("AbortRequested", 128), ("Aborted", 256)]);
pub static THREAD_PRIORITY: NativeType = NativeType::enumeration("System.Threading.ThreadPriority", &[("Lowest", 0), ("BelowNormal", 1), ("Normal", 2), ("AboveNormal", 3), ("Highest", 4)]);
pub static APARTMENT_STATE: NativeType = NativeType::enumeration("System.Threading.ApartmentState", &[("STA", 0), ("MTA", 1), ("Unknown", 2)]);
pub static TASK_STATUS: NativeType = NativeType::enumeration("System.Threading.Tasks.TaskStatus", &[("Created", 0), ("WaitingForActivation", 1), ("WaitingToRun", 2), ("Running", 3), ("WaitingForChildrenToComplete", 4), ("RanToCompletion", 5), ("Canceled", 6), ("Faulted", 7)]);
pub static ARCHITECTURE: NativeType = NativeType::enumeration("System.Runtime.InteropServices.Architecture", &[("X86", 0), ("X64", 1), ("Arm", 2), ("Arm64", 3), ("Wasm", 4), ("S390x", 5), ("LoongArch64", 6), ("Armv6", 7), ("Ppc64le", 8), ("RiscV64", 9)]);
pub static CIPHER_MODE: NativeType = NativeType::enumeration("System.Security.Cryptography.CipherMode", &[("CBC", 1), ("ECB", 2), ("OFB", 3), ("CFB", 4), ("CTS", 5)]);
pub static PADDING_MODE: NativeType = NativeType::enumeration("System.Security.Cryptography.PaddingMode", &[("None", 1), ("PKCS7", 2), ("Zeros", 3), ("ANSIX923", 4), ("ISO10126", 5)]);
pub static FILE_SYSTEM_RIGHTS: NativeType = NativeType::flags("System.Security.AccessControl.FileSystemRights", &[("ListDirectory", 1), ("ReadData", 1), ("CreateFiles", 2), ("WriteData", 2), ("AppendData", 4), ("CreateDirectories", 4), ("ReadExtendedAttributes", 8), ("WriteExtendedAttributes", 16), ("ExecuteFile", 32), ("Traverse", 32), ("DeleteSubdirectoriesAndFiles", 64), ("ReadAttributes", 128), ("WriteAttributes", 256), ("Write", 278), ("Delete", 65536), ("ReadPermissions", 131072), ("Read", 131209), ("ReadAndExecute", 131241), ("Modify", 197055), ("ChangePermissions", 262144), ("TakeOwnership", 524288), ("Synchronize", 1048576), ("FullControl", 2032127)]);
pub static ACCESS_CONTROL_TYPE: NativeType = NativeType::enumeration("System.Security.AccessControl.AccessControlType", &[("Allow", 0), ("Deny", 1)]);
pub static XML_NODE_TYPE: NativeType = NativeType::enumeration("System.Xml.XmlNodeType", &[("None", 0), ("Element", 1), ("Attribute", 2), ("Text", 3), ("CDATA", 4), ("EntityReference", 5), ("Entity", 6), ("ProcessingInstruction", 7), ("Comment", 8), ("Document", 9), ("DocumentType", 10), ("DocumentFragment", 11), ("Notation", 12), ("Whitespace", 13), ("SignificantWhitespace", 14), ("EndElement", 15), ("EndEntity", 16), ("XmlDeclaration", 17)]);
pub static FORMATTING: NativeType = NativeType::enumeration("System.Xml.Formatting", &[("None", 0), ("Indented", 1)]);
pub static CONFORMANCE_LEVEL: NativeType = NativeType::enumeration("System.Xml.ConformanceLevel", &[("Auto", 0), ("Fragment", 1), ("Document", 2)]);
pub static DB_TYPE: NativeType = NativeType::enumeration("System.Data.DbType", &[("AnsiString", 0), ("Binary", 1), ("Byte", 2), ("Boolean", 3), ("Currency", 4), ("Date", 5), ("DateTime", 6), ("Decimal", 7), ("Double", 8), ("Guid", 9), ("Int16", 10), ("Int32", 11), ("Int64", 12), ("Object", 13), ("SByte", 14), ("Single", 15), ("String", 16), ("Time", 17), ("UInt16", 18), ("UInt32", 19), ("UInt64", 20), ("VarNumeric", 21), ("AnsiStringFixedLength", 22), ("StringFixedLength", 23), ("Xml", 25), ("DateTime2", 26), ("DateTimeOffset", 27)]);
pub static SQL_DB_TYPE: NativeType = NativeType::enumeration("System.Data.SqlDbType", &[("BigInt", 0), ("Binary", 1), ("Bit", 2), ("Char", 3), ("DateTime", 4), ("Decimal", 5), ("Float", 6), ("Image", 7), ("Int", 8), ("Money", 9), ("NChar", 10), ("NText", 11), ("NVarChar", 12), ("Real", 13), ("UniqueIdentifier", 14), ("SmallDateTime", 15), ("SmallInt", 16), ("SmallMoney", 17), ("Text", 18), ("Timestamp", 19), ("TinyInt", 20), ("VarBinary", 21), ("VarChar", 22), ("Variant", 23), ("Xml", 25), ("Udt", 29), ("Structured", 30), ("Date", 31), ("Time", 32), ("DateTime2", 33), ("DateTimeOffset", 34), ("Json", 35), ("Vector", 36)]);
pub static SERVICE_CONTROLLER_STATUS: NativeType = NativeType::enumeration("System.ServiceProcess.ServiceControllerStatus", &[("Stopped", 1), ("StartPending", 2), ("StopPending", 3), ("Running", 4), ("ContinuePending", 5), ("PausePending", 6), ("Paused", 7)]);
pub static SERVICE_START_MODE: NativeType = NativeType::enumeration("System.ServiceProcess.ServiceStartMode", &[("Boot", 0), ("System", 1), ("Automatic", 2), ("Manual", 3), ("Disabled", 4)]);
pub static NOTIFY_COLLECTION_CHANGED_ACTION: NativeType = NativeType::enumeration("System.Collections.Specialized.NotifyCollectionChangedAction", &[("Add", 0), ("Remove", 1), ("Replace", 2), ("Move", 3), ("Reset", 4)]);
pub static MAIL_PRIORITY: NativeType = NativeType::enumeration("System.Net.Mail.MailPriority", &[("Normal", 0), ("Low", 1), ("High", 2)]);
pub static ERROR_CATEGORY: NativeType = NativeType::enumeration("System.Management.Automation.ErrorCategory", &[("NotSpecified", 0), ("OpenError", 1), ("CloseError", 2), ("DeviceError", 3), ("DeadlockDetected", 4), ("InvalidArgument", 5), ("InvalidData", 6), ("InvalidOperation", 7), ("InvalidResult", 8), ("InvalidType", 9), ("MetadataError", 10), ("NotImplemented", 11), ("NotInstalled", 12), ("ObjectNotFound", 13), ("OperationStopped", 14), ("OperationTimeout", 15), ("SyntaxError", 16), ("ParserError", 17), ("PermissionDenied", 18), ("ResourceBusy", 19), ("ResourceExists", 20), ("ResourceUnavailable", 21), ("ReadError", 22), ("WriteError", 23), ("FromStdErr", 24), ("SecurityError", 25), ("ProtocolError", 26), ("ConnectionError", 27), ("AuthenticationError", 28), ("LimitsExceeded", 29), ("QuotaExceeded", 30), ("NotEnabled", 31)]);
pub static ACTION_PREFERENCE: NativeType = NativeType::enumeration("System.Management.Automation.ActionPreference", &[("SilentlyContinue", 0), ("Stop", 1), ("Continue", 2), ("Inquire", 3), ("Ignore", 4), ("Suspend", 5), ("Break", 6)]);
pub static CONFIRM_IMPACT: NativeType = NativeType::enumeration("System.Management.Automation.ConfirmImpact", &[("None", 0), ("Low", 1), ("Medium", 2), ("High", 3)]);
pub static COMMAND_TYPES: NativeType = NativeType::flags("System.Management.Automation.CommandTypes", &[("Alias", 1), ("Function", 2), ("Filter", 4), ("Cmdlet", 8), ("ExternalScript", 16), ("Application", 32), ("Script", 64), ("Configuration", 256), ("All", 383)]);
pub static PS_MEMBER_TYPES: NativeType = NativeType::flags("System.Management.Automation.PSMemberTypes", &[("AliasProperty", 1), ("CodeProperty", 2), ("Property", 4), ("NoteProperty", 8), ("ScriptProperty", 16), ("PropertySet", 32), ("Method", 64), ("CodeMethod", 128), ("ScriptMethod", 256), ("Methods", 448), ("ParameterizedProperty", 512), ("MemberSet", 1024), ("Event", 2048), ("Dynamic", 4096), ("InferredProperty", 8192), ("Properties", 8223), ("All", 16383)]);
pub static PS_MEMBER_VIEW_TYPES: NativeType = NativeType::flags("System.Management.Automation.PSMemberViewTypes", &[("Extended", 1), ("Adapted", 2), ("Base", 4), ("All", 7)]);
pub static SCOPED_ITEM_OPTIONS: NativeType = NativeType::flags("System.Management.Automation.ScopedItemOptions", &[("None", 0), ("ReadOnly", 1), ("Constant", 2), ("Private", 4), ("AllScope", 8), ("Unspecified", 16)]);
pub static SESSION_STATE_ENTRY_VISIBILITY: NativeType = NativeType::enumeration("System.Management.Automation.SessionStateEntryVisibility", &[("Public", 0), ("Private", 1)]);
pub static WILDCARD_OPTIONS: NativeType = NativeType::flags("System.Management.Automation.WildcardOptions", &[("None", 0), ("Compiled", 1), ("IgnoreCase", 2), ("CultureInvariant", 4)]);
pub static SPLIT_OPTIONS: NativeType = NativeType::flags("System.Management.Automation.SplitOptions", &[("SimpleMatch", 1), ("RegexMatch", 2), ("CultureInvariant", 4), ("IgnorePatternWhitespace", 8), ("Multiline", 16), ("Singleline", 32), ("IgnoreCase", 64), ("ExplicitCapture", 128)]);
pub static PS_LANGUAGE_MODE: NativeType = NativeType::enumeration("System.Management.Automation.PSLanguageMode", &[("FullLanguage", 0), ("RestrictedLanguage", 1), ("NoLanguage", 2), ("ConstrainedLanguage", 3)]);
pub static PS_TOKEN_TYPE: NativeType = NativeType::enumeration("System.Management.Automation.PSTokenType", &[("Unknown", 0), ("Command", 1), ("CommandParameter", 2), ("CommandArgument", 3), ("Number", 4), ("String", 5), ("Variable", 6), ("Member", 7), ("LoopLabel", 8), ("Attribute", 9), ("Type", 10), ("Operator", 11), ("GroupStart", 12), ("GroupEnd", 13), ("Keyword", 14), ("Comment", 15), ("StatementSeparator", 16), ("NewLine", 17), ("LineContinuation", 18), ("Position", 19)]);
pub static VARIABLE_ACCESS_MODE: NativeType = NativeType::enumeration("System.Management.Automation.VariableAccessMode", &[("Read", 0), ("Write", 1), ("ReadWrite", 2)]);
pub static JOB_STATE: NativeType = NativeType::enumeration("System.Management.Automation.JobState", &[("NotStarted", 0), ("Running", 1), ("Completed", 2), ("Failed", 3), ("Stopped", 4), ("Blocked", 5), ("Suspended", 6), ("Disconnected", 7), ("Suspending", 8), ("Stopping", 9), ("AtBreakpoint", 10)]);
pub static MODULE_TYPE: NativeType = NativeType::enumeration("System.Management.Automation.ModuleType", &[("Script", 0), ("Binary", 1), ("Manifest", 2), ("Cim", 3)]);
pub static WHERE_OPERATOR_SELECTION_MODE: NativeType = NativeType::enumeration("System.Management.Automation.WhereOperatorSelectionMode", &[("Default", 0), ("First", 1), ("Last", 2), ("SkipUntil", 3), ("Until", 4), ("Split", 5)]);
pub static SHOULD_PROCESS_REASON: NativeType = NativeType::flags("System.Management.Automation.ShouldProcessReason", &[("None", 0), ("WhatIf", 1)]);
pub static COPY_CONTAINERS: NativeType = NativeType::enumeration("System.Management.Automation.CopyContainers", &[("CopyTargetContainer", 0), ("CopyChildrenOfTargetContainer", 1)]);
pub static RETURN_CONTAINERS: NativeType = NativeType::enumeration("System.Management.Automation.ReturnContainers", &[("ReturnMatchingContainers", 0), ("ReturnAllContainers", 1)]);
pub static ROLLBACK_SEVERITY: NativeType = NativeType::enumeration("System.Management.Automation.RollbackSeverity", &[("Error", 0), ("TerminatingError", 1), ("Never", 2)]);
pub static SIGNATURE_STATUS: NativeType = NativeType::enumeration("System.Management.Automation.SignatureStatus", &[("Valid", 0), ("UnknownError", 1), ("NotSigned", 2), ("HashMismatch", 3), ("NotTrusted", 4), ("NotSupportedFileFormat", 5), ("Incompatible", 6)]);
pub static SIGNATURE_TYPE: NativeType = NativeType::enumeration("System.Management.Automation.SignatureType", &[("None", 0), ("Authenticode", 1), ("Catalog", 2)]);
pub static EXPERIMENT_ACTION: NativeType = NativeType::enumeration("System.Management.Automation.ExperimentAction", &[("None", 0), ("Hide", 1), ("Show", 2)]);
pub static OUTPUT_RENDERING: NativeType = NativeType::enumeration("System.Management.Automation.OutputRendering", &[("Host", 0), ("PlainText", 1), ("Ansi", 2)]);
pub static PROGRESS_VIEW: NativeType = NativeType::enumeration("System.Management.Automation.ProgressView", &[("Minimal", 0), ("Classic", 1)]);
pub static PROGRESS_RECORD_TYPE: NativeType = NativeType::enumeration("System.Management.Automation.ProgressRecordType", &[("Processing", 0), ("Completed", 1)]);
pub static PS_CREDENTIAL_TYPES: NativeType = NativeType::flags("System.Management.Automation.PSCredentialTypes", &[("Generic", 1), ("Domain", 2), ("Default", 3)]);
pub static PS_CREDENTIAL_UI_OPTIONS: NativeType = NativeType::flags("System.Management.Automation.PSCredentialUIOptions", &[("None", 0), ("Default", 1), ("ValidateUserNameSyntax", 1), ("AlwaysPrompt", 2), ("ReadOnlyUserName", 3)]);
pub static COMPLETION_RESULT_TYPE: NativeType = NativeType::enumeration("System.Management.Automation.CompletionResultType", &[("Text", 0), ("History", 1), ("Command", 2), ("ProviderItem", 3), ("ProviderContainer", 4), ("Property", 5), ("Method", 6), ("ParameterName", 7), ("ParameterValue", 8), ("Variable", 9), ("Namespace", 10), ("Type", 11), ("Keyword", 12), ("DynamicKeyword", 13)]);
pub static ALIGNMENT: NativeType = NativeType::enumeration("System.Management.Automation.Alignment", &[("Undefined", 0), ("Left", 1), ("Center", 2), ("Right", 3)]);
pub static MODULE_ACCESS_MODE: NativeType = NativeType::enumeration("System.Management.Automation.ModuleAccessMode", &[("ReadWrite", 0), ("ReadOnly", 1), ("Constant", 2)]);
pub static PROVIDER_CAPABILITIES: NativeType = NativeType::flags("System.Management.Automation.Provider.ProviderCapabilities", &[("None", 0), ("Include", 1), ("Exclude", 2), ("Filter", 4), ("ExpandWildcards", 8), ("ShouldProcess", 16), ("Credentials", 32), ("Transactions", 64)]);
pub static RUNSPACE_MODE: NativeType = NativeType::enumeration("System.Management.Automation.RunspaceMode", &[("CurrentRunspace", 0), ("NewRunspace", 1)]);
pub static CONTROL_KEY_STATES: NativeType = NativeType::flags("System.Management.Automation.Host.ControlKeyStates", &[("RightAltPressed", 1), ("LeftAltPressed", 2), ("RightCtrlPressed", 4), ("LeftCtrlPressed", 8), ("ShiftPressed", 16), ("NumLockOn", 32), ("ScrollLockOn", 64), ("CapsLockOn", 128), ("EnhancedKey", 256)]);
pub static PS_INVOCATION_STATE: NativeType = NativeType::enumeration("System.Management.Automation.PSInvocationState", &[("NotStarted", 0), ("Running", 1), ("Stopping", 2), ("Stopped", 3), ("Completed", 4), ("Failed", 5), ("Disconnected", 6)]);
pub static DEBUG_MODES: NativeType = NativeType::flags("System.Management.Automation.DebugModes", &[("None", 0), ("Default", 1), ("LocalScript", 2), ("RemoteScript", 4)]);
pub static COMMAND_ORIGIN: NativeType = NativeType::enumeration("System.Management.Automation.CommandOrigin", &[("Runspace", 0), ("Internal", 1)]);
pub static VALIDATE_RANGE_KIND: NativeType = NativeType::enumeration("System.Management.Automation.ValidateRangeKind", &[("Positive", 0), ("NonNegative", 1), ("Negative", 2), ("NonPositive", 3)]);
pub static TOKEN_KIND: NativeType = NativeType::enumeration("System.Management.Automation.Language.TokenKind", &[("Unknown", 0), ("Variable", 1), ("SplattedVariable", 2), ("Parameter", 3), ("Number", 4), ("Label", 5), ("Identifier", 6), ("Generic", 7), ("NewLine", 8), ("LineContinuation", 9), ("Comment", 10), ("EndOfInput", 11), ("StringLiteral", 12), ("StringExpandable", 13), ("HereStringLiteral", 14), ("HereStringExpandable", 15), ("LParen", 16), ("RParen", 17), ("LCurly", 18), ("RCurly", 19), ("LBracket", 20), ("RBracket", 21), ("AtParen", 22), ("AtCurly", 23), ("DollarParen", 24), ("Semi", 25), ("AndAnd", 26), ("OrOr", 27), ("Ampersand", 28), ("Pipe", 29), ("Comma", 30), ("MinusMinus", 31), ("PlusPlus", 32), ("DotDot", 33), ("ColonColon", 34), ("Dot", 35), ("Exclaim", 36), ("Multiply", 37), ("Divide", 38), ("Rem", 39), ("Plus", 40), ("Minus", 41), ("Equals", 42), ("PlusEquals", 43), ("MinusEquals", 44), ("MultiplyEquals", 45), ("DivideEquals", 46), ("RemainderEquals", 47), ("Redirection", 48), ("RedirectInStd", 49), ("Format", 50), ("Not", 51), ("Bnot", 52), ("And", 53), ("Or", 54), ("Xor", 55), ("Band", 56), ("Bor", 57), ("Bxor", 58), ("Join", 59), ("Ieq", 60), ("Ine", 61), ("Ige", 62), ("Igt", 63), ("Ilt", 64), ("Ile", 65), ("Ilike", 66), ("Inotlike", 67), ("Imatch", 68), ("Inotmatch", 69), ("Ireplace", 70), ("Icontains", 71), ("Inotcontains", 72), ("Iin", 73), ("Inotin", 74), ("Isplit", 75), ("Ceq", 76), ("Cne", 77), ("Cge", 78), ("Cgt", 79), ("Clt", 80), ("Cle", 81), ("Clike", 82), ("Cnotlike", 83), ("Cmatch", 84), ("Cnotmatch", 85), ("Creplace", 86), ("Ccontains", 87), ("Cnotcontains", 88), ("Cin", 89), ("Cnotin", 90), ("Csplit", 91), ("Is", 92), ("IsNot", 93), ("As", 94), ("PostfixPlusPlus", 95), ("PostfixMinusMinus", 96), ("Shl", 97), ("Shr", 98), ("Colon", 99), ("QuestionMark", 100), ("QuestionQuestionEquals", 101), ("QuestionQuestion", 102), ("QuestionDot", 103), ("QuestionLBracket", 104), ("Begin", 119), ("Break", 120), ("Catch", 121), ("Class", 122), ("Continue", 123), ("Data", 124), ("Define", 125), ("Do", 126), ("Dynamicparam", 127), ("Else", 128), ("ElseIf", 129), ("End", 130), ("Exit", 131), ("Filter", 132), ("Finally", 133), ("For", 134), ("Foreach", 135), ("From", 136), ("Function", 137), ("If", 138), ("In", 139), ("Param", 140), ("Process", 141), ("Return", 142), ("Switch", 143), ("Throw", 144), ("Trap", 145), ("Try", 146), ("Until", 147), ("Using", 148), ("Var", 149), ("While", 150), ("Workflow", 151), ("Parallel", 152), ("Sequence", 153), ("InlineScript", 154), ("Configuration", 155), ("DynamicKeyword", 156), ("Public", 157), ("Private", 158), ("Static", 159), ("Interface", 160), ("Enum", 161), ("Namespace", 162), ("Module", 163), ("Type", 164), ("Assembly", 165), ("Command", 166), ("Hidden", 167), ("Base", 168), ("Default", 169), ("Clean", 170)]);
pub static TOKEN_FLAGS: NativeType = NativeType::flags("System.Management.Automation.Language.TokenFlags", &[("None", 0), ("BinaryPrecedenceLogical", 1), ("BinaryPrecedenceBitwise", 2), ("BinaryPrecedenceComparison", 5), ("BinaryPrecedenceCoalesce", 7), ("BinaryPrecedenceAdd", 9), ("BinaryPrecedenceMultiply", 10), ("BinaryPrecedenceFormat", 12), ("BinaryPrecedenceRange", 13), ("BinaryPrecedenceMask", 15), ("Keyword", 16), ("ScriptBlockBlockName", 32), ("BinaryOperator", 256), ("UnaryOperator", 512), ("CaseSensitiveOperator", 1024), ("TernaryOperator", 2048), ("SpecialOperator", 4096), ("AssignmentOperator", 8192), ("ParseModeInvariant", 32768), ("TokenInError", 65536), ("DisallowedInRestrictedMode", 131072), ("PrefixOrPostfixOperator", 262144), ("CommandName", 524288), ("MemberName", 1048576), ("TypeName", 2097152), ("AttributeName", 4194304), ("CanConstantFold", 8388608), ("StatementDoesntSupportAttributes", 16777216)]);
pub static STRING_CONSTANT_TYPE: NativeType = NativeType::enumeration("System.Management.Automation.Language.StringConstantType", &[("SingleQuoted", 0), ("SingleQuotedHereString", 1), ("DoubleQuoted", 2), ("DoubleQuotedHereString", 3), ("BareWord", 4)]);
pub static POWER_SHELL_STREAM_TYPE: NativeType = NativeType::enumeration("System.Management.Automation.PowerShellStreamType", &[("Input", 0), ("Output", 1), ("Error", 2), ("Warning", 3), ("Verbose", 4), ("Debug", 5), ("Progress", 6), ("Information", 7)]);
pub static REMOTING_CAPABILITY: NativeType = NativeType::enumeration("System.Management.Automation.RemotingCapability", &[("None", 0), ("PowerShell", 1), ("SupportedByCommand", 2), ("OwnedByCommand", 3)]);
pub static RUNSPACE_STATE: NativeType = NativeType::enumeration("System.Management.Automation.Runspaces.RunspaceState", &[("BeforeOpen", 0), ("Opening", 1), ("Opened", 2), ("Closed", 3), ("Closing", 4), ("Broken", 5), ("Disconnecting", 6), ("Disconnected", 7), ("Connecting", 8)]);
pub static RUNSPACE_AVAILABILITY: NativeType = NativeType::enumeration("System.Management.Automation.Runspaces.RunspaceAvailability", &[("None", 0), ("Available", 1), ("AvailableForNestedCommand", 2), ("Busy", 3), ("RemoteDebug", 4)]);
pub static PS_THREAD_OPTIONS: NativeType = NativeType::enumeration("System.Management.Automation.Runspaces.PSThreadOptions", &[("Default", 0), ("UseNewThread", 1), ("ReuseThread", 2), ("UseCurrentThread", 3)]);
pub static PIPELINE_STATE: NativeType = NativeType::enumeration("System.Management.Automation.Runspaces.PipelineState", &[("NotStarted", 0), ("Running", 1), ("Stopping", 2), ("Stopped", 3), ("Completed", 4), ("Failed", 5), ("Disconnected", 6)]);
pub static PIPELINE_RESULT_TYPES: NativeType = NativeType::flags("System.Management.Automation.Runspaces.PipelineResultTypes", &[("None", 0), ("Output", 1), ("Error", 2), ("Warning", 3), ("Verbose", 4), ("Debug", 5), ("Information", 6), ("All", 7), ("Null", 8)]);
pub static EXECUTION_POLICY: NativeType = NativeType::enumeration("Microsoft.PowerShell.ExecutionPolicy", &[("Unrestricted", 0), ("RemoteSigned", 1), ("AllSigned", 2), ("Restricted", 3), ("Default", 3), ("Bypass", 4), ("Undefined", 5)]);
pub static EXECUTION_POLICY_SCOPE: NativeType = NativeType::enumeration("Microsoft.PowerShell.ExecutionPolicyScope", &[("Process", 0), ("CurrentUser", 1), ("LocalMachine", 2), ("UserPolicy", 3), ("MachinePolicy", 4)]);
pub static TEST_PATH_TYPE: NativeType = NativeType::enumeration("Microsoft.PowerShell.Commands.TestPathType", &[("Any", 0), ("Container", 1), ("Leaf", 2)]);
pub static WEB_REQUEST_METHOD: NativeType = NativeType::enumeration("Microsoft.PowerShell.Commands.WebRequestMethod", &[("Default", 0), ("Get", 1), ("Head", 2), ("Post", 3), ("Put", 4), ("Delete", 5), ("Trace", 6), ("Options", 7), ("Merge", 8), ("Patch", 9)]);
pub static TEXT_ENCODING_TYPE: NativeType = NativeType::enumeration("Microsoft.PowerShell.Commands.TextEncodingType", &[("Unknown", 0), ("String", 1), ("Unicode", 2), ("Byte", 3), ("BigEndianUnicode", 4), ("BigEndianUTF32", 5), ("Utf8", 6), ("Utf7", 7), ("Ascii", 8)]);
pub static OPEN_MODE: NativeType = NativeType::enumeration("Microsoft.PowerShell.Commands.OpenMode", &[("Add", 0), ("New", 1), ("Overwrite", 2)]);
pub static DISPLAY_HINT_TYPE: NativeType = NativeType::enumeration("Microsoft.PowerShell.Commands.DisplayHintType", &[("Date", 0), ("Time", 1), ("DateTime", 2)]);
pub static EXPORT_ALIAS_FORMAT: NativeType = NativeType::enumeration("Microsoft.PowerShell.Commands.ExportAliasFormat", &[("Csv", 0), ("Script", 1)]);
pub static WEB_AUTHENTICATION_TYPE: NativeType = NativeType::enumeration("Microsoft.PowerShell.Commands.WebAuthenticationType", &[("None", 0), ("Basic", 1), ("Bearer", 2), ("OAuth", 3)]);
pub static WEB_SSL_PROTOCOL: NativeType = NativeType::flags("Microsoft.PowerShell.Commands.WebSslProtocol", &[("Default", 0), ("Tls", 3072), ("Tls11", 3072), ("Tls12", 3072), ("Tls13", 12288)]);

/// All enums.
pub(super) static ALL: &[&NativeType] = &[
    &DAY_OF_WEEK,
    &STRING_COMPARISON,
    &STRING_SPLIT_OPTIONS,
    &DATE_TIME_KIND,
    &MIDPOINT_ROUNDING,
    &CONSOLE_COLOR,
    &TYPE_CODE,
    &PLATFORM_ID,
    &BASE64_FORMATTING_OPTIONS,
    &URI_KIND,
    &URI_FORMAT,
    &URI_COMPONENTS,
    &URI_PARTIAL,
    &URI_HOST_NAME_TYPE,
    &GC_COLLECTION_MODE,
    &ENVIRONMENT_VARIABLE_TARGET,
    &ATTRIBUTE_TARGETS,
    &CONSOLE_KEY,
    &CONSOLE_MODIFIERS,
    &LOADER_OPTIMIZATION,
    &SPECIAL_FOLDER,
    &SPECIAL_FOLDER_OPTION,
    &FILE_ATTRIBUTES,
    &FILE_MODE,
    &FILE_ACCESS,
    &FILE_SHARE,
    &FILE_OPTIONS,
    &SEARCH_OPTION,
    &SEEK_ORIGIN,
    &DRIVE_TYPE,
    &UNIX_FILE_MODE,
    &MATCH_TYPE,
    &MATCH_CASING,
    &HANDLE_INHERITABILITY,
    &NORMALIZATION_FORM,
    &REGEX_OPTIONS,
    &NUMBER_STYLES,
    &DATE_TIME_STYLES,
    &TIME_SPAN_STYLES,
    &CULTURE_TYPES,
    &COMPARE_OPTIONS,
    &UNICODE_CATEGORY,
    &CALENDAR_WEEK_RULE,
    &DIGIT_SHAPES,
    &CALENDAR_ALGORITHM_TYPE,
    &GREGORIAN_CALENDAR_TYPES,
    &HTTP_STATUS_CODE,
    &SECURITY_PROTOCOL_TYPE,
    &ADDRESS_FAMILY,
    &PROTOCOL_TYPE,
    &SOCKET_TYPE,
    &IP_STATUS,
    &BINDING_FLAGS,
    &MEMBER_TYPES,
    &METHOD_ATTRIBUTES,
    &FIELD_ATTRIBUTES,
    &TYPE_ATTRIBUTES,
    &LIST_SORT_DIRECTION,
    &PROCESS_WINDOW_STYLE,
    &PROCESS_PRIORITY_CLASS,
    &DEBUGGER_BROWSABLE_STATE,
    &THREAD_STATE,
    &THREAD_PRIORITY,
    &APARTMENT_STATE,
    &TASK_STATUS,
    &ARCHITECTURE,
    &CIPHER_MODE,
    &PADDING_MODE,
    &FILE_SYSTEM_RIGHTS,
    &ACCESS_CONTROL_TYPE,
    &XML_NODE_TYPE,
    &FORMATTING,
    &CONFORMANCE_LEVEL,
    &DB_TYPE,
    &SQL_DB_TYPE,
    &SERVICE_CONTROLLER_STATUS,
    &SERVICE_START_MODE,
    &NOTIFY_COLLECTION_CHANGED_ACTION,
    &MAIL_PRIORITY,
    &ERROR_CATEGORY,
    &ACTION_PREFERENCE,
    &CONFIRM_IMPACT,
    &COMMAND_TYPES,
    &PS_MEMBER_TYPES,
    &PS_MEMBER_VIEW_TYPES,
    &SCOPED_ITEM_OPTIONS,
    &SESSION_STATE_ENTRY_VISIBILITY,
    &WILDCARD_OPTIONS,
    &SPLIT_OPTIONS,
    &PS_LANGUAGE_MODE,
    &PS_TOKEN_TYPE,
    &VARIABLE_ACCESS_MODE,
    &JOB_STATE,
    &MODULE_TYPE,
    &WHERE_OPERATOR_SELECTION_MODE,
    &SHOULD_PROCESS_REASON,
    &COPY_CONTAINERS,
    &RETURN_CONTAINERS,
    &ROLLBACK_SEVERITY,
    &SIGNATURE_STATUS,
    &SIGNATURE_TYPE,
    &EXPERIMENT_ACTION,
    &OUTPUT_RENDERING,
    &PROGRESS_VIEW,
    &PROGRESS_RECORD_TYPE,
    &PS_CREDENTIAL_TYPES,
    &PS_CREDENTIAL_UI_OPTIONS,
    &COMPLETION_RESULT_TYPE,
    &ALIGNMENT,
    &MODULE_ACCESS_MODE,
    &PROVIDER_CAPABILITIES,
    &RUNSPACE_MODE,
    &CONTROL_KEY_STATES,
    &PS_INVOCATION_STATE,
    &DEBUG_MODES,
    &COMMAND_ORIGIN,
    &VALIDATE_RANGE_KIND,
    &TOKEN_KIND,
    &TOKEN_FLAGS,
    &STRING_CONSTANT_TYPE,
    &POWER_SHELL_STREAM_TYPE,
    &REMOTING_CAPABILITY,
    &RUNSPACE_STATE,
    &RUNSPACE_AVAILABILITY,
    &PS_THREAD_OPTIONS,
    &PIPELINE_STATE,
    &PIPELINE_RESULT_TYPES,
    &EXECUTION_POLICY,
    &EXECUTION_POLICY_SCOPE,
    &TEST_PATH_TYPE,
    &WEB_REQUEST_METHOD,
    &TEXT_ENCODING_TYPE,
    &OPEN_MODE,
    &DISPLAY_HINT_TYPE,
    &EXPORT_ALIAS_FORMAT,
    &WEB_AUTHENTICATION_TYPE,
    &WEB_SSL_PROTOCOL,
];
