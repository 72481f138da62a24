function prompt { "PS $($PWD.Path)$('>' * ($NestedPromptLevel + 1)) " }
function Pause { $null = Read-Host 'Press Enter to continue...' }
function cd.. { Set-Location .. }
function cd~ { Set-Location ~ }
function cd\ { Set-Location / }
function oss {
    [CmdletBinding()]
    param([ValidateRange(2, 2147483647)] [int] $Width, [Parameter(ValueFromPipeline)] [psobject] $InputObject)
    if (-not $MyInvocation.ExpectingInput) { return Out-String -Stream @PSBoundParameters }
    $null = $PSBoundParameters.Remove('InputObject')
    $input | Out-String -Stream @PSBoundParameters
}
function Clear-Host { $Host.UI.Write("`e[H`e[2J`e[3J") }
