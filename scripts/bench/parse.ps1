# Parses one megabyte of script.
$unit = "function Get-Item`$n(`$a, [int]`$b = 3) { if (`$a -gt `$b) { foreach (`$x in 1..`$b) { `"`$x of `$(`$a + 1)`" } } else { @{ one = 1; two = 'x' } } }`n"
$text = $unit * [int](1MB / $unit.Length)
$block = [scriptblock]::Create($text)
"$($text.Length -gt 1000000)"
