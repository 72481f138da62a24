#requires -Version 5.1
<#
.SYNOPSIS
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'a')]
param(
  [Parameter(Mandatory, Position = 0, ValueFromPipeline = $true)]
  [ValidateSet('a', 'b')] [ValidateScript({ $_ -gt 1 })]
  [string[]] $Name = 'x',

  [switch] $Force,
  $Plain = (1 + 2), [Alias('q')][int]$Last = $(5)
)
begin { $a = 1 }
process { $_ }
end { $a }
clean { 'done' }
