function Get-Thing($a, [int]$b = 5, [Parameter()]$c) { $a + $b }
function empty { }
function global:scoped() { param() }
filter Double { $_ * 2 }
function With-Blocks { dynamicparam { 1 } begin { 2 } process { 3 } end { 4 } clean { 5 } }
function Test-Param { [CmdletBinding()] param([string]$x) $x }
function a.b-c:d { 1 } function if { 2 } function 5 { 3 }
function nested { function inner { 1 }; inner }
{ param($x) $x }; { [CmdletBinding()] param() }; { begin { } }; { }; {}; { # comment
}
& { param([int]$a, $b = { 1 }) begin { trap { 1 } } }
