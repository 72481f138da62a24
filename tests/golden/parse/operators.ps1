$a -eq $b -and -not ($c -like 'x*') -or !$d -xor $e
$a + $b * $c - $d / $e % $f .. 5
1 -band 2 -bor 3 -bxor 4 -shl 1 -shr 2
'{0} {1}' -f 'a', 'b' + 'c'
$a -is [int] -as [string] -isnot [double]
$x -replace 'a', 'b' -split ',' -join ';' -ceq 'q' -inotmatch 'r' -cnotcontains 's'
$n ?? $m ?? 'x'; $n ??= 5; $a ? $b : $c ? $d : $e
, 1; , $a, $b; -split $x; -csplit $y; -join $z; -bnot 5; + $a; - $a; ++$i; $i--; $i++ + ++$i
[int]$x + [string][char]65; [ValidateNotNull()]$v = 1; [int[]]$arr = 1, 2
$a = $b = $c += 5; $a, $b = 1, 2; ($a, $b), $c = $d; $x.y[0] -= 1; $h['a'].b *= 2
1 -in 1, 2; 'a' -ilike 'A'; 5 -notin @(1)
$x = if ($y) { 1 } else { 2 }; $z = foreach ($i in 1..3) { $i }; $w = & { 5 } | sort
