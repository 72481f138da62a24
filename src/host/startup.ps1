function prompt { "PS $PWD$('>' * ($NestedPromptLevel + 1)) " }
function Pause { $null = Read-Host 'Press Enter to continue...' }
function cd.. { Set-Location .. }
function cd~ { Set-Location ~ }
function cd\ { Set-Location / }
