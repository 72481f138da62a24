//! The exception classes, beside those that the language itself raises.

use crate::value::NativeType;
use crate::value::error::*;
pub use crate::value::error::{
    OUT_OF_MEMORY_EXCEPTION, PARSE_EXCEPTION, REGEX_MATCH_TIMEOUT_EXCEPTION, REGEX_PARSE_EXCEPTION, TIMEOUT_EXCEPTION,
    WILDCARD_PATTERN_EXCEPTION,
};
use crate::value::types::EXCEPTION;

pub static HELP_CATEGORY_INVALID_EXCEPTION: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.HelpCategoryInvalidException", &ARGUMENT_EXCEPTION);
pub static HELP_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.HelpNotFoundException", &SYSTEM_EXCEPTION);
pub static HTTP_RESPONSE_EXCEPTION: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.HttpResponseException", &HTTP_REQUEST_EXCEPTION);
pub static PROCESS_COMMAND_EXCEPTION: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.ProcessCommandException", &SYSTEM_EXCEPTION);
pub static SERVICE_COMMAND_EXCEPTION: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.ServiceCommandException", &SYSTEM_EXCEPTION);
pub static WRITE_ERROR_EXCEPTION: NativeType =
    NativeType::class("Microsoft.PowerShell.Commands.WriteErrorException", &SYSTEM_EXCEPTION);
pub static ACCESS_VIOLATION_EXCEPTION: NativeType =
    NativeType::class("System.AccessViolationException", &SYSTEM_EXCEPTION);
pub static AGGREGATE_EXCEPTION: NativeType = NativeType::class("System.AggregateException", &EXCEPTION);
pub static APP_DOMAIN_UNLOADED_EXCEPTION: NativeType =
    NativeType::class("System.AppDomainUnloadedException", &SYSTEM_EXCEPTION);
pub static APPLICATION_EXCEPTION: NativeType = NativeType::class("System.ApplicationException", &EXCEPTION);
pub static ARRAY_TYPE_MISMATCH_EXCEPTION: NativeType =
    NativeType::class("System.ArrayTypeMismatchException", &SYSTEM_EXCEPTION);
pub static BAD_IMAGE_FORMAT_EXCEPTION: NativeType =
    NativeType::class("System.BadImageFormatException", &SYSTEM_EXCEPTION);
pub static CANNOT_UNLOAD_APP_DOMAIN_EXCEPTION: NativeType =
    NativeType::class("System.CannotUnloadAppDomainException", &SYSTEM_EXCEPTION);
pub static KEY_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.Collections.Generic.KeyNotFoundException", &SYSTEM_EXCEPTION);
pub static INVALID_ASYNCHRONOUS_STATE_EXCEPTION: NativeType =
    NativeType::class("System.ComponentModel.InvalidAsynchronousStateException", &ARGUMENT_EXCEPTION);
pub static INVALID_ENUM_ARGUMENT_EXCEPTION: NativeType =
    NativeType::class("System.ComponentModel.InvalidEnumArgumentException", &ARGUMENT_EXCEPTION);
pub static LICENSE_EXCEPTION: NativeType =
    NativeType::class("System.ComponentModel.LicenseException", &SYSTEM_EXCEPTION);
pub static WARNING_EXCEPTION: NativeType =
    NativeType::class("System.ComponentModel.WarningException", &SYSTEM_EXCEPTION);
pub static WIN32_EXCEPTION: NativeType = NativeType::class("System.ComponentModel.Win32Exception", &EXTERNAL_EXCEPTION);
pub static CONTEXT_MARSHAL_EXCEPTION: NativeType =
    NativeType::class("System.ContextMarshalException", &SYSTEM_EXCEPTION);
pub static DATA_MISALIGNED_EXCEPTION: NativeType =
    NativeType::class("System.DataMisalignedException", &SYSTEM_EXCEPTION);
pub static UNREACHABLE_EXCEPTION: NativeType = NativeType::class("System.Diagnostics.UnreachableException", &EXCEPTION);
pub static DLL_NOT_FOUND_EXCEPTION: NativeType = NativeType::class("System.DllNotFoundException", &TYPE_LOAD_EXCEPTION);
pub static DUPLICATE_WAIT_OBJECT_EXCEPTION: NativeType =
    NativeType::class("System.DuplicateWaitObjectException", &ARGUMENT_EXCEPTION);
