function prompt { "PS $($PWD.Path)$('>' * ($NestedPromptLevel + 1)) " }
function Pause { $null = Read-Host 'Press Enter to continue...' }
function cd.. { Set-Location .. }
function cd~ { Set-Location ~ }
function cd\ { Set-Location / }
function Clear-Host { $Host.UI.Write("`e[H`e[2J`e[3J") }
