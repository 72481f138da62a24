"child: $ErrorActionPreference"
$ErrorActionPreference = "Stop"
Get-Item ./none
"never"