pub static ENTRY_POINT_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.EntryPointNotFoundException", &TYPE_LOAD_EXCEPTION);
pub static EXECUTION_ENGINE_EXCEPTION: NativeType =
    NativeType::class("System.ExecutionEngineException", &SYSTEM_EXCEPTION);
pub static FIELD_ACCESS_EXCEPTION: NativeType =
    NativeType::class("System.FieldAccessException", &MEMBER_ACCESS_EXCEPTION);
pub static CULTURE_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.Globalization.CultureNotFoundException", &ARGUMENT_EXCEPTION);
pub static DIRECTORY_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.IO.DirectoryNotFoundException", &IO_EXCEPTION);
pub static DRIVE_NOT_FOUND_EXCEPTION: NativeType = NativeType::class("System.IO.DriveNotFoundException", &IO_EXCEPTION);
pub static END_OF_STREAM_EXCEPTION: NativeType = NativeType::class("System.IO.EndOfStreamException", &IO_EXCEPTION);
pub static FILE_LOAD_EXCEPTION: NativeType = NativeType::class("System.IO.FileLoadException", &IO_EXCEPTION);
pub static FILE_NOT_FOUND_EXCEPTION: NativeType = NativeType::class("System.IO.FileNotFoundException", &IO_EXCEPTION);
pub static IO_EXCEPTION: NativeType = NativeType::class("System.IO.IOException", &SYSTEM_EXCEPTION);
pub static INVALID_DATA_EXCEPTION: NativeType = NativeType::class("System.IO.InvalidDataException", &SYSTEM_EXCEPTION);
pub static PATH_TOO_LONG_EXCEPTION: NativeType = NativeType::class("System.IO.PathTooLongException", &IO_EXCEPTION);
pub static INSUFFICIENT_EXECUTION_STACK_EXCEPTION: NativeType =
    NativeType::class("System.InsufficientExecutionStackException", &SYSTEM_EXCEPTION);
pub static INSUFFICIENT_MEMORY_EXCEPTION: NativeType =
    NativeType::class("System.InsufficientMemoryException", &OUT_OF_MEMORY_EXCEPTION);
pub static INVALID_PROGRAM_EXCEPTION: NativeType =
    NativeType::class("System.InvalidProgramException", &SYSTEM_EXCEPTION);
