function prompt { "PS $($PWD.Path)$('>' * ($NestedPromptLevel + 1)) " }
function Pause { $null = Read-Host 'Press Enter to continue...' }
function cd.. { Set-Location .. }
function cd~ { Set-Location ~ }
function cd\ { Set-Location / }