pub static INVALID_TIME_ZONE_EXCEPTION: NativeType = NativeType::class("System.InvalidTimeZoneException", &EXCEPTION);
pub static ACTION_PREFERENCE_STOP_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ActionPreferenceStopException", &RUNTIME_EXCEPTION);
pub static APPLICATION_FAILED_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ApplicationFailedException", &RUNTIME_EXCEPTION);
pub static ARGUMENT_TRANSFORMATION_METADATA_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ArgumentTransformationMetadataException", &METADATA_EXCEPTION);
pub static BREAK_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.BreakException", &LOOP_FLOW_EXCEPTION);
pub static CMDLET_INVOCATION_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.CmdletInvocationException", &RUNTIME_EXCEPTION);
pub static CMDLET_PROVIDER_INVOCATION_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.CmdletProviderInvocationException", &CMDLET_INVOCATION_EXCEPTION);
pub static COMMAND_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.CommandNotFoundException", &RUNTIME_EXCEPTION);
pub static CONTINUE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ContinueException", &LOOP_FLOW_EXCEPTION);
pub static SESSION_DRIVE_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.DriveNotFoundException", &SESSION_STATE_EXCEPTION);
pub static EXIT_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ExitException", &FLOW_CONTROL_EXCEPTION);
pub static FLOW_CONTROL_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.FlowControlException", &SYSTEM_EXCEPTION);
pub static GET_VALUE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.GetValueException", &EXTENDED_TYPE_SYSTEM_EXCEPTION);
pub static GET_VALUE_INVOCATION_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.GetValueInvocationException", &GET_VALUE_EXCEPTION);
pub static HALT_COMMAND_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.HaltCommandException", &SYSTEM_EXCEPTION);
pub static HOST_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.Host.HostException", &RUNTIME_EXCEPTION);
pub static PROMPTING_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.Host.PromptingException", &HOST_EXCEPTION);
pub static INCOMPLETE_PARSE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.IncompleteParseException", &PARSE_EXCEPTION);
pub static INVALID_JOB_STATE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.InvalidJobStateException", &SYSTEM_EXCEPTION);
pub static INVALID_POWER_SHELL_STATE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.InvalidPowerShellStateException", &SYSTEM_EXCEPTION);
pub static ITEM_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ItemNotFoundException", &SESSION_STATE_EXCEPTION);
pub static JOB_FAILED_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.JobFailedException", &SYSTEM_EXCEPTION);
pub static LOOP_FLOW_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.LoopFlowException", &FLOW_CONTROL_EXCEPTION);
pub static METADATA_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.MetadataException", &RUNTIME_EXCEPTION);
pub static NATIVE_COMMAND_EXIT_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.NativeCommandExitException", &RUNTIME_EXCEPTION);
pub static PS_ARGUMENT_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PSArgumentException", &ARGUMENT_EXCEPTION);
pub static PS_ARGUMENT_NULL_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PSArgumentNullException", &ARGUMENT_NULL_EXCEPTION);
pub static PS_ARGUMENT_OUT_OF_RANGE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PSArgumentOutOfRangeException", &ARGUMENT_OUT_OF_RANGE_EXCEPTION);
pub static PS_INVALID_OPERATION_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PSInvalidOperationException", &INVALID_OPERATION_EXCEPTION);
pub static PS_NOT_IMPLEMENTED_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PSNotImplementedException", &NOT_IMPLEMENTED_EXCEPTION);
pub static PS_NOT_SUPPORTED_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PSNotSupportedException", &NOT_SUPPORTED_EXCEPTION);
pub static PS_OBJECT_DISPOSED_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PSObjectDisposedException", &OBJECT_DISPOSED_EXCEPTION);
pub static PS_SECURITY_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PSSecurityException", &RUNTIME_EXCEPTION);
pub static PARAMETER_BINDING_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ParameterBindingException", &RUNTIME_EXCEPTION);
pub static PARENT_CONTAINS_ERROR_RECORD_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ParentContainsErrorRecordException", &SYSTEM_EXCEPTION);
pub static PARSING_METADATA_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ParsingMetadataException", &METADATA_EXCEPTION);
pub static PIPELINE_CLOSED_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PipelineClosedException", &RUNTIME_EXCEPTION);
pub static PIPELINE_DEPTH_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PipelineDepthException", &SYSTEM_EXCEPTION);
pub static PIPELINE_STOPPED_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PipelineStoppedException", &RUNTIME_EXCEPTION);
pub static PROPERTY_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.PropertyNotFoundException", &EXTENDED_TYPE_SYSTEM_EXCEPTION);
pub static PROVIDER_INVOCATION_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ProviderInvocationException", &RUNTIME_EXCEPTION);
pub static PROVIDER_NAME_AMBIGUOUS_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ProviderNameAmbiguousException", &PROVIDER_NOT_FOUND_EXCEPTION);
pub static PROVIDER_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ProviderNotFoundException", &SESSION_STATE_EXCEPTION);
pub static REDIRECTED_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.RedirectedException", &RUNTIME_EXCEPTION);
pub static REMOTE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.RemoteException", &RUNTIME_EXCEPTION);
pub static SCRIPT_BLOCK_TO_POWER_SHELL_NOT_SUPPORTED_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ScriptBlockToPowerShellNotSupportedException", &RUNTIME_EXCEPTION);
pub static SCRIPT_CALL_DEPTH_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ScriptCallDepthException", &SYSTEM_EXCEPTION);
pub static SCRIPT_REQUIRES_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ScriptRequiresException", &RUNTIME_EXCEPTION);
pub static SESSION_STATE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.SessionStateException", &RUNTIME_EXCEPTION);
pub static SESSION_STATE_UNAUTHORIZED_ACCESS_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.SessionStateUnauthorizedAccessException", &SESSION_STATE_EXCEPTION);
pub static SET_VALUE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.SetValueException", &EXTENDED_TYPE_SYSTEM_EXCEPTION);
pub static SET_VALUE_INVOCATION_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.SetValueInvocationException", &SET_VALUE_EXCEPTION);
pub static TERMINATE_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.TerminateException", &FLOW_CONTROL_EXCEPTION);
pub static VALIDATION_METADATA_EXCEPTION: NativeType =
    NativeType::class("System.Management.Automation.ValidationMetadataException", &METADATA_EXCEPTION);
pub static MEMBER_ACCESS_EXCEPTION: NativeType = NativeType::class("System.MemberAccessException", &SYSTEM_EXCEPTION);
pub static METHOD_ACCESS_EXCEPTION: NativeType =
    NativeType::class("System.MethodAccessException", &MEMBER_ACCESS_EXCEPTION);
pub static MISSING_FIELD_EXCEPTION: NativeType =
    NativeType::class("System.MissingFieldException", &MISSING_MEMBER_EXCEPTION);
pub static MISSING_MEMBER_EXCEPTION: NativeType =
    NativeType::class("System.MissingMemberException", &MEMBER_ACCESS_EXCEPTION);
pub static MISSING_METHOD_EXCEPTION: NativeType =
    NativeType::class("System.MissingMethodException", &MISSING_MEMBER_EXCEPTION);
pub static MULTICAST_NOT_SUPPORTED_EXCEPTION: NativeType =
    NativeType::class("System.MulticastNotSupportedException", &SYSTEM_EXCEPTION);
pub static COOKIE_EXCEPTION: NativeType = NativeType::class("System.Net.CookieException", &FORMAT_EXCEPTION);
pub static HTTP_IO_EXCEPTION: NativeType = NativeType::class("System.Net.Http.HttpIOException", &IO_EXCEPTION);
pub static HTTP_PROTOCOL_EXCEPTION: NativeType =
    NativeType::class("System.Net.Http.HttpProtocolException", &HTTP_IO_EXCEPTION);
pub static HTTP_REQUEST_EXCEPTION: NativeType = NativeType::class("System.Net.Http.HttpRequestException", &EXCEPTION);
pub static SOCKET_EXCEPTION: NativeType = NativeType::class("System.Net.Sockets.SocketException", &WIN32_EXCEPTION);
pub static NOT_FINITE_NUMBER_EXCEPTION: NativeType =
    NativeType::class("System.NotFiniteNumberException", &ARITHMETIC_EXCEPTION);
pub static NOT_IMPLEMENTED_EXCEPTION: NativeType =
    NativeType::class("System.NotImplementedException", &SYSTEM_EXCEPTION);
pub static NULL_REFERENCE_EXCEPTION: NativeType = NativeType::class("System.NullReferenceException", &SYSTEM_EXCEPTION);
pub static OBJECT_DISPOSED_EXCEPTION: NativeType =
    NativeType::class("System.ObjectDisposedException", &INVALID_OPERATION_EXCEPTION);
pub static OPERATION_CANCELED_EXCEPTION: NativeType =
    NativeType::class("System.OperationCanceledException", &SYSTEM_EXCEPTION);
pub static PLATFORM_NOT_SUPPORTED_EXCEPTION: NativeType =
    NativeType::class("System.PlatformNotSupportedException", &NOT_SUPPORTED_EXCEPTION);
pub static RANK_EXCEPTION: NativeType = NativeType::class("System.RankException", &SYSTEM_EXCEPTION);
pub static AMBIGUOUS_MATCH_EXCEPTION: NativeType =
    NativeType::class("System.Reflection.AmbiguousMatchException", &SYSTEM_EXCEPTION);
pub static CUSTOM_ATTRIBUTE_FORMAT_EXCEPTION: NativeType =
    NativeType::class("System.Reflection.CustomAttributeFormatException", &FORMAT_EXCEPTION);
pub static INVALID_FILTER_CRITERIA_EXCEPTION: NativeType =
    NativeType::class("System.Reflection.InvalidFilterCriteriaException", &APPLICATION_EXCEPTION);
pub static REFLECTION_TYPE_LOAD_EXCEPTION: NativeType =
    NativeType::class("System.Reflection.ReflectionTypeLoadException", &SYSTEM_EXCEPTION);
pub static TARGET_EXCEPTION: NativeType =
    NativeType::class("System.Reflection.TargetException", &APPLICATION_EXCEPTION);
pub static TARGET_INVOCATION_EXCEPTION: NativeType =
    NativeType::class("System.Reflection.TargetInvocationException", &APPLICATION_EXCEPTION);
pub static TARGET_PARAMETER_COUNT_EXCEPTION: NativeType =
    NativeType::class("System.Reflection.TargetParameterCountException", &APPLICATION_EXCEPTION);
pub static MISSING_MANIFEST_RESOURCE_EXCEPTION: NativeType =
    NativeType::class("System.Resources.MissingManifestResourceException", &SYSTEM_EXCEPTION);
pub static MISSING_SATELLITE_ASSEMBLY_EXCEPTION: NativeType =
    NativeType::class("System.Resources.MissingSatelliteAssemblyException", &SYSTEM_EXCEPTION);
pub static COM_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.InteropServices.COMException", &EXTERNAL_EXCEPTION);
pub static EXTERNAL_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.InteropServices.ExternalException", &SYSTEM_EXCEPTION);
pub static INVALID_COM_OBJECT_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.InteropServices.InvalidComObjectException", &SYSTEM_EXCEPTION);
pub static INVALID_OLE_VARIANT_TYPE_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.InteropServices.InvalidOleVariantTypeException", &SYSTEM_EXCEPTION);
pub static MARSHAL_DIRECTIVE_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.InteropServices.MarshalDirectiveException", &SYSTEM_EXCEPTION);
pub static SEH_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.InteropServices.SEHException", &EXTERNAL_EXCEPTION);
pub static SAFE_ARRAY_RANK_MISMATCH_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.InteropServices.SafeArrayRankMismatchException", &SYSTEM_EXCEPTION);
pub static SAFE_ARRAY_TYPE_MISMATCH_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.InteropServices.SafeArrayTypeMismatchException", &SYSTEM_EXCEPTION);
pub static INVALID_DATA_CONTRACT_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.Serialization.InvalidDataContractException", &EXCEPTION);
pub static SERIALIZATION_EXCEPTION: NativeType =
    NativeType::class("System.Runtime.Serialization.SerializationException", &SYSTEM_EXCEPTION);
pub static AUTHENTICATION_TAG_MISMATCH_EXCEPTION: NativeType =
    NativeType::class("System.Security.Cryptography.AuthenticationTagMismatchException", &CRYPTOGRAPHIC_EXCEPTION);
pub static CRYPTOGRAPHIC_EXCEPTION: NativeType =
    NativeType::class("System.Security.Cryptography.CryptographicException", &SYSTEM_EXCEPTION);
pub static CRYPTOGRAPHIC_UNEXPECTED_OPERATION_EXCEPTION: NativeType = NativeType::class(
    "System.Security.Cryptography.CryptographicUnexpectedOperationException",
    &CRYPTOGRAPHIC_EXCEPTION,
);
pub static SECURITY_EXCEPTION: NativeType = NativeType::class("System.Security.SecurityException", &SYSTEM_EXCEPTION);
pub static VERIFICATION_EXCEPTION: NativeType =
    NativeType::class("System.Security.VerificationException", &SYSTEM_EXCEPTION);
pub static STACK_OVERFLOW_EXCEPTION: NativeType = NativeType::class("System.StackOverflowException", &SYSTEM_EXCEPTION);
pub static DECODER_FALLBACK_EXCEPTION: NativeType =
    NativeType::class("System.Text.DecoderFallbackException", &ARGUMENT_EXCEPTION);
pub static ENCODER_FALLBACK_EXCEPTION: NativeType =
    NativeType::class("System.Text.EncoderFallbackException", &ARGUMENT_EXCEPTION);
pub static JSON_EXCEPTION: NativeType = NativeType::class("System.Text.Json.JsonException", &EXCEPTION);
pub static ABANDONED_MUTEX_EXCEPTION: NativeType =
    NativeType::class("System.Threading.AbandonedMutexException", &SYSTEM_EXCEPTION);
pub static BARRIER_POST_PHASE_EXCEPTION: NativeType =
    NativeType::class("System.Threading.BarrierPostPhaseException", &EXCEPTION);
pub static LOCK_RECURSION_EXCEPTION: NativeType =
    NativeType::class("System.Threading.LockRecursionException", &EXCEPTION);
pub static SEMAPHORE_FULL_EXCEPTION: NativeType =
    NativeType::class("System.Threading.SemaphoreFullException", &SYSTEM_EXCEPTION);
pub static SYNCHRONIZATION_LOCK_EXCEPTION: NativeType =
    NativeType::class("System.Threading.SynchronizationLockException", &SYSTEM_EXCEPTION);
pub static TASK_CANCELED_EXCEPTION: NativeType =
    NativeType::class("System.Threading.Tasks.TaskCanceledException", &OPERATION_CANCELED_EXCEPTION);
pub static TASK_SCHEDULER_EXCEPTION: NativeType =
    NativeType::class("System.Threading.Tasks.TaskSchedulerException", &EXCEPTION);
pub static THREAD_ABORT_EXCEPTION: NativeType =
    NativeType::class("System.Threading.ThreadAbortException", &SYSTEM_EXCEPTION);
pub static THREAD_INTERRUPTED_EXCEPTION: NativeType =
    NativeType::class("System.Threading.ThreadInterruptedException", &SYSTEM_EXCEPTION);
pub static THREAD_START_EXCEPTION: NativeType =
    NativeType::class("System.Threading.ThreadStartException", &SYSTEM_EXCEPTION);
pub static THREAD_STATE_EXCEPTION: NativeType =
    NativeType::class("System.Threading.ThreadStateException", &SYSTEM_EXCEPTION);
pub static WAIT_HANDLE_CANNOT_BE_OPENED_EXCEPTION: NativeType =
    NativeType::class("System.Threading.WaitHandleCannotBeOpenedException", &APPLICATION_EXCEPTION);
pub static TIME_ZONE_NOT_FOUND_EXCEPTION: NativeType =
    NativeType::class("System.TimeZoneNotFoundException", &EXCEPTION);
pub static TYPE_ACCESS_EXCEPTION: NativeType = NativeType::class("System.TypeAccessException", &TYPE_LOAD_EXCEPTION);
pub static TYPE_INITIALIZATION_EXCEPTION: NativeType =
    NativeType::class("System.TypeInitializationException", &SYSTEM_EXCEPTION);
pub static TYPE_LOAD_EXCEPTION: NativeType = NativeType::class("System.TypeLoadException", &SYSTEM_EXCEPTION);
pub static TYPE_UNLOADED_EXCEPTION: NativeType = NativeType::class("System.TypeUnloadedException", &SYSTEM_EXCEPTION);
pub static UNAUTHORIZED_ACCESS_EXCEPTION: NativeType =
    NativeType::class("System.UnauthorizedAccessException", &SYSTEM_EXCEPTION);
pub static URI_FORMAT_EXCEPTION: NativeType = NativeType::class("System.UriFormatException", &FORMAT_EXCEPTION);
pub static XML_EXCEPTION: NativeType = NativeType::class("System.Xml.XmlException", &SYSTEM_EXCEPTION);

/// All exception classes by name.
pub(super) static ALL: &[&NativeType] = &[
    &HELP_CATEGORY_INVALID_EXCEPTION,
    &HELP_NOT_FOUND_EXCEPTION,
    &HTTP_RESPONSE_EXCEPTION,
    &PROCESS_COMMAND_EXCEPTION,
    &SERVICE_COMMAND_EXCEPTION,
    &WRITE_ERROR_EXCEPTION,
    &ACCESS_VIOLATION_EXCEPTION,
    &AGGREGATE_EXCEPTION,
    &APP_DOMAIN_UNLOADED_EXCEPTION,
    &APPLICATION_EXCEPTION,
    &ARGUMENT_EXCEPTION,
    &ARGUMENT_NULL_EXCEPTION,
    &ARGUMENT_OUT_OF_RANGE_EXCEPTION,
    &ARITHMETIC_EXCEPTION,
    &ARRAY_TYPE_MISMATCH_EXCEPTION,
    &BAD_IMAGE_FORMAT_EXCEPTION,
    &CANNOT_UNLOAD_APP_DOMAIN_EXCEPTION,
    &KEY_NOT_FOUND_EXCEPTION,
    &INVALID_ASYNCHRONOUS_STATE_EXCEPTION,
    &INVALID_ENUM_ARGUMENT_EXCEPTION,
    &LICENSE_EXCEPTION,
    &WARNING_EXCEPTION,
    &WIN32_EXCEPTION,
    &CONTEXT_MARSHAL_EXCEPTION,
    &DATA_MISALIGNED_EXCEPTION,
    &UNREACHABLE_EXCEPTION,
    &DIVIDE_BY_ZERO_EXCEPTION,
    &DLL_NOT_FOUND_EXCEPTION,
    &DUPLICATE_WAIT_OBJECT_EXCEPTION,
    &ENTRY_POINT_NOT_FOUND_EXCEPTION,
    &EXCEPTION,
    &EXECUTION_ENGINE_EXCEPTION,
    &FIELD_ACCESS_EXCEPTION,
    &FORMAT_EXCEPTION,
    &CULTURE_NOT_FOUND_EXCEPTION,
    &DIRECTORY_NOT_FOUND_EXCEPTION,
    &DRIVE_NOT_FOUND_EXCEPTION,
    &END_OF_STREAM_EXCEPTION,
    &FILE_LOAD_EXCEPTION,
    &FILE_NOT_FOUND_EXCEPTION,
    &IO_EXCEPTION,
    &INVALID_DATA_EXCEPTION,
    &PATH_TOO_LONG_EXCEPTION,
    &INDEX_OUT_OF_RANGE_EXCEPTION,
    &INSUFFICIENT_EXECUTION_STACK_EXCEPTION,
    &INSUFFICIENT_MEMORY_EXCEPTION,
    &INVALID_CAST_EXCEPTION,
    &INVALID_OPERATION_EXCEPTION,
    &INVALID_PROGRAM_EXCEPTION,
    &INVALID_TIME_ZONE_EXCEPTION,
    &ACTION_PREFERENCE_STOP_EXCEPTION,
    &APPLICATION_FAILED_EXCEPTION,
    &ARGUMENT_TRANSFORMATION_METADATA_EXCEPTION,
    &BREAK_EXCEPTION,
    &CMDLET_INVOCATION_EXCEPTION,
    &CMDLET_PROVIDER_INVOCATION_EXCEPTION,
    &COMMAND_NOT_FOUND_EXCEPTION,
    &CONTINUE_EXCEPTION,
    &SESSION_DRIVE_NOT_FOUND_EXCEPTION,
    &EXIT_EXCEPTION,
    &EXTENDED_TYPE_SYSTEM_EXCEPTION,
    &FLOW_CONTROL_EXCEPTION,
    &GET_VALUE_EXCEPTION,
    &GET_VALUE_INVOCATION_EXCEPTION,
    &HALT_COMMAND_EXCEPTION,
    &HOST_EXCEPTION,
    &PROMPTING_EXCEPTION,
    &INCOMPLETE_PARSE_EXCEPTION,
    &INVALID_JOB_STATE_EXCEPTION,
    &INVALID_POWER_SHELL_STATE_EXCEPTION,
    &ITEM_NOT_FOUND_EXCEPTION,
    &JOB_FAILED_EXCEPTION,
    &LOOP_FLOW_EXCEPTION,
    &METADATA_EXCEPTION,
    &METHOD_EXCEPTION,
    &METHOD_INVOCATION_EXCEPTION,
    &NATIVE_COMMAND_EXIT_EXCEPTION,
    &PS_ARGUMENT_EXCEPTION,
    &PS_ARGUMENT_NULL_EXCEPTION,
    &PS_ARGUMENT_OUT_OF_RANGE_EXCEPTION,
    &PS_INVALID_CAST_EXCEPTION,
    &PS_INVALID_OPERATION_EXCEPTION,
    &PS_NOT_IMPLEMENTED_EXCEPTION,
    &PS_NOT_SUPPORTED_EXCEPTION,
    &PS_OBJECT_DISPOSED_EXCEPTION,
    &PS_SECURITY_EXCEPTION,
    &PARAMETER_BINDING_EXCEPTION,
    &PARENT_CONTAINS_ERROR_RECORD_EXCEPTION,
    &PARSE_EXCEPTION,
    &PARSING_METADATA_EXCEPTION,
    &PIPELINE_CLOSED_EXCEPTION,
    &PIPELINE_DEPTH_EXCEPTION,
    &PIPELINE_STOPPED_EXCEPTION,
    &PROPERTY_NOT_FOUND_EXCEPTION,
    &PROVIDER_INVOCATION_EXCEPTION,
    &PROVIDER_NAME_AMBIGUOUS_EXCEPTION,
    &PROVIDER_NOT_FOUND_EXCEPTION,
    &REDIRECTED_EXCEPTION,
    &REMOTE_EXCEPTION,
    &RUNTIME_EXCEPTION,
    &SCRIPT_BLOCK_TO_POWER_SHELL_NOT_SUPPORTED_EXCEPTION,
    &SCRIPT_CALL_DEPTH_EXCEPTION,
    &SCRIPT_REQUIRES_EXCEPTION,
    &SESSION_STATE_EXCEPTION,
    &SESSION_STATE_UNAUTHORIZED_ACCESS_EXCEPTION,
    &SET_VALUE_EXCEPTION,
    &SET_VALUE_INVOCATION_EXCEPTION,
    &TERMINATE_EXCEPTION,
    &VALIDATION_METADATA_EXCEPTION,
    &WILDCARD_PATTERN_EXCEPTION,
    &MEMBER_ACCESS_EXCEPTION,
    &METHOD_ACCESS_EXCEPTION,
    &MISSING_FIELD_EXCEPTION,
    &MISSING_MEMBER_EXCEPTION,
    &MISSING_METHOD_EXCEPTION,
    &MULTICAST_NOT_SUPPORTED_EXCEPTION,
    &COOKIE_EXCEPTION,
    &HTTP_IO_EXCEPTION,
    &HTTP_PROTOCOL_EXCEPTION,
    &HTTP_REQUEST_EXCEPTION,
    &SOCKET_EXCEPTION,
    &NOT_FINITE_NUMBER_EXCEPTION,
    &NOT_IMPLEMENTED_EXCEPTION,
    &NOT_SUPPORTED_EXCEPTION,
    &NULL_REFERENCE_EXCEPTION,
    &OBJECT_DISPOSED_EXCEPTION,
    &OPERATION_CANCELED_EXCEPTION,
    &OUT_OF_MEMORY_EXCEPTION,
    &OVERFLOW_EXCEPTION,
    &PLATFORM_NOT_SUPPORTED_EXCEPTION,
    &RANK_EXCEPTION,
    &AMBIGUOUS_MATCH_EXCEPTION,
    &CUSTOM_ATTRIBUTE_FORMAT_EXCEPTION,
    &INVALID_FILTER_CRITERIA_EXCEPTION,
    &REFLECTION_TYPE_LOAD_EXCEPTION,
    &TARGET_EXCEPTION,
    &TARGET_INVOCATION_EXCEPTION,
    &TARGET_PARAMETER_COUNT_EXCEPTION,
    &MISSING_MANIFEST_RESOURCE_EXCEPTION,
    &MISSING_SATELLITE_ASSEMBLY_EXCEPTION,
    &COM_EXCEPTION,
    &EXTERNAL_EXCEPTION,
    &INVALID_COM_OBJECT_EXCEPTION,
    &INVALID_OLE_VARIANT_TYPE_EXCEPTION,
    &MARSHAL_DIRECTIVE_EXCEPTION,
    &SEH_EXCEPTION,
    &SAFE_ARRAY_RANK_MISMATCH_EXCEPTION,
    &SAFE_ARRAY_TYPE_MISMATCH_EXCEPTION,
    &INVALID_DATA_CONTRACT_EXCEPTION,
    &SERIALIZATION_EXCEPTION,
    &AUTHENTICATION_TAG_MISMATCH_EXCEPTION,
    &CRYPTOGRAPHIC_EXCEPTION,
    &CRYPTOGRAPHIC_UNEXPECTED_OPERATION_EXCEPTION,
    &SECURITY_EXCEPTION,
    &VERIFICATION_EXCEPTION,
    &STACK_OVERFLOW_EXCEPTION,
    &SYSTEM_EXCEPTION,
    &DECODER_FALLBACK_EXCEPTION,
    &ENCODER_FALLBACK_EXCEPTION,
    &JSON_EXCEPTION,
    &REGEX_MATCH_TIMEOUT_EXCEPTION,
    &REGEX_PARSE_EXCEPTION,
    &ABANDONED_MUTEX_EXCEPTION,
    &BARRIER_POST_PHASE_EXCEPTION,
    &LOCK_RECURSION_EXCEPTION,
    &SEMAPHORE_FULL_EXCEPTION,
    &SYNCHRONIZATION_LOCK_EXCEPTION,
    &TASK_CANCELED_EXCEPTION,
    &TASK_SCHEDULER_EXCEPTION,
    &THREAD_ABORT_EXCEPTION,
    &THREAD_INTERRUPTED_EXCEPTION,
    &THREAD_START_EXCEPTION,
    &THREAD_STATE_EXCEPTION,
    &WAIT_HANDLE_CANNOT_BE_OPENED_EXCEPTION,
    &TIME_ZONE_NOT_FOUND_EXCEPTION,
    &TIMEOUT_EXCEPTION,
    &TYPE_ACCESS_EXCEPTION,
    &TYPE_INITIALIZATION_EXCEPTION,
    &TYPE_LOAD_EXCEPTION,
    &TYPE_UNLOADED_EXCEPTION,
    &UNAUTHORIZED_ACCESS_EXCEPTION,
    &URI_FORMAT_EXCEPTION,
    &XML_EXCEPTION,
];
